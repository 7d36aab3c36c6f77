/** What a researcher does with hands on the page: keys, words, places; and waiting until something holds. */
import type { Output } from '../../core/contract/index.ts'
import type { App } from './app.ts'

type Code = Output<'codebook.list'>['codes'][number]

export interface Hands {
  press: (...keys: string[]) => Promise<void>
  type: (words: string) => Promise<void>
  /** Goes to a place of the page, and waits for what it shows. */
  goTo: (hash: string, shown: string) => Promise<void>
  /** Waits, for ten seconds at most. */
  until: (holds: () => Promise<boolean>) => Promise<void>
  /** From now on the core's answers come later. In milliseconds. */
  answersLate: (ms: number) => Promise<void>
  /** A code as the study has it at the moment. */
  code: (key: string) => Promise<Code>
}

export function handsOn(app: () => App): Hands {
  return {
    press: async (...keys) => {
      for (const key of keys) await app().page.keyboard.press(key)
    },
    type: (words) => app().page.keyboard.type(words),
    goTo: async (hash, shown) => {
      await app().page.evaluate((to) => (location.hash = to), hash)
      await app().page.locator(shown).first().waitFor()
    },
    until: async (holds) => {
      for (let n = 0; n < 100; n++) {
        if (await holds()) return
        await app().page.waitForTimeout(100)
      }
      throw new Error('it did not come to hold')
    },
    answersLate: (ms) =>
      app().page.evaluate((late) => {
        const soon = window.fetch
        window.fetch = async (...asked) => {
          const answer = await soon(...asked)
          await new Promise((resolve) => setTimeout(resolve, late))
          return answer
        }
      }, ms),
    code: async (key) => {
      const { codes } = await app().ask('codebook.list', {})
      const found = codes.find((one) => one.code === key)
      if (found === undefined) throw new Error(`no code ${key}`)
      return found
    },
  }
}
