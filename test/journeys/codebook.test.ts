/** The codebook, memos and searching, with the keyboard alone. */
import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { closeBrowser, openApp, type App } from '../support/app.ts'
import { handsOn } from '../support/hands.ts'

let app: App

beforeEach(async () => {
  app = await openApp({ project: inject('sample') })
})
afterEach(async () => {
  expect(app.problems).toEqual([])
  await app.close()
})
afterAll(closeBrowser)

const { press, type, goTo, until, code } = handsOn(() => app)
/** The row of a code, with the focus on it. */
const onRow = async (key: string) => {
  const { id } = await code(key)
  await goTo(`#/codebook/${key}`, `.codebook-tree [data-key="${id}"]`)
  await app.page.locator(`.codebook-tree [data-key="${id}"]`).focus()
}

describe('in the codebook', () => {
  it('a touchpoint goes past its neighbour, on into the next stage, and back by undo', async () => {
    await onRow('CMP1.2')
    const [before, { id }] = [await code('CMP1.2'), await code('CMP2')]
    await press('Alt+ArrowDown')
    await until(async () => (await code('CMP1.2')).order > (await code('CMP1.3')).order)
    await press('Alt+ArrowDown')
    await until(async () => (await code('CMP1.2')).parent === id)
    await press('Control+z', 'Control+z')
    await until(async () => (await code('CMP1.2')).parent === before.parent)
  })

  it('a code is renamed in place, and a new one is made beside it', async () => {
    await onRow('why.delay')
    await press('F2')
    await app.page.getByRole('textbox', { name: 'Name of the reason' }).waitFor()
    await type('Waiting')
    await press('Enter')
    await until(async () => (await code('why.delay')).name === 'Waiting')
    await press('Control+Alt+n')
    await app.page.getByRole('textbox', { name: 'New reason' }).waitFor()
    await type('Weather')
    await press('Enter')
    await until(async () => (await app.ask('codebook.list', {})).codes.some(({ name }) => name === 'Weather'))
  })

  it('another definition asks for the codings to be looked at again', async () => {
    await onRow('disrespect')
    await press('Enter')
    const definition = app.page.getByRole('textbox', { name: 'Definition' })
    await definition.focus()
    await press('Control+a')
    await type('Treated as lesser.')
    await press('Tab')
    await app.page.getByRole('button', { name: 'Review' }).press('Enter')
    await app.page.getByRole('button', { name: /^Confirm all/ }).press('Enter')
    await until(async () => (await app.ask('codebook.stale', {})).total === 0)
  })

  it('some passages are split off, and merged back', async () => {
    await onRow('disrespect')
    const { used } = await code('disrespect')
    await press('Alt+p')
    await app.page.getByRole('textbox', { name: /^New code beside/ }).waitFor()
    await type('Ashamed')
    await app.page.getByRole('grid', { name: /to split off$/ }).waitFor()
    await press('Tab', 'Tab', 'Space', 'ArrowDown', 'Space')
    await app.page.getByRole('button', { name: 'Move 2 passages' }).press('Enter')
    await until(async () => (await code('disrespect')).used === used - 2)
    await app.page.getByRole('heading', { name: 'Ashamed', level: 2 }).waitFor()
    await press('Alt+m')
    await app.page.getByRole('combobox', { name: 'Into' }).waitFor()
    await type('Disresp')
    await press('ArrowDown', 'Enter')
    await app.page.getByRole('button', { name: 'Merge', exact: true }).press('Enter')
    await until(async () => (await code('disrespect')).used === used)
  })
})

describe('several codes of the codebook', () => {
  const order = async (family: string) =>
    (await app.ask('codebook.list', {})).codes
      .filter((one) => one.family === family && one.parent === null)
      .map((one) => one.code)
  const rowOf = async (key: string) => app.page.locator(`.codebook-tree [data-key="${(await code(key)).id}"]`)

  it('chosen with Shift become one in one step, and are there again after one undo', async () => {
    await onRow('why.promise')
    const before = await order('reason')
    await press('Shift+ArrowDown', 'Shift+ArrowDown')
    await app.page.getByRole('heading', { name: '3 codes chosen' }).waitFor()
    await press('Alt+m')
    await app.page.getByRole('combobox', { name: 'Into' }).waitFor()
    await type('Broken')
    await press('ArrowDown', 'Enter')
    await app.page.getByText(/codings move to “Broken promise”/).waitFor()
    await app.page.getByRole('button', { name: 'Merge 2 codes' }).press('Enter')
    await app.page.getByRole('heading', { name: 'Broken promise', level: 2 }).waitFor()
    expect(await order('reason')).toHaveLength(before.length - 2)
    await press('Control+z')
    await until(async () => (await order('reason')).length === before.length)
    expect(await order('reason')).toEqual(before)
  })

  it('of different kinds are not offered to be merged', async () => {
    await goTo('#/codebook/why.delay', '.codebook-tree')
    await (await rowOf('relief')).click({ modifiers: ['ControlOrMeta'] })
    await app.page.getByText('These are 1 emotion and 1 reason.').waitFor()
    expect(await app.page.getByRole('button', { name: 'Merge into one' }).isDisabled()).toBe(true)
  })

  it('are dragged together by mouse', async () => {
    await onRow('why.delay')
    await (await rowOf('why.repeat')).click({ modifiers: ['ControlOrMeta'] })
    const target = await rowOf('why.quality')
    await (await rowOf('why.delay')).dragTo(target, { targetPosition: { x: 90, y: 24 } })
    await until(async () => (await order('reason')).indexOf('why.delay') > 1)
    const now = await order('reason')
    expect(now.slice(now.indexOf('why.quality'), now.indexOf('why.quality') + 3)).toEqual([
      'why.quality',
      'why.delay',
      'why.repeat',
    ])
    await press('Control+z')
    await until(async () => (await order('reason'))[0] === 'why.delay')
  })

  it('are dragged with keys from a handle, and the page stays where it is', async () => {
    await onRow('why.delay')
    await press('ArrowRight', 'Enter', 'ArrowDown', 'ArrowDown', 'Enter')
    await until(async () => (await code('why.delay')).parent === (await code('why.repeat')).id)
    expect(await app.page.evaluate(() => document.scrollingElement?.scrollTop)).toBe(0)
  })
})

