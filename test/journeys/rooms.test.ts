/** Every room as a researcher first sees it: no policy violation, nothing sent anywhere, clean for assistive technology. */
import { afterAll, afterEach, describe, expect, inject, it } from 'vitest'
import { closeBrowser, openApp, type App } from '../support/app.ts'

const ROOMS: [string, string, string][] = [
  ['the transcript', '#/code/1', '.turn-words'],
  ['the two-way map', '#/map', '[role="grid"], table'],
  ['the heatmap', '#/heatmap', '[role="grid"]'],
  ['a touchpoint', '#/touchpoints/CMP4.2', 'h2'],
  ['the participants', '#/participants/1', '[role="row"]'],
  ['the codebook', '#/codebook', '[role="treegrid"], [role="tree"]'],
  ['the memos', '#/memos', 'h2, input'],
  ['the history', '#/history', '.history-step'],
  ['search', '#/search', 'input'],
  ['import', '#/import', 'button'],
  ['the list of studies', '#/projects', '.projects-actions button'],
]

let app: App
afterEach(() => app.close())
afterAll(closeBrowser)

async function show(route: string, wanted: string): Promise<void> {
  await app.page.evaluate((hash) => (location.hash = hash), route)
  await app.page.locator(`main :is(${wanted})`).first().waitFor({ state: 'attached', timeout: 10_000 })
  await app.page.waitForTimeout(300)
}

/** What is wrong with any room, each sentence led by the room's name. */
async function inEveryRoom(look: () => Promise<string[]>): Promise<string[]> {
  const found: string[] = []
  for (const [name, route, wanted] of ROOMS) {
    await show(route, wanted)
    found.push(...(await look()).map((problem) => `${name}: ${problem}`))
  }
  return found
}

describe('every room', () => {
  it('is clean for assistive technology in the light, breaks no policy and sends nothing anywhere', async () => {
    app = await openApp({ project: inject('sample') })
    expect(await inEveryRoom(app.axe)).toEqual([])
    expect(app.problems).toEqual([])
  })

  it('is clean in the dark as well', async () => {
    app = await openApp({ project: inject('sample'), dark: true })
    expect(await inEveryRoom(app.axe)).toEqual([])
    expect(app.problems).toEqual([])
  })

  it('stays within the window at 200 % zoom', async () => {
    app = await openApp({ project: inject('sample'), width: 640, height: 400 })
    const overflow = () => app.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    const wide = await inEveryRoom(async () =>
      (await overflow()) > 0 ? [`${await overflow()} pixels too wide`] : [],
    )
    expect(wide).toEqual([])
    expect(app.problems).toEqual([])
  })

  it('leads at 200 % zoom from a list to what was chosen in it', async () => {
    app = await openApp({ project: inject('sample'), width: 640, height: 400 })
    const { page } = app
    await app.ask('memos.add', { on: { kind: 'project', id: 1 }, text: 'Chasing is a symptom' })
    const ways: [route: string, pane: string, row: string, focused: string][] = [
      ['#/codebook', 'Codebook', '.codebook-tree [role="row"]', '.codebook-detail h2'],
      ['#/memos', 'Memos', '.memos-list [role="option"]', '.memos-page h2'],
      ['#/participants', 'Participants', '[role="row"][data-key]', '.people-card input'],
      ['#/import/correct/1', 'Transcript', '.correct-turn', '.correct-words textarea'],
    ]
    for (const [route, pane, row, focused] of ways) {
      await show(route, row)
      const panes = page.getByRole('radiogroup', { name: 'Pane' })
      if ((await panes.count()) > 0) await panes.getByRole('radio', { name: pane }).click()
      await page
        .locator(row)
        .nth(route === '#/memos' ? 0 : 1)
        .focus()
      await page.keyboard.press('Space')
      await page.keyboard.press('Enter')
      await expect.poll(() => page.evaluate((to) => document.activeElement?.matches(to), focused)).toBe(true)
    }
    expect(app.problems).toEqual([])
  })
})
