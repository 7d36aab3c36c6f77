import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  baseOf,
  capitalised,
  CAVEAT,
  cellLabel,
  counted,
  formatInterval,
  formatNumber,
  formatPercent,
  formatPercentInterval,
  nLine,
  partOf,
  verbFor,
} from './format.ts'

const residents = { one: 'resident', many: 'residents' }
const clause = 'who talked about reporting a repair'

describe('figures', () => {
  it.each([
    [0, 0, '0'],
    [1234567, 0, '1,234,567'],
    [0.7434, 2, '0.74'],
    [0.7974, 3, '0.797'],
    [-0.4, 1, '−0.4'],
    [-0.001, 2, '0.00'],
  ] as const)('prints %d to %i places as %s', (value, digits, expected) => {
    expect(formatNumber(value, digits)).toBe(expected)
  })

  it.each([
    [0, 'nobody'],
    [1, 'too few'],
    [2, 'too few'],
    [3, 'few'],
    [4, 'few'],
    [5, 'enough'],
    [40, 'enough'],
  ])('calls a base of %i %s', (n, expected) => {
    expect(baseOf(n)).toBe(expected)
  })

  it('takes other thresholds', () => {
    expect(baseOf(4, { colour: 5, percent: 10 })).toBe('too few')
    expect(formatPercent(4, 8, { percent: 10 })).toBeNull()
  })

  it.each([0, 1, 2, 3, 4])('gives no percentage of %i participants', (n) => {
    expect(formatPercent(0, n)).toBeNull()
  })

  it.each([
    [0, 5, '0%'],
    [5, 5, '100%'],
    [7, 12, '58%'],
    [1, 8, '13%'],
    [1, 200, '1%'],
    [1, 300, '<1%'],
    [299, 300, '>99%'],
  ])('prints %i of %i as %s', (count, n, expected) => {
    expect(formatPercent(count, n)).toBe(expected)
  })

  it('prints intervals so that they can be read aloud', () => {
    expect(formatPercentInterval({ low: 0.1368, high: 0.6943 })).toBe('14–69%')
    expect(formatInterval({ low: -0.1, high: 0.5 })).toBe('−0.10 to 0.50')
  })

  it('prints the label of a cell and the line under a chart', () => {
    expect(cellLabel(7, 12, 20)).toBe('7 of 12 (of 20)')
    expect(CAVEAT).toBe('Indicative; purposive sample.')
  })
})

describe('sentences from counts', () => {
  it.each([
    [7, 12, '7 of the 12 residents who talked about reporting a repair'],
    [1, 12, '1 of the 12 residents who talked about reporting a repair'],
    [12, 12, 'all 12 residents who talked about reporting a repair'],
    [0, 12, 'none of the 12 residents who talked about reporting a repair'],
    [2, 2, 'both residents who talked about reporting a repair'],
    [1, 2, '1 of the 2 residents who talked about reporting a repair'],
    [0, 2, 'neither of the 2 residents who talked about reporting a repair'],
    [1, 1, 'the only resident who talked about reporting a repair'],
    [0, 1, '0 of 1 resident who talked about reporting a repair'],
    [0, 0, 'no residents who talked about reporting a repair'],
  ])('speaks of %i of %i as "%s"', (count, total, expected) => {
    expect(partOf(count, total, residents, clause)).toBe(expected)
  })

  it('puts the count before the noun and the verb in its number', () => {
    expect(counted(1, residents)).toBe('1 resident')
    expect(counted(0, residents)).toBe('0 residents')
    expect(counted(1200, residents)).toBe('1,200 residents')
    expect([0, 1, 2].map((count) => verbFor(count, 'was', 'were'))).toEqual(['were', 'was', 'were'])
  })

  it('writes the n line', () => {
    expect(nLine(12, 20, residents)).toBe('12 of the 20 residents spoke of this.')
    expect(nLine(0, 20, residents)).toBe('None of the 20 residents spoke of this.')
    expect(nLine(20, 20, residents)).toBe('All 20 residents spoke of this.')
    expect(nLine(0, 0, residents)).toBe('No residents are in scope.')
    expect(capitalised('')).toBe('')
  })

  it('always names the group it counts from', () => {
    const counts = fc
      .integer({ min: 3, max: 999 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)))
    fc.assert(
      fc.property(counts, ([count, total]) => {
        expect(partOf(count, total, residents)).toContain(`${total} residents`)
      }),
    )
  })
})
