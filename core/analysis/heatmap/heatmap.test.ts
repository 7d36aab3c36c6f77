/** The heatmap through the front door: what counts where, and what every figure is. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { testProject, type TestProject } from '../../../test/support/project.ts'
import type { Output } from '../../contract/index.ts'

type Settings = Parameters<typeof heatmapOf>[0]
let study: TestProject

beforeEach(() => (study = testProject()))
afterEach(() => study.close())

const LEAK = 'It leaked for weeks.'
const RANG = 'I rang and rang.'
const KIND = 'They were kind.'
const NOBODY = 'Nobody came back to me.'
const TEXTS = [LEAK, RANG, KIND, NOBODY]

/** P01, P02 …: each with the same four sentences, so that a passage is named by its sentence. */
function interview(participant: string, status = 'coding'): number {
  const lines = ['I: How was it?', `${participant}: ${TEXTS.join(' ')}`]
  const document = study.transcript(`Interview ${participant}`, lines)
  study.open.db.exec(`UPDATE document SET status = '${status}' WHERE id = ${document}`)
  return document
}

/** Codes a sentence (or a run of characters) with keys such as `CMP3.1` and `frustration:3`. */
async function code(document: number, where: string | [number, number], keys: string[], coder = 'Amina') {
  const offset = 'How was it?\n'.length
  const text = TEXTS.join(' ')
  const [start, end] =
    typeof where === 'string' ? [text.indexOf(where), text.indexOf(where) + where.length] : where
  const codes = keys.map((key) => {
    const [name = '', intensity] = key.split(':')
    return { code: study.code(name), ...(intensity ? { intensity: Number(intensity) as 1 | 2 | 3 } : {}) }
  })
  const { passage } = await study.ask(
    'codings.add',
    { document, start: start + offset, end: end + offset, codes } as never,
    coder,
  )
  return passage.id
}

const heatmapOf = (settings: Record<string, unknown> = {}) => study.ask('analysis.heatmap', settings as never)

const cellOf = (heatmap: Output<'analysis.heatmap'>, row: string, column: string) => {
  const cell = heatmap.cells.find((cell) => cell.row === row && cell.column === column)
  if (!cell) throw new Error(`no cell ${row} × ${column}`)
  return cell
}
const totalOf = (heatmap: Output<'analysis.heatmap'>, row: string) => {
  const found = heatmap.rows.find(({ id }) => id === row)
  if (!found) throw new Error(`no row ${row}`)
  return found.total
}

describe('A heatmap cell', () => {
  it('counts participants, not passages', async () => {
    const first = interview('P01')
    const second = interview('P02')
    interview('P03', 'complete')
    await code(first, LEAK, ['CMP3.1', 'frustration:3'])
    await code(first, RANG, ['CMP3.1', 'frustration:2'])
    await code(second, LEAK, ['CMP3.1'])

    const total = totalOf(await heatmapOf(), 'CMP3.1')
    expect(total).toMatchObject({
      P: 3,
      E: 2,
      F: 1,
      passages: 3,
      prevalence: 0.5,
      reach: 2 / 3,
      share: 1 / 3,
    })
    expect(total.intensity).toBe(2.5)
    expect(total.index).toBe(50)
    expect(total.spread).toBe(2 / 3)
    expect(total.state).toBe('small')
  })
})
