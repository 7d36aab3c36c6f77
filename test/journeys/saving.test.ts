/** Taking figures away: every view under Map, Heatmap and Touchpoints hands over its file. */
import { afterAll, afterEach, expect, inject, it } from 'vitest'
import { closeBrowser, openApp, type App } from '../support/app.ts'

let app: App
afterEach(() => app.close())
afterAll(closeBrowser)

const FILES: [route: string, button: string, item: string | null, file: string][] = [
  ['#/map', 'Save', 'Picture, PNG', 'two-way-map-png.zip'],
  ['#/map?journey=LET', 'Save', 'Picture, SVG', 'two-way-map.svg'],
  ['#/map', 'Save', 'Table, CSV', 'two-way-map.csv'],
  ['#/map/importance', 'Save', 'Picture, PNG', 'importance.png'],
  ['#/map/importance', 'Save', 'Table, CSV', 'importance.csv'],
  ['#/map/journey', 'Save', 'Table, CSV', 'journey.csv'],
  ['#/heatmap/framework', 'Save', 'Table, CSV', 'framework.csv'],
  ['#/heatmap/together', 'Save', 'Table, CSV', 'together.csv'],
  ['#/heatmap/transcripts', 'Save', 'Table, CSV', 'transcripts.csv'],
  ['#/heatmap/words', 'Save', 'Table, CSV', 'words.csv'],
  ['#/heatmap/agreement', 'Save', 'Table, CSV', 'agreement.csv'],
  ['#/heatmap/words?phrase=rang', 'Save', '“rang” in context, CSV', 'context.csv'],
  ['#/heatmap/together?columns=emotion', 'Save', 'Picture, SVG', 'together.svg'],
  ['#/heatmap/coverage', 'Save', 'Table, CSV', 'coverage.csv'],
  ['#/heatmap/coverage', 'Save', 'New themes, CSV', 'saturation.csv'],
  ['#/touchpoints/CMP4.2', 'Save', 'Picture, PNG', 'emotions-CMP4.2.png'],
]

it('every view hands over its file', async () => {
  app = await openApp({ project: inject('sample') })
  const { page } = app
  const saved: string[] = []
  for (const [route, button, item] of FILES) {
    await page.evaluate((hash) => (location.hash = hash), route)
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: button, exact: true }).click()
    if (item !== null) await page.getByRole('menuitem', { name: item }).click()
    saved.push((await download).suggestedFilename())
    await page
      .getByText(`Saved ${saved.at(-1) ?? ''}`)
      .first()
      .waitFor({ state: 'attached' })
  }
  expect(saved).toEqual(FILES.map(([, , , file]) => file))
  expect(app.problems).toEqual([])
})

it('by keyboard, which stays on the button that became “Stop saving” and back', async () => {
  app = await openApp({ project: inject('sample') })
  const { page } = app
  await page.evaluate(() => (location.hash = '#/heatmap'))
  const save = page.getByRole('button', { name: 'Save', exact: true })
  await save.focus()
  const download = page.waitForEvent('download')
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Picture, SVG' }).waitFor()
  await page.keyboard.press('Enter')
  expect((await download).suggestedFilename()).toBe('heatmap-touchpoint-by-emotion.svg')
  await save.waitFor()
  await expect.poll(() => save.evaluate((button) => button === document.activeElement)).toBe(true)
})

it('the export dialog says who might be recognised before anything is saved', async () => {
  app = await openApp({ project: inject('sample') })
  const { page } = app
  await page.evaluate(() => (location.hash = '#/heatmap'))
  await page.getByRole('button', { name: 'Save', exact: true }).waitFor()
  await page.keyboard.press('Control+e')
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await dialog.getByText('might be recognised').waitFor()
  expect(await app.axe()).toEqual([])
  await dialog.getByRole('button', { name: 'Format' }).click()
  await page.getByRole('option', { name: /^Codebook \(CSV\)/ }).click()
  await dialog.getByText('might be recognised').waitFor({ state: 'detached' })
  expect(await dialog.getByText('Whose words and details').count()).toBe(0)
  expect(app.problems).toEqual([])
})

it('a touchpoint’s page fills the paper, from edge to edge and to its end', async () => {
  app = await openApp({ project: inject('sample') })
  const { page } = app
  await page.evaluate(() => (location.hash = '#/touchpoints/CMP4.2'))
  await page.locator('.summary-page .summary-quotes').first().waitFor()
  await page.emulateMedia({ media: 'print' })
  const { left, right, bottom } = await page
    .locator('.summary-page')
    .evaluate((summary) => summary.getBoundingClientRect())
  const paper = await page.evaluate(() => ({
    width: document.documentElement.clientWidth,
    height: document.documentElement.scrollHeight,
  }))
  expect([left, right]).toEqual([0, paper.width])
  expect(paper.height).toBeGreaterThanOrEqual(Math.floor(bottom))
})
