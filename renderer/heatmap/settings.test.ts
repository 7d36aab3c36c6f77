import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HeatmapSettings } from '../../core/contract/analysis.ts'
import { readView, writeView, type View } from './settings.ts'

const view: fc.Arbitrary<View> = fc.record({
  settings: fc
    .record({
      rows: fc.constantFrom('journey', 'stage', 'touchpoint'),
      columns: fc.constantFrom('emotion', 'participant', 'attribute:age_band'),
      measure: fc.constantFrom('prevalence', 'index', 'spread'),
      frustration: fc.constantFrom('strict', 'blocked', 'family'),
      sort: fc.constantFrom('journey', 'measure'),
      all: fc.boolean(),
      bootstrap: fc.boolean(),
      seed: fc.integer({ min: 0, max: 99_999_999 }),
      draws: fc.integer({ min: 100, max: 10_000 }),
      scope: fc.record({ complete: fc.boolean(), journeys: fc.constant(['CMP', 'REP']) }),
    })
    .map((raw) => HeatmapSettings.parse(raw)),
  percent: fc.boolean(),
  transposed: fc.boolean(),
  open: fc.constantFrom(
    null,
    { row: 'CMP4.2', column: 'frustration' },
    { row: 'CMP4.2', column: null },
    { row: null, column: 'Not known' },
    { row: 'CMP4.2', column: null, reason: 'why.delay' },
  ),
})

describe('a link to a heatmap', () => {
  it('is bare for the usual settings', () => {
    expect(writeView(readView({}))).toEqual({})
  })

  it('comes back as it was written', () => {
    fc.assert(
      fc.property(view, (one) => {
        expect(readView(writeView(one))).toEqual(one)
      }),
    )
  })

  it('keeps what can be understood when part of it is damaged', () => {
    const { settings } = readView({ rows: 'stage', columns: 'weather', draws: 'many', measure: 'index' })
    expect(settings).toMatchObject({ rows: 'stage', columns: 'emotion', draws: 2000, measure: 'index' })
  })
})
