import { describe, expect, it } from 'vitest'
import { HeatmapSettings, type Heatmap } from '../../core/contract/analysis.ts'
import { cellWith } from './cell.fixture.ts'
import { bandsOf, cellAt, placeOfSpot, sheetOf } from './sheet.ts'

const row = (id: string, journey: string, stage: string): Heatmap['rows'][number] => ({
  id,
  name: `Touchpoint ${id}`,
  journey,
  stage,
  topThree: null,
  total: cellWith({ row: id, column: 'total' }),
  why: [],
})

const heatmap: Heatmap = {
  rows: [row('A1', 'Complaint', 'Raising'), row('A2', 'Complaint', 'Waiting'), row('B1', 'Repair', 'Visit')],
  columns: [
    { id: 'anger', name: 'Anger' },
    { id: 'relief', name: 'Relief' },
  ],
  cells: ['A1', 'A2', 'B1'].flatMap((id) => [
    cellWith({ row: id }),
    cellWith({ row: id, column: 'relief', F: 1 }),
  ]),
  survival: { survives: true, sentence: '' },
  settings: {
    ...HeatmapSettings.parse({}),
    participants: 12,
    documents: 12,
    unfinished: 0,
    overlapRule: '',
    caption: '',
    smallN: 3,
    thinN: 5,
  },
}

describe('the heatmap either way round', () => {
  it('has a line for each touchpoint, its total first', () => {
    const { heads, lines } = sheetOf(heatmap, false)
    expect(heads.map(({ name }) => name)).toEqual(['Frustrated', 'Anger', 'Relief'])
    expect(lines[1]?.slots.map(({ cell: it, ...spot }) => [it?.F, spot])).toEqual([
      [5, { row: 'A2', column: null }],
      [5, { row: 'A2', column: 'anger' }],
      [1, { row: 'A2', column: 'relief' }],
    ])
  })

  it('has the same figures in the same places when transposed', () => {
    const upright = sheetOf(heatmap, false)
    const turned = sheetOf(heatmap, true)
    expect(turned.lines).toHaveLength(upright.heads.length)
    turned.lines.forEach((line, at) =>
      expect(line.slots).toEqual(upright.lines.map(({ slots }) => slots[at])),
    )
  })

  it('knows where the open figure stands', () => {
    const upright = sheetOf(heatmap, false)
    expect(placeOfSpot(upright, { row: 'A2', column: 'relief' })).toEqual({ row: 2, column: 3 })
    expect(placeOfSpot(sheetOf(heatmap, true), { row: 'A2', column: 'relief' })).toEqual({
      row: 3,
      column: 2,
    })
    expect(placeOfSpot(upright, { row: null, column: 'anger' })).toEqual({ row: 0, column: 2 })
    expect(placeOfSpot(upright, { row: 'gone', column: 'anger' })).toBeNull()
    expect(placeOfSpot(upright, null)).toBeNull()
  })

  it('puts touchpoints under their journey, and under none when the highest come first', () => {
    const bands = (settings: Partial<HeatmapSettings>) =>
      bandsOf(
        sheetOf({ ...heatmap, settings: { ...heatmap.settings, ...settings } }, false).lines.map(
          ({ head }) => head,
        ),
      ).map(({ band, heads }) => [band, heads.length])
    expect(bands({})).toEqual([
      ['Complaint', 2],
      ['Repair', 1],
    ])
    expect(bands({ sort: 'measure' })).toEqual([['', 3]])
  })

  it('finds the figure of a spot, and none for a whole column', () => {
    expect(cellAt(heatmap, { row: 'A1', column: 'relief' })?.F).toBe(1)
    expect(cellAt(heatmap, { row: 'A1', column: null })?.column).toBe('total')
    expect(cellAt(heatmap, { row: null, column: 'relief' })).toBeNull()
  })
})
