import { describe, expect, it } from 'vitest'

import { riskDifference } from './effect.ts'

describe('difference between two segments', () => {
  it('is the difference of shares with its interval', () => {
    const found = riskDifference({ count: 9, n: 10 }, { count: 3, n: 10 })
    expect(found?.difference).toBeCloseTo(0.6, 12)
    expect(found?.interval.low).toBeCloseTo(0.1705, 4)
    expect(found?.interval.high).toBeCloseTo(0.809, 4)
    expect(found?.enough).toBe(true)
  })

  it('does not exist when a segment is empty', () => {
    expect(riskDifference({ count: 0, n: 0 }, { count: 1, n: 2 })).toBeNull()
  })

  it.each([
    [1, false],
    [2, false],
    [4, false],
    [5, true],
  ])('says whether segments of %i carry a comparison: %s', (n, enough) => {
    expect(riskDifference({ count: 0, n }, { count: n, n: 12 })?.enough).toBe(enough)
  })
})
