import { describe, expect, it } from 'vitest'
import { cellWith } from './cell.fixture.ts'
import { cellAside, cellLines, figure, heatOf, readings, type Look } from './figures.ts'

const look: Look = { measure: 'prevalence', ends: [0, 1], percent: false, smallN: 3, isCases: false }

describe('a cell', () => {
  it('prints the counts, and the percentage above them when asked', () => {
    expect(cellLines(cellWith(), look)).toEqual(['5/7'])
    expect(cellLines(cellWith(), { ...look, percent: true })).toEqual(['71%', '5/7'])
    expect(cellLines(cellWith(), { ...look, measure: 'intensity', ends: [1, 3] })).toEqual(['2.5', '5/7'])
  })

  it('gives no percentage on thin evidence', () => {
    expect(cellLines(cellWith({ E: 4, F: 2, thin: true }), { ...look, percent: true })).toEqual(['2/4'])
    expect(readings(cellWith({ thin: true })).map(({ name }) => name)).not.toContain('prevalence')
  })

  it('is empty in three different ways', () => {
    const unmentioned = cellWith({ state: 'unmentioned', E: 0, F: 0 })
    const uncoded = cellWith({ state: 'uncoded', P: 0, E: 0, F: 0 })
    const zero = cellWith({ state: 'zero', F: 0, prevalence: 0 })
    expect(
      [unmentioned, uncoded, zero].map((one) => [cellLines(one, look)[0], cellAside(one, look)]),
    ).toEqual([
      [undefined, 'nobody mentioned it'],
      [undefined, 'not coded yet'],
      ['0/7', 'of 12'],
    ])
    expect([unmentioned, uncoded, zero].map((one) => heatOf(one, look))).toEqual([null, null, 0])
  })

  it('has no colour and no count when fewer than three people spoke of it', () => {
    const small = cellWith({ state: 'small', E: 2, F: 2 })
    expect(heatOf(small, look)).toBeNull()
    expect(cellLines(small, look)).toEqual(['n<3'])
  })

  it('of one person says how many passages and how strong', () => {
    const own = cellWith({ state: 'small', P: 1, E: 1, F: 1, passages: 4, intensity: 3 })
    const cases: Look = { ...look, isCases: true }
    expect(cellLines(own, cases)).toEqual(['4'])
    expect(heatOf(own, cases)).toBeGreaterThan(heatOf({ ...own, intensity: 1 }, cases) ?? 7)
    expect(heatOf({ ...own, F: 0, intensity: null }, cases)).toBe(0)
  })

  it('is darkest at the far end of the scale, which for sentiment is the unpleasant one', () => {
    expect(heatOf(cellWith({ prevalence: 1 }), look)).toBe(7)
    const sentiment: Look = { ...look, measure: 'sentiment', ends: [1, -1] }
    expect(heatOf(cellWith({ sentiment: -1 }), sentiment)).toBe(7)
    expect(heatOf(cellWith({ sentiment: 1 }), sentiment)).toBe(0)
  })
})

it('a figure never shows a minus before nought', () => {
  expect(figure(-0.001, 'sentiment')).toBe('0.00')
  expect(figure(-0.5, 'sentiment')).toBe('−0.50')
})
