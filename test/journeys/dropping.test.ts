/** Dragging files and folders from the desktop onto the page. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { closeBrowser, openApp, type App } from '../support/app.ts'
import { handsOn } from '../support/hands.ts'

let app: App
let desktop: string
beforeEach(async () => {
  desktop = mkdtempSync(join(tmpdir(), 'waymark-desktop-'))
  app = await openApp({})
  await app.page.getByRole('button', { name: 'New study' }).press('Enter')
  await app.page.keyboard.type('Repairs 2026')
  await app.page.keyboard.press('Enter')
  await app.page.getByRole('navigation').waitFor()
  await goTo('#/import', '.w-drop')
})
afterEach(async () => {
  expect(app.problems).toEqual([])
  await app.close()
  rmSync(desktop, { recursive: true, force: true })
})
afterAll(closeBrowser)

const { goTo, until } = handsOn(() => app)

/** Lays a file on the desktop, its folders with it; each of its own words, as copies are told apart by them. */
function lay(path: string): void {
  mkdirSync(join(desktop, path, '..'), { recursive: true })
  writeFileSync(
    join(desktop, path),
    `I: What happened?\nP01: It happened in ${path}.\nI: And then?\nP01: Nothing.\n`,
  )
}

/** As the system drags: real files and folders, so that the page gets what a person would give it. */
async function drop(onto: string, ...paths: string[]): Promise<void> {
  const box = await app.page.locator(onto).first().boundingBox()
  if (box === null) throw new Error(`nothing to drop onto: ${onto}`)
  const session = await app.page.context().newCDPSession(app.page)
  const at = { x: box.x + box.width / 2, y: box.y + Math.min(box.height / 2, 60) }
  const data = { items: [], files: paths.map((path) => join(desktop, path)), dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, ...at, data })
  await session.detach()
}

const listed = () => app.page.locator('.import-row-name').allTextContents()

describe('dropped onto the import room', () => {
  it('a file is read; another, dropped onto the list, joins it', async () => {
    for (const name of ['P02.txt', 'P03.txt']) lay(name)
    await drop('.w-drop', 'P03.txt')
    await until(async () => (await listed()).length === 1)
    await drop('.import-list', 'P02.txt')
    await until(async () => (await listed()).length === 2)
    expect((await listed()).toSorted()).toEqual(['P02.txt', 'P03.txt'])
  })

  it('a folder is read to the bottom, without what the system keeps in it', async () => {
    for (const path of ['Study/P10.txt', 'Study/P2.txt', 'Study/Workshops/W1.txt', 'Study/.DS_Store'])
      lay(path)
    await drop('.w-drop', 'Study')
    await until(async () => (await listed()).length === 3)
    expect(await listed()).toEqual(['P2.txt', 'P10.txt', 'W1.txt'])
  })

  it('a folder with a hundred and twenty files loses none', async () => {
    for (let n = 1; n <= 120; n++) lay(`Study/P${n}.txt`)
    await drop('.w-drop', 'Study')
    await until(async () => (await listed()).length === 120)
    expect((await listed()).at(-1)).toBe('P120.txt')
  })

  it('files of one name from two folders are told apart', async () => {
    for (const path of ['Residents/first.txt', 'Colleagues/first.txt']) lay(path)
    await drop('.w-drop', 'Residents', 'Colleagues')
    await until(async () => (await listed()).length === 2)
    expect(await listed()).toEqual(['Colleagues/first.txt', 'Residents/first.txt'])
  })

  it('a folder of QualCoder gives its database, not the copies of its transcripts', async () => {
    for (const path of ['Repairs.qda/data.qda', 'Repairs.qda/documents/P01.txt']) lay(path)
    await drop('.w-drop', 'Repairs.qda')
    await until(async () => (await listed()).length === 1)
    expect(await listed()).toEqual(['data.qda'])
  })
})

it('a file made by a page and dropped as data is read as well', async () => {
  await app.page.locator('.w-drop').evaluate((target) => {
    const data = new DataTransfer()
    data.items.add(new File(['I: Hello?\nP01: Nobody came.\n'], 'P01.txt', { type: 'text/plain' }))
    for (const type of ['dragenter', 'dragover', 'drop'])
      target.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }))
  })
  await until(async () => (await listed()).length === 1)
  expect(await listed()).toEqual(['P01.txt'])
})

it('a file dropped beside the room does not take the place of the page', async () => {
  lay('P02.txt')
  await drop('header', 'P02.txt')
  await app.page.waitForTimeout(300)
  expect(app.page.url()).toContain('#/import')
})
