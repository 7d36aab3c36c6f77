/** The two-way map by keyboard alone: to the passages and back, and a target written on it. */
import { afterAll, afterEach, beforeEach, expect, inject, it } from 'vitest'
import { closeBrowser, openApp, type App } from '../support/app.ts'
import { handsOn } from '../support/hands.ts'

let app: App
beforeEach(async () => {
  app = await openApp({ project: inject('sample'), width: 1440, height: 900 })
  await app.page.evaluate(() => (location.hash = '#/map?journey=CMP'))
  await grid().waitFor()
})
afterEach(async () => {
  expect(app.problems).toEqual([])
  await app.close()
})
afterAll(closeBrowser)

const grid = () => app.page.getByRole('grid', { name: 'Two-way map' })
const { press } = handsOn(() => app)
const focused = () => app.page.evaluate(() => document.activeElement?.textContent ?? '')

it('a cell opens its passages, one of them its transcript, and Back leads to the same cell', async () => {
  await grid().locator('[tabindex="0"]').first().focus()
  await press('ArrowDown', 'ArrowRight', 'Enter')
  const passage = app.page.locator('.evidence').getByRole('row').first()
  await passage.waitFor()
  await passage.focus()
  await press('Enter')
  await app.page.waitForURL(/#\/code\//)
  await app.page.goBack()
  await grid().waitFor()
  const open = grid().locator('[data-open]')
  await open.waitFor()
  await expect.poll(() => open.getAttribute('data-place')).toBe('2,2')
  await expect.poll(focused).toContain('last opened')
  await press('Escape')
  await expect
    .poll(() => app.page.evaluate(() => document.activeElement?.getAttribute('data-place')))
    .toBe('2,2')
})

it('a target is written where it stands, kept when the field is left, and taken back by Undo', async () => {
  const lane = grid().getByRole('row', { name: /^Target/ })
  await lane.locator('[data-place]').nth(2).focus()
  await expect.poll(focused).toContain('None yet')
  await press('Enter')
  await app.page.getByLabel('How it should be').waitFor()
  await app.page.keyboard.type('One call is enough')
  await press('Tab')
  await app.page.keyboard.type('9 of 10 ring once')
  await press('Escape')
  await app.page.getByText('Wrote the target of').first().waitFor({ state: 'attached' })
  await lane.getByText('9 of 10 ring once').waitFor()
  await press('Escape')
  await expect.poll(focused).toContain('One call is enough')
  expect(await app.axe()).toEqual([])
  await press('Control+z')
  await lane.getByText('9 of 10 ring once').waitFor({ state: 'detached' })
  await press('Control+z')
  await expect.poll(focused).toContain('None yet')
})

it('a target half written is kept when the pane is closed over it, and hidden by the seal', async () => {
  const lane = grid().getByRole('row', { name: /^Target/ })
  await lane.locator('[data-place]').nth(1).focus()
  await press('Enter')
  await app.page.getByLabel('How it should be').waitFor()
  await app.page.keyboard.type('Somebody rings back')
  await app.page.evaluate(() => (location.hash = '#/map?journey=CMP'))
  await lane.getByText('Somebody rings back').waitFor()
  await app.ask('project.set', { sealed: true })
  await app.page.getByText('Residents’ findings are sealed').waitFor()
  await expect.poll(() => app.page.getByText('Somebody rings back').count()).toBe(0)
  expect(await lane.count()).toBe(0)
})
