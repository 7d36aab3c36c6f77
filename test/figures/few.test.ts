/** Tables that leave the program: no count of one or two people stands in any of them, whatever was asked. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Study } from '../support/sample.ts'
import { csv, usedSample } from './again/reading.ts'
import { anyRole, tableFiles } from './questions.ts'

/** Columns that count people. */
const PEOPLE =
  /^(P|E|F|matters|participants|(first|second)_[PEF]|moment_of_truth|breaks_off|(residents|colleagues)_(?!emotions|sessions).+)$/

let study: Study
beforeAll(async () => {
  study = await usedSample()
})
afterAll(() => study?.close())

const VIEWS = [...new Set(tableFiles(anyRole).map(({ view }) => view))]

async function tablesOf(view: string): Promise<Record<string, string>[][]> {
  const questions = [...tableFiles({}), ...tableFiles(anyRole)].filter((asked) => asked.view === view)
  const tables = []
  for (const asked of questions) {
    const { bytes } = await study.ask('tables.file', { ...asked, format: 'csv' })
    tables.push(csv(bytes))
  }
  return tables
}

const fewIn = (rows: readonly Record<string, string>[]) =>
  rows.flatMap((row) =>
    Object.entries(row).filter(([key, value]) => PEOPLE.test(key) && (value === '1' || value === '2')),
  )

describe('no table tells of one or two people', () => {
  it.each(VIEWS)('in %s', async (view) => {
    for (const rows of await tablesOf(view)) expect(fewIn(rows)).toEqual([])
  })

  it('in the two-way map', async () => {
    for (const side of ['both', 'resident', 'colleague'] as const) {
      const { bytes } = await study.ask('mapping.twoWayFile', {
        settings: { side, all: true },
        format: 'csv',
      })
      expect(fewIn(csv(bytes))).toEqual([])
    }
  })

  it('in the heatmap, by whatever columns', async () => {
    for (const columns of [
      'emotion',
      'channel',
      'wave',
      'role',
      'attribute:tenure',
      'participant',
    ] as const) {
      const settings = { columns, scope: anyRole, all: true }
      const { bytes } = await study.ask('analysis.heatmapFile', { settings, format: 'csv' })
      expect(fewIn(csv(bytes))).toEqual([])
    }
  })
})

describe('two tables together', () => {
  it('do not tell of people in one group and not in the other, where one lies within the other', async () => {
    const all = { name: 'All', scope: {} }
    for (const scope of [{ complete: true }, { waves: ['1'] }, { attributes: { gender: ['Woman'] } }]) {
      const settings = { first: all, second: { name: 'Some', scope } }
      const { bytes } = await study.ask('tables.file', { view: 'compare', settings })
      for (const row of csv(bytes)) {
        for (const count of ['P', 'E', 'F']) {
          const [whole, part] = [row[`first_${count}`] ?? '', row[`second_${count}`] ?? '']
          const outside = whole === '' || part === '' ? 0 : Number(whole) - Number(part)
          expect([1, 2], `${row['id']} ${count}`).not.toContain(outside)
        }
      }
    }
  })
})
