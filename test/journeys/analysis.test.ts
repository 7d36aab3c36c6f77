/** From a figure to the words behind it and back, and out into a report. */
import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeEach, expect, inject, it } from 'vitest'
import { closeBrowser, openApp, type App } from '../support/app.ts'

let app: App
beforeEach(async () => {
  app = await openApp({ project: inject('sample'), width: 1440, height: 900 })
})
afterEach(async () => {
  expect(app.problems).toEqual([])
  await app.close()
})
afterAll(closeBrowser)

const focused = () => app.page.evaluate(() => document.activeElement?.textContent ?? '')
const goTo = (hash: string) => app.page.evaluate((to) => (location.hash = to), hash)

it('a cell is reached with the arrows, opens its passages, leads into the transcript and back', async () => {
  await goTo('#/heatmap')
  const grid = app.page.getByRole('grid', { name: 'Heatmap' })
  await grid.waitFor()
  await grid.locator('[tabindex="0"]').first().focus()
  await app.page.keyboard.press('ArrowDown')
  await app.page.keyboard.press('Enter')
  const passage = app.page.locator('.evidence').getByRole('row').first()
  await passage.waitFor()
  await passage.focus()
  await app.page.keyboard.press('Enter')
  await app.page.waitForURL(/#\/code\//)
  await app.page.locator('.turn-words').first().waitFor()
  await app.page.goBack()
  await app.page.getByRole('grid', { name: 'Heatmap' }).waitFor()
  expect(app.page.url()).toContain('#/heatmap')
  // Back at the passage that was left, and from there at the cell.
  await expect.poll(focused).toContain('last opened')
  await app.page.keyboard.press('Escape')
  await expect
    .poll(() => app.page.evaluate(() => document.activeElement?.getAttribute('data-place')))
    .toBe('2,1')
})

it('the number in a cell is the number of people behind it', async () => {
  const heatmap = await app.ask('analysis.heatmap', { columns: 'emotion' })
  const cell = heatmap.cells.find(({ F }) => F >= 4)
  if (!cell) throw new Error('the sample study has no cell to open')
  const { passages } = await app.ask('analysis.behind', {
    settings: { columns: 'emotion' },
    row: cell.row,
    column: cell.column,
    of: 'F',
    limit: 500,
  })
  expect(new Set(passages.map((passage) => passage.participant)).size).toBe(cell.F)
})

it('the heatmap is saved as a picture, and the summary as a page, from the screen', async () => {
  await goTo('#/heatmap')
  await app.page.getByRole('grid', { name: 'Heatmap' }).waitFor()
  await app.page
    .getByRole('button', { name: /save|export/i })
    .first()
    .click()
  const [download] = await Promise.all([
    app.page.waitForEvent('download'),
    app.page.getByRole('menuitem', { name: /svg/i }).click(),
  ])
  const svg = readFileSync(await download.path(), 'utf8')
  expect(svg.startsWith('<svg')).toBe(true)
  expect(svg).toContain('purposive sample')
})

it('a reader of the summary opens the passages behind a sentence', async () => {
  await goTo('#/touchpoints/CMP4.2')
  await app.page.getByRole('heading', { name: 'Updates while waiting' }).waitFor()
  await app.page
    .getByText(/were frustrated by it/)
    .first()
    .click()
  await expect.poll(() => app.page.locator('.evidence').getByRole('row').count()).toBeGreaterThan(0)
})

it('the number that opened its passages has the keyboard again when they are closed', async () => {
  await goTo('#/touchpoints/CMP4.2')
  const strong = app.page.getByRole('button', { name: /mild.*clear.*strong/ })
  await strong.focus()
  await app.page.keyboard.press('Enter')
  await app.page.locator('.evidence').getByRole('row').first().waitFor()
  await app.page.keyboard.press('Escape')
  await expect.poll(focused).toContain('strong')
})
