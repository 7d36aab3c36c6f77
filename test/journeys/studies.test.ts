/** From one study to another: nothing of the last is shown in the next, nor kept in it. */
import { afterAll, afterEach, beforeEach, expect, inject, it } from 'vitest'
import { closeBrowser, openApp, type App } from '../support/app.ts'
import { REST_MS } from '../../renderer/at-rest.ts'
import { handsOn } from '../support/hands.ts'

let app: App
beforeEach(async () => {
  app = await openApp({ project: inject('sample') })
  // The page and the questions behind its back are of one coder.
  await app.page.evaluate(() => localStorage.setItem('waymark.coder', '"Amina"'))
  await app.page.reload()
})
afterEach(async () => {
  expect(app.problems).toEqual([])
  await app.close()
})
afterAll(closeBrowser)

const { press, goTo } = handsOn(() => app)

/** What the reader keeps for the coder. */
const memory = async () => {
  const { value } = await app.ask('project.preference', { key: 'reader' })
  return value === null ? null : (JSON.parse(value) as { recent: number[]; filter: { families: string[] } })
}

const idOf = async (name: string) => {
  const { projects } = await app.ask('workspace.recent', {})
  return projects.find((one) => one.name === name)?.id ?? ''
}

it('a study opened by another window starts afresh: no transcript, recent code or filter of the last', async () => {
  const { documents } = await app.ask('documents.list', {})
  await goTo(`#/code/${documents[0]?.document ?? 0}`, '.turn-words')
  await app.page.locator('.reader').first().focus()
  await press('j', 's', 'f')
  await expect.poll(async () => (await memory())?.recent.length).toBe(1)
  await app.page.getByRole('button', { name: 'All codings' }).click()
  await app.page.getByRole('checkbox', { name: 'Emotion' }).press('Space')
  await press('Escape')
  await app.page.getByRole('button', { name: 'Some codings hidden' }).waitFor()
  await expect.poll(async () => (await memory())?.filter.families).toEqual(['emotion'])

  await app.ask('workspace.create', { name: 'Second', template: 'housing' })
  await app.page.getByText('No transcripts yet').waitFor()
  const bytes = new TextEncoder().encode('INTERVIEWER: When?\n\nP1: Nobody came.\n')
  const { previews } = await app.ask('importing.preview', { files: [{ name: 'P1.txt', bytes }] })
  await app.ask('importing.store', {
    files: previews.map(({ staged }) => ({ staged, keepOriginal: false })),
  })
  await app.page.getByText('Nobody came.').waitFor()
  await app.page.getByRole('button', { name: 'All codings' }).waitFor()
  await app.page.locator('.reader').first().focus()
  await press('j', 's', 'f')
  await expect.poll(async () => (await memory())?.recent.length).toBe(1)
  expect((await memory())?.filter.families).toEqual([])
})

it('what was just coded is remembered in the study it was coded in, also when another is opened at once', async () => {
  await app.ask('workspace.create', { name: 'Second', template: 'housing' })
  await app.ask('workspace.open', { id: await idOf('study') })
  const { documents } = await app.ask('documents.list', {})
  await goTo(`#/code/${documents[0]?.document ?? 0}`, '.turn-words')
  // Hands quicker than a test's: the rest in which the page would keep it does not come.
  await app.page.evaluate((rest) => {
    const later = window.setTimeout
    window.setTimeout = ((work: () => void, ms = 0) => later(work, ms === rest ? 60_000 : ms)) as never
  }, REST_MS)
  await app.page.locator('.reader').first().focus()
  await press('j', 's', 'f')
  const study = app.page.getByRole('banner').getByRole('button').first()
  await study.click()
  await app.page.getByRole('menuitem', { name: 'Second' }).click()
  await app.page.getByText('No transcripts yet').waitFor()
  expect(await memory()).toBeNull()
  await app.ask('workspace.open', { id: await idOf('study') })
  expect((await memory())?.recent.length).toBe(1)
})
