/** The codebook, memos and searching, with the keyboard alone. */
import { afterAll, afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { closeBrowser, openApp, type App } from '../support/app.ts'

let app: App

beforeEach(async () => {
  app = await openApp({ project: inject('sample') })
})
afterEach(async () => {
  expect(app.problems).toEqual([])
  await app.close()
})
afterAll(closeBrowser)

const press = async (...keys: string[]) => {
  for (const key of keys) await app.page.keyboard.press(key)
}
const type = (words: string) => app.page.keyboard.type(words)
const until = async (holds: () => Promise<boolean>) => {
  for (let n = 0; n < 50; n++) {
    if (await holds()) return
    await app.page.waitForTimeout(100)
  }
  throw new Error('it did not come to hold')
}
const goTo = async (hash: string, shown: string) => {
  await app.page.evaluate((to) => (location.hash = to), hash)
  await app.page.locator(shown).first().waitFor()
}
const code = async (key: string) => {
  const { codes } = await app.ask('codebook.list', {})
  const found = codes.find((one) => one.code === key)
  if (found === undefined) throw new Error(`no code ${key}`)
  return found
}
/** The row of a code, with the focus on it. */
const onRow = async (key: string) => {
  const { id } = await code(key)
  await goTo(`#/codebook/${key}`, `.codebook-tree [data-key="${id}"]`)
  await app.page.locator(`.codebook-tree [data-key="${id}"]`).focus()
}

describe('in the codebook', () => {
  it('a touchpoint goes past its neighbour, on into the next stage, and back by undo', async () => {
    await onRow('CMP1.2')
    const [before, { id }] = [await code('CMP1.2'), await code('CMP2')]
    await press('Alt+ArrowDown')
    await until(async () => (await code('CMP1.2')).order > (await code('CMP1.3')).order)
    await press('Alt+ArrowDown')
    await until(async () => (await code('CMP1.2')).parent === id)
    await press('Control+z', 'Control+z')
    await until(async () => (await code('CMP1.2')).parent === before.parent)
  })

  it('a code is renamed in place, and a new one is made beside it', async () => {
    await onRow('why.delay')
    await press('F2')
    await app.page.getByRole('textbox', { name: 'Name of the reason' }).waitFor()
    await type('Waiting')
    await press('Enter')
    await until(async () => (await code('why.delay')).name === 'Waiting')
    await press('Control+Alt+n')
    await app.page.getByRole('textbox', { name: 'New reason' }).waitFor()
    await type('Weather')
    await press('Enter')
    await until(async () => (await app.ask('codebook.list', {})).codes.some(({ name }) => name === 'Weather'))
  })

  it('another definition asks for the codings to be looked at again', async () => {
    await onRow('disrespect')
    await press('Enter')
    const definition = app.page.getByRole('textbox', { name: 'Definition' })
    await definition.focus()
    await press('Control+a')
    await type('Treated as lesser.')
    await press('Tab')
    await app.page.getByRole('button', { name: 'Review' }).press('Enter')
    await app.page.getByRole('button', { name: /^Confirm all/ }).press('Enter')
    await until(async () => (await app.ask('codebook.stale', {})).total === 0)
  })

  it('some passages are split off, and merged back', async () => {
    await onRow('disrespect')
    const { used } = await code('disrespect')
    await press('Alt+p')
    await app.page.getByRole('textbox', { name: /^New code beside/ }).waitFor()
    await type('Ashamed')
    await app.page.getByRole('grid', { name: /to split off$/ }).waitFor()
    await press('Tab', 'Tab', 'Space', 'ArrowDown', 'Space')
    await app.page.getByRole('button', { name: 'Move 2 passages' }).press('Enter')
    await until(async () => (await code('disrespect')).used === used - 2)
    await app.page.getByRole('heading', { name: 'Ashamed', level: 2 }).waitFor()
    await press('Alt+m')
    await app.page.getByRole('combobox', { name: 'Into' }).waitFor()
    await type('Disresp')
    await press('ArrowDown', 'Enter')
    await app.page.getByRole('button', { name: 'Merge', exact: true }).press('Enter')
    await until(async () => (await code('disrespect')).used === used)
  })
})

describe('memos', () => {
  it('are written, read as they were meant, and kept when they are left unfinished', async () => {
    await goTo('#/memos', '.memos-bar')
    await press('Control+Alt+n')
    await app.page.getByRole('textbox', { name: /^Memo on the study/ }).waitFor()
    await type('# Chasing is a symptom')
    await press('Control+Enter')
    await app.page.getByRole('heading', { name: 'Chasing is a symptom' }).waitFor()
    await press('e')
    await app.page.getByRole('textbox', { name: 'Text in Markdown' }).waitFor()
    await press('Control+End')
    await type(', not a cause')
    await app.page.evaluate(() => (location.hash = '#/history'))
    await until(async () => (await app.ask('memos.list', {})).memos[0]?.text.endsWith('not a cause') === true)
  })
})

describe('searching', () => {
  it('leads from a word to its place and back to the results', async () => {
    await goTo('#/search', '.search-field')
    await press('/')
    await type('damp')
    await app.page.getByRole('option').first().waitFor()
    await press('ArrowDown', 'Enter')
    await app.page.locator('.turn-words').first().waitFor()
    await press('Alt+ArrowLeft')
    expect(await app.page.getByRole('option').first().innerText()).toMatch(/damp/i)
  })

  it('codes every hit in one step', async () => {
    await goTo('#/search?q=damp', '[role=option]')
    const { used } = await code('frustration')
    await press('Alt+c')
    await app.page.getByRole('combobox', { name: 'Codes' }).waitFor()
    await type('frustr')
    await press('ArrowDown', 'Enter')
    await app.page.getByRole('button', { name: /^Code \d+ passages$/ }).press('Enter')
    await until(async () => (await code('frustration')).used > used)
    await press('Control+z')
    await until(async () => (await code('frustration')).used === used)
  })
})
