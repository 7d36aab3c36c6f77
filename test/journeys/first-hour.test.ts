/** A new researcher: a study of their own, real files, one of them damaged, and nothing half-stored. */
import { join } from 'node:path'
import { afterAll, afterEach, expect, it } from 'vitest'
import { ROOT } from '../support/architecture.ts'
import { closeBrowser, openApp, type App } from '../support/app.ts'

let app: App
afterEach(async () => {
  expect(app.problems).toEqual([])
  await app.close()
})
afterAll(closeBrowser)

it('makes a study, imports transcripts of different kinds, sees what was read, stores them and starts coding', async () => {
  app = await openApp({})
  const { page } = app
  await page.getByRole('button', { name: 'New study' }).click()
  await page.keyboard.type('Repairs 2026')
  await page.keyboard.press('Enter')
  await page.getByRole('navigation').waitFor()

  await page.keyboard.press('Control+i')
  await page.waitForURL(/#\/import/)
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose files' }).click()
  await (
    await chooser
  ).setFiles(['P02.txt', 'P03.vtt', 'P06.docx'].map((name) => join(ROOT, 'fixtures/sample', name)))
  await page.getByText('P06.docx').first().waitFor()
  // Nothing is stored before the researcher says so.
  expect((await app.ask('documents.list', {})).documents).toEqual([])
  await page
    .getByRole('button', { name: /^(store|import|add)/i })
    .last()
    .click()
  for (let n = 0; n < 100 && (await app.ask('documents.list', {})).documents.length < 3; n++)
    await page.waitForTimeout(100)
  const { documents } = await app.ask('documents.list', {})
  expect(documents.map((row) => row.name).toSorted()).toEqual(['P02', 'P03', 'P06'])
})

it('is told plainly about a file that cannot be read, and the others are not held up', async () => {
  app = await openApp({})
  const { page } = app
  await page.getByRole('button', { name: 'New study' }).click()
  await page.keyboard.type('Repairs 2026')
  await page.keyboard.press('Enter')
  await page.getByRole('navigation').waitFor()
  await page.evaluate(() => (location.hash = '#/import'))
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose files' }).click()
  await (
    await chooser
  ).setFiles([
    {
      name: 'broken.docx',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from('PK\u0003\u0004 nothing more'),
    },
    {
      name: 'P02.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('I: Hello?\nP02: Nobody came.\nI: And then?\nP02: Nobody rang.\n'),
    },
  ])
  await page.getByText('P02.txt').first().waitFor()
  await page.getByText('broken.docx').first().waitFor()
  expect(await page.locator('main').innerText()).toMatch(/broken\.docx/)
})
