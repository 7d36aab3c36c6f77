/** A researcher who has lost work before, with the keyboard alone: import, correct, replace, decide; undo all, redo all. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, expect, it } from 'vitest'
import { ROOT } from '../support/architecture.ts'
import { closeBrowser, openApp, type App } from '../support/app.ts'
import { handsOn } from '../support/hands.ts'

const SAMPLE = join(ROOT, 'fixtures/sample')

let app: App
beforeEach(async () => {
  app = await openApp({})
  await app.page.getByRole('button', { name: 'New study' }).press('Enter')
  await app.page.getByRole('textbox', { name: 'Name' }).waitFor()
  await type('Repairs 2026')
  await press('Enter')
  await app.page.getByRole('navigation').waitFor()
  await choose(
    '#/import',
    ['P02.txt', 'P03.vtt', 'P06.docx'].map((name) => join(SAMPLE, name)),
  )
  await app.page.getByRole('button', { name: 'Import 3 files' }).press('Enter')
  await until(async () => (await documents()).length === 3)
})
afterEach(async () => {
  expect(app.problems).toEqual([])
  await app.close()
})
afterAll(closeBrowser)

const { press, type, goTo, until, code, answersLate } = handsOn(() => app)
const documents = async () => (await app.ask('documents.list', {})).documents
const unplaced = async () => (await app.ask('importing.unplaced', {})).unplaced
const textOf = async (document: number) => (await app.ask('documents.read', { document })).text
const idOf = async (name: string) => {
  const found = (await documents()).find((row) => row.name === name)
  if (found === undefined) throw new Error(`no transcript ${name}`)
  return found.document
}
/** Chooses files where a page asks for some. */
async function choose(
  hash: string,
  files: string[] | { name: string; mimeType: string; buffer: Buffer },
): Promise<void> {
  await goTo(hash, '.w-drop')
  const chooser = app.page.waitForEvent('filechooser')
  await app.page.getByRole('button', { name: 'Choose files' }).press('Enter')
  await (await chooser).setFiles(files)
}

/** Everything the study says, to hold before and after against each other. */
async function state(): Promise<string> {
  const ids = (await documents()).map(({ document }) => document)
  const read = await Promise.all(ids.map((document) => app.ask('documents.read', { document })))
  const coded = await Promise.all(ids.map((document) => app.ask('codings.inDocument', { document })))
  return JSON.stringify([read, coded, await unplaced()])
}

/** Codes some words of a transcript. */
async function codeWords(document: number, words: string): Promise<void> {
  const start = (await textOf(document)).indexOf(words)
  expect(start).toBeGreaterThan(-1)
  const asked = {
    document,
    start,
    end: start + words.length,
    codes: [{ code: (await code('frustration')).id }],
  }
  await app.ask('codings.add', asked)
}

it('corrects a typo and a speaker; what is typed and not saved is kept while something else is looked at', async () => {
  const p02 = await idOf('P02')
  await goTo(`#/import/correct/${p02}`, '.correct-turn')
  await app.page.locator('.correct-turn').nth(2).focus()
  await press('Enter')
  const words = app.page.getByRole('textbox', { name: 'Words' })
  await until(() => words.evaluate((field) => field === document.activeElement))
  await press('Control+End')
  await type(' Sorry.')
  await answersLate(200)
  await press('Control+Enter')
  await until(async () => (await textOf(p02)).includes(' Sorry.'))

  await type(' Half a thought')
  await app.page.locator('.correct-turn').nth(4).focus()
  await press('Space')
  await app.page.evaluate(() => (location.hash = '#/history'))
  await goTo(`#/import/correct/${p02}`, '.correct-turn')
  await app.page.getByRole('button', { name: 'Turn 3' }).press('Enter')
  await expect.poll(() => words.inputValue()).toMatch(/Half a thought$/)

  const { speakers } = await app.ask('documents.read', { document: p02 })
  const name = app.page.getByRole('textbox', { name: `Name of ${speakers[0]?.label}` })
  await name.focus()
  await press('Control+a')
  await type('Moderator')
  await press('Enter')
  await until(async () =>
    (await app.ask('documents.read', { document: p02 })).speakers.some(({ label }) => label === 'Moderator'),
  )
})

it('replaces a transcript, places one passage, gives one up, and takes everything back and forth', async () => {
  const document = await idOf('P02')
  await codeWords(document, 'Said routine, twenty-eight days.')
  await codeWords(document, 'Three-bed terrace on [estate] in Calderwick.')
  await codeWords(document, 'Thanks for ringing back.')
  const before = await state()

  const corrected = readFileSync(join(SAMPLE, 'P02.txt'), 'utf8')
    .replace(/On the app\. And fair play[^\n]*/, 'By phone, only by phone it was.')
    .replace('Thanks for ringing back.', 'Hello there.')
  await choose(`#/import/replace/${document}`, {
    name: 'P02 corrected.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(corrected),
  })
  await app.page.getByText('cannot be placed', { exact: true }).waitFor()
  await app.page.getByRole('button', { name: 'Replace the text' }).press('Enter')
  await until(async () => (await unplaced()).length === 2)

  await app.page.locator('.correct-waiting-item', { hasText: 'Said routine' }).focus()
  await press('Space')
  await app.page.getByText('By phone, only by phone it was.').first().waitFor()
  await app.page.getByRole('button', { name: 'Place here' }).first().press('Enter')
  await until(async () => (await unplaced()).length === 1)
  await app.page.getByRole('button', { name: 'Give it up' }).press('Enter')
  await app.page.getByText('Every passage has its place').waitFor()
  const after = await state()

  for (const left of [1, 2]) {
    await press('Control+z')
    await until(async () => (await unplaced()).length === left)
  }
  await press('Control+z')
  await until(async () => (await state()) === before)
  await press('Control+Shift+z', 'Control+Shift+z', 'Control+Shift+z')
  await until(async () => (await state()) === after)
  expect((await app.ask('project.check', {})).ok).toBe(true)
})
