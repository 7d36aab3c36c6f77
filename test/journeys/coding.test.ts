/** Coding an interview with the keyboard alone. */
import { afterAll, afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { closeBrowser, openApp, type App } from '../support/app.ts'
import { handsOn } from '../support/hands.ts'

let app: App
/** P12's transcript in the sample study. */
let document: number

beforeEach(async () => {
  app = await openApp({ project: inject('sample') })
  const { documents } = await app.ask('documents.list', {})
  document = documents.find((row) => row.name === 'P12')?.document ?? 0
  await app.page.evaluate((id) => (location.hash = `#/code/${id}`), document)
  await app.page.locator('.turn-words').first().waitFor()
  await app.page.locator('.reader').first().focus()
})
afterEach(async () => {
  expect(app.problems).toEqual([])
  await app.close()
})
afterAll(closeBrowser)

/** Passages of the one at the keyboard, who is a coder of their own. */
async function own() {
  const { coders } = await app.ask('project.coders', {})
  const known = new Set(
    coders.filter((coder) => !['Amina', 'Tom'].includes(coder.name)).map((coder) => coder.id),
  )
  const { passages } = await app.ask('codings.inDocument', { document })
  return passages.filter((passage) => known.has(passage.coder))
}

const { press, until, answersLate } = handsOn(() => app)

describe('with the keyboard alone', () => {
  it('a sentence is selected, coded to several codes, given a strength, undone and redone', async () => {
    await press('j', 'j', 'j', 'ArrowDown', 's', 's')
    await press('f')
    await until(async () => (await own()).length === 1)
    await press('3')
    await until(async () => (await own())[0]?.codings[0]?.intensity === 3)

    await press('w')
    await app.page.getByRole('combobox', { name: 'Find a code' }).waitFor()
    await app.page.keyboard.type('delay')
    await press('Enter')
    await until(async () => (await own())[0]?.codings.length === 2)
    expect(await own()).toHaveLength(1)

    await press('Escape', 'Control+z')
    await until(async () => (await own())[0]?.codings.length === 1)
    await press('Control+Shift+z')
    await until(async () => (await own())[0]?.codings.length === 2)
  })

  it('words selected with the keys are the words coded, also when the browser draws late', async () => {
    const { page } = app
    const selected = () => page.evaluate(() => getSelection()?.toString().length ?? 0)
    await press('j', 'j', 'ArrowDown', 's')
    await until(async () => (await selected()) > 0)
    const sentence = await selected()
    // Frames come late, and the browser speaks of its own selection before it has followed the reader's.
    await page.evaluate(() => {
      const soon = window.requestAnimationFrame
      window.requestAnimationFrame = (work) => soon(() => setTimeout(() => work(performance.now()), 250))
    })
    for (const key of ['s', 'f', '3']) {
      await press(key)
      await page.evaluate(() => window.document.dispatchEvent(new Event('selectionchange')))
    }
    await until(async () => (await own())[0]?.codings[0]?.intensity === 3)
    const [passage] = await own()
    expect((passage?.end ?? 0) - (passage?.start ?? 0)).toBeGreaterThan(sentence)
  })

  it('keys that come quicker than answers are done in the order they were pressed', async () => {
    await answersLate(200)
    await press('j', 'j', 'ArrowDown', 's', 'f', '3', 'Control+z', 'j', 's', 'f', '2')
    await until(async () => (await own()).flatMap(({ codings }) => codings).at(-1)?.intensity === 2)
    const strengths = (await own()).map(({ codings }) => codings.map(({ intensity }) => intensity))
    expect(strengths).toEqual([[null], [2]])
  })

  it('what was done is said to a screen reader', async () => {
    await press('j', 'j', 'ArrowDown', 's', 's', 'f')
    await until(async () => (await own()).length === 1)
    const said = () => app.page.locator('output, [aria-live]').allInnerTexts()
    await expect.poll(async () => (await said()).join(' ')).toContain('Frustration')
  })

  it('a passage that is gone is no longer the one that keys change', async () => {
    await press('j', 'j', 'ArrowDown', 's', 's', 'f')
    await until(async () => (await own()).length === 1)
    await press('Delete')
    await until(async () => (await own()).length === 0)
    await press('2')
    await app.page.getByText('Choose a coded passage first').waitFor()
    await press('f')
    await until(async () => (await own()).length === 1)
  })

  it('the last codes are repeated on the next sentence with one key', async () => {
    await press('j', 'j', 'ArrowDown', 's', 's', 'f')
    await until(async () => (await own()).length === 1)
    await press('ArrowDown', 'ArrowDown', 's', 's', '.')
    await until(async () => (await own()).length === 2)
  })

  it('the place, the bookmarks and what is shown are found again in another browser', async () => {
    await press('j', 'j', 'j', 'd')
    const bookmarks = async () => (await app.ask('bookmarks.list', { document })).bookmarks
    await until(async () => (await bookmarks()).length === 1)
    await app.page.locator('.bookmark-mark').waitFor()
    await press('Shift+F')
    await app.page.getByRole('checkbox', { name: 'Emotion' }).press('Space')
    await press('Escape')
    await app.page.getByRole('button', { name: 'Some codings hidden' }).waitFor()
    await app.page.evaluate(() => window.document.querySelector('.reader')?.scrollTo(0, 4000))
    await app.page.waitForTimeout(800)
    await app.page.evaluate(() => localStorage.clear())
    await app.page.evaluate(() => (location.hash = '#/code'))
    await app.page.reload()
    await app.page.getByRole('button', { name: 'Some codings hidden' }).waitFor()
    await until(() =>
      app.page.evaluate(() => (window.document.querySelector('.reader')?.scrollTop ?? 0) > 2000),
    )
    await app.page.locator('.reader').first().focus()
    await press('Shift+D')
    await app.page.locator('.bookmark-mark').waitFor()
  })

  it('every key is listed by “?” and Escape closes it', async () => {
    await press('?')
    const dialog = app.page.getByRole('dialog')
    await dialog.waitFor()
    expect(await dialog.innerText()).toContain('Next sentence')
    await press('Escape')
    await dialog.waitFor({ state: 'detached' })
  })

  it('anything can be reached from the palette', async () => {
    await press('Control+k')
    await app.page.getByRole('dialog').waitFor()
    await app.page.keyboard.type('heatmap')
    await press('Enter')
    await expect.poll(() => app.page.url()).toContain('#/heatmap')
  })
})

describe('with the mouse', () => {
  it('a double click selects a word, and the selection stays for one code after another', async () => {
    const words = app.page.locator('.turn-words').nth(3)
    await words.dblclick({ position: { x: 60, y: 10 } })
    await press('f')
    await until(async () => (await own()).length === 1)
    await press('e')
    await app.page.getByRole('combobox', { name: 'Find a code' }).waitFor()
    await app.page.keyboard.type('anger')
    await press('Enter')
    await until(async () => (await own())[0]?.codings.length === 2)
  })

  it('a drag that ends outside the text selects up to the words nearest to it', async () => {
    const line = await app.page.locator('.turn-words').nth(3).boundingBox()
    const beside = await app.page.locator('.side').boundingBox()
    if (line === null || beside === null) throw new Error('nothing to drag over')
    await drag({ x: line.x + 60, y: line.y + 10 }, { x: beside.x + 40, y: line.y + 10 })
    await press('f')
    await until(async () => (await own()).length === 1)
    const [passage] = await own()
    const { turns } = await app.ask('documents.read', { document })
    expect(passage?.start).toBeGreaterThanOrEqual(turns[3]?.start ?? 0)
    expect(passage?.end).toBeLessThanOrEqual(turns[3]?.end ?? 0)
  })

  it('pressed twice and dragged, whole words are taken', async () => {
    const line = await app.page.locator('.turn-words').nth(3).boundingBox()
    if (line === null) throw new Error('nothing to drag over')
    await app.page.mouse.click(line.x + 60, line.y + 10)
    await drag({ x: line.x + 60, y: line.y + 10 }, { x: line.x + 200, y: line.y + 10 }, 2)
    await press('f')
    await until(async () => (await own()).length === 1)
    const [passage] = await own()
    const { text } = await app.ask('documents.read', { document })
    const words = text.slice(passage?.start, passage?.end)
    expect(words).toMatch(/^\w.* .*\w$/s)
    expect(text.slice((passage?.start ?? 0) - 1, (passage?.end ?? 0) + 1)).not.toMatch(/^\w|\w$/)
  })
})

async function drag(from: Place, to: Place, clickCount = 1): Promise<void> {
  const { mouse } = app.page
  await mouse.move(from.x, from.y)
  await mouse.down({ clickCount })
  await mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2)
  await mouse.move(to.x, to.y)
  await mouse.up({ clickCount })
}

interface Place {
  x: number
  y: number
}