describe('the short id of a code', () => {
  it('is another one, unless a code has it; keys go on from the field', async () => {
    await goTo('#/codebook/why.delay', '.codebook-detail')
    const field = app.page.getByRole('textbox', { name: 'Short id' })
    await field.focus()
    await press('Control+a')
    await type('why.comms')
    await app.page.getByText('why.comms belongs to “Silence / poor communication”.').waitFor()
    await press('Enter')
    expect((await code('why.delay')).name).toBe('Delay / time')
    await press('Escape', 'Control+a')
    await type('why.waiting')
    await press('Enter')
    await until(async () => (await code('why.waiting')).name === 'Delay / time')
    await app.page.locator('.codebook-key', { hasText: 'why.waiting' }).first().waitFor()
    await expect.poll(() => field.evaluate((input) => input === document.activeElement)).toBe(true)
  })
})

describe('the codebook as a file', () => {
  it('goes out in three formats and comes back from each, by keyboard', async () => {
    await goTo('#/codebook', '.codebook-tree')
    for (const [format, ending] of [
      ['CSV', '.csv'],
      ['Excel', '.xlsx'],
      ['REFI-QDA', '.qdc'],
    ] as const) {
      await app.page.getByRole('button', { name: 'File' }).press('Enter')
      const item = app.page.getByRole('menuitem', { name: format, exact: false }).last()
      const download = app.page.waitForEvent('download')
      await item.press('Enter')
      const saved = await download
      expect(saved.suggestedFilename()).toContain(ending)
      await app.page.getByRole('button', { name: 'File' }).press('Enter')
      await app.page.getByRole('menuitem', { name: /^Read a codebook/ }).press('Enter')
      const chooser = app.page.waitForEvent('filechooser')
      await app.page.getByRole('button', { name: 'Choose a file' }).press('Enter')
      await (
        await chooser
      ).setFiles({
        name: saved.suggestedFilename(),
        mimeType: 'application/octet-stream',
        buffer: readFileSync(await saved.path()),
      })
      await app.page.getByText(/0 new codes, 0 changed/).waitFor()
      await press('Escape')
    }
  })
})

describe('memos', () => {
  it('are written, read as they were meant, and kept when they are left unfinished', async () => {
    await goTo('#/memos', '.memos')
    await press('Control+Alt+n')
    await app.page.getByRole('textbox', { name: /^Memo on the study/ }).waitFor()
    await type('# Chasing is a symptom')
    await press('Control+Enter')
    await app.page.getByRole('heading', { name: 'Chasing is a symptom' }).waitFor()
    await press('e')
    await app.page.getByRole('textbox', { name: 'Text in Markdown' }).waitFor()
    await press('Control+End')
    await type(', not a cause')
    await app.page.evaluate(() => (location.hash = '#/history'))
    await until(async () => (await app.ask('memos.list', {})).memos[0]?.text.endsWith('not a cause') === true)
  })
})

describe('searching', () => {
  it('leads from a word to its place and back to the results', async () => {
    await goTo('#/search', '.search-field')
    await press('/')
    await type('damp')
    await app.page.getByRole('option').first().waitFor()
    await press('ArrowDown', 'Enter')
    await app.page.locator('.turn-words').first().waitFor()
    await press('Alt+ArrowLeft')
    await expect.poll(() => app.page.getByRole('option').first().innerText()).toMatch(/damp/i)
  })

  it('codes every hit in one step', async () => {
    await goTo('#/search?q=damp', '[role=option]')
    const { used } = await code('frustration')
    await press('Alt+c')
    await app.page.getByRole('combobox', { name: 'Codes' }).waitFor()
    await type('frustr')
    await press('ArrowDown', 'Enter')
    await app.page.getByRole('button', { name: /^Code \d+ passages$/ }).press('Enter')
    await until(async () => (await code('frustration')).used > used)
    await press('Control+z')
    await until(async () => (await code('frustration')).used === used)
  })
})
