/** The audit trail with the keyboard alone: find a step, read what it changed, take the whole of it away. */
import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeEach, expect, inject, it } from 'vitest'
import { closeBrowser, openApp, type App } from '../support/app.ts'
import { handsOn } from '../support/hands.ts'

let app: App
beforeEach(async () => {
  app = await openApp({ project: inject('sample') })
  const { codes } = await app.ask('codebook.list', {})
  const code = codes.find((one) => one.code === 'why.delay')?.id
  if (code === undefined) throw new Error('no code why.delay')
  await app.ask('codebook.change', { code, definition: 'Longer than was promised' })
  await goTo('#/history', '.history-step')
})
afterEach(async () => {
  expect(app.problems).toEqual([])
  await app.close()
})
afterAll(closeBrowser)

const { press, type, goTo, until } = handsOn(() => app)
const steps = () => app.page.locator('.history-label').allTextContents()

it('a step is found by words, read with the arrows, and the filter is in the address', async () => {
  await press('/')
  await type('Delay')
  await until(async () => (await steps()).every((label) => label.includes('Delay')))
  expect(app.page.url()).toContain('q=Delay')
  await app.page.locator('.history-trigger').first().focus()
  await press('Enter')
  await app.page.getByText('definition: – → Longer than was promised').waitFor()
  await press('Alt+a')
  await until(async () => (await steps()).length > 1)
})

it('steps of one kind are listed, and walked with the arrows', async () => {
  await app.page.getByRole('button', { name: /Kind of step/ }).press('Enter')
  await app.page.getByRole('option', { name: 'Imports' }).press('Enter')
  await until(async () =>
    (await app.page.locator('.history-kind').allTextContents()).every((kind) => kind === 'Imports'),
  )
  await app.page.locator('.history-trigger').first().focus()
  await press('ArrowDown', 'End', 'ArrowUp')
  const at = await app.page
    .locator('.history-trigger')
    .evaluateAll((rows) => rows.length - 1 - rows.findIndex((row) => row === document.activeElement))
  expect(at).toBe(1)
})

it('the whole of it is saved, whatever is listed', async () => {
  await press('/')
  await type('Delay')
  const download = app.page.waitForEvent('download')
  await app.page.getByRole('button', { name: 'Save as CSV' }).press('Enter')
  const lines = readFileSync(await (await download).path(), 'utf8')
    .trim()
    .split('\n')
  const { total } = await app.ask('history.log', { limit: 1 })
  expect(lines.length).toBeGreaterThanOrEqual(total)
})
