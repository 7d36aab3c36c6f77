/** Views as tables: the same figures as on screen, without small counts, and without words nobody may quote. */
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { codeWords } from '../../../test/support/coding.ts'
import { testProject, type TestProject } from '../../../test/support/project.ts'
import type { Input } from '../../contract/index.ts'
import { guard, openUp } from './guard.ts'

let study: TestProject
beforeEach(() => {
  study = testProject()
})
afterEach(() => study.close())

async function residents(count: number, frustrated: number): Promise<void> {
  for (let i = 1; i <= count; i += 1) {
    const document = study.transcript(`Interview ${i}`, [`P0${i}: Nobody came back to me.`])
    const keys = i <= frustrated ? ['CMP3.1', 'frustration:3', 'why.delay'] : ['CMP3.1']
    await codeWords(study, document, 'Nobody came', keys)
  }
}

const fileOf = (view: string, settings: object = {}) =>
  study.ask('tables.file', { view, settings } as Input<'tables.file'>)
const rowsOf = async (view: string, settings: object = {}): Promise<Record<string, string>[]> =>
  parse(Buffer.from((await fileOf(view, settings)).bytes), { bom: true, columns: true })
const person = async (name: string) => {
  const { participants } = await study.ask('participants.list', {})
  return participants.find((one) => one.name === name)?.id
}

const SETTINGS: Record<string, object> = {
  compare: {
    first: { name: 'All' },
    second: { name: 'Done', scope: { complete: true } },
    rows: 'touchpoint',
  },
  framework: { touchpoints: ['CMP3.1'] },
  importance: {},
  together: {},
  transcripts: {},
  words: {},
  agreement: {},
  coverage: {},
}

describe('A view as a table', () => {
  it.each(Object.entries(SETTINGS))('%s is the same bytes every time', async (view, settings) => {
    await residents(4, 3)
    const first = await fileOf(view, settings)
    expect(first.name).toBe(`${view}.csv`)
    expect((await fileOf(view, settings)).bytes).toEqual(first.bytes)
  })

  it.each(Object.entries(SETTINGS))('%s stays shut while residents are sealed', async (view, settings) => {
    await residents(4, 3)
    await study.ask('project.set', { sealed: true })
    await expect(fileOf(view, settings)).rejects.toMatchObject({ code: 'sealed' })
  })

  it('is a line in the history of the study', async () => {
    await residents(3, 2)
    await fileOf('importance')
    const label = study.open.db.raw.prepare('SELECT label FROM step ORDER BY id DESC LIMIT 1').pluck().get()
    expect(label).toBe('Exported importance.csv, with 1 small count left out')
  })

  it('leaves out counts of one or two people, and the shares made of them', async () => {
    await residents(6, 2)
    expect(await rowsOf('importance')).toMatchObject([{ E: '6', F: '', frustration: '', matters: '0' }])
    const [pair] = await rowsOf('together', { by: 'participant' })
    expect(pair).toMatchObject({ row: 'CMP3.1', row_occurs: '6', together: '', coefficient: '' })
    const [compared] = await rowsOf('compare', SETTINGS['compare'])
    expect(compared).toMatchObject({ first: 'All', first_E: '6', first_F: '', difference: '' })
  })

  it('counts passages by transcript, and people only from three on', async () => {
    await residents(3, 2)
    const rows = await rowsOf('transcripts')
    expect(rows).toHaveLength(3)
    expect(rows.find(({ code }) => code === 'CMP3.1')).toMatchObject({
      participants: '3',
      'Interview 1': '1',
    })
    expect(rows.find(({ code }) => code === 'frustration')).toMatchObject({ participants: '' })
  })

  it('has the matrix as it was written', async () => {
    await residents(1, 1)
    const cell = { touchpoint: 'CMP3.1', participant: await person('P01'), text: '=waited, "long"' }
    await study.ask('mapping.setFrameworkCell', cell as Input<'mapping.setFrameworkCell'>)
    const [row] = await rowsOf('framework', SETTINGS['framework'])
    expect(row).toEqual({ participant: 'P01', 'CMP3.1 Acknowledgement received': `'=waited, "long"` })
  })

  it('keeps the words of those who said no to being quoted', async () => {
    await residents(1, 1)
    const participant = await person('P01')
    expect(await rowsOf('journey', { participant })).toMatchObject([
      { quote: 'Nobody came', frustration: '3' },
    ])
    const refusal = { participant, consentQuotes: false } as Input<'participants.change'>
    await study.ask('participants.change', refusal)
    expect(await rowsOf('journey', { participant })).toMatchObject([{ quote: '', step: '1' }])
  })
})

describe('A guarded figure', () => {
  it('is told only when none of its counts is small, and columns never move', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9)), fc.integer({ min: 1, max: 6 }), (counts, smallN) => {
        const { rows, suppressed } = openUp([['a', guard(counts, 0.5, 'b'), 'c']], smallN)
        const isSmall = counts.some((count) => count > 0 && count < smallN)
        expect(rows).toEqual([isSmall ? ['a', null, null, 'c'] : ['a', 0.5, 'b', 'c']])
        expect(suppressed).toBe(isSmall ? 1 : 0)
      }),
    )
  })
})
