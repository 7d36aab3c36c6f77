import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { newcombe, wilson } from './interval.ts'

const proportion = fc
  .integer({ min: 1, max: 60 })
  .chain((n) => fc.record({ x: fc.integer({ min: 0, max: n }), n: fc.constant(n) }))

describe('Wilson interval', () => {
  it.each([
    [0, 8, 0, 0.3244],
    [1, 8, 0.0224, 0.4709],
    [3, 8, 0.1368, 0.6943],
    [8, 8, 0.6756, 1],
    [7, 15, 0.2481, 0.6988],
    [12, 15, 0.5481, 0.9295],
    [1, 30, 0.0059, 0.1667],
  ])('gives the published 95 %% interval for %i of %i', (successes, n, low, high) => {
    const interval = wilson(successes, n)
    expect(interval?.low).toBeCloseTo(low, 4)
    expect(interval?.high).toBeCloseTo(high, 4)
  })

  it('says nothing when nobody was asked', () => {
    expect(wilson(0, 0)).toBeNull()
  })

  it.each([
    [0, 1, 0, 0.7935],
    [1, 1, 0.2065, 1],
    [0, 2, 0, 0.6576],
    [1, 2, 0.0945, 0.9055],
    [2, 2, 0.3424, 1],
    [0, 3, 0, 0.5615],
    [0, 4, 0, 0.4899],
    [0, 5, 0, 0.4345],
    [2, 5, 0.1176, 0.7693],
    [5, 5, 0.5655, 1],
  ])('stays honest at small n: %i of %i', (successes, n, low, high) => {
    const interval = wilson(successes, n)
    expect(interval?.low).toBeCloseTo(low, 4)
    expect(interval?.high).toBeCloseTo(high, 4)
  })

  it('reaches exactly 0 and exactly 1 at the ends', () => {
    for (let n = 1; n <= 60; n += 1) {
      expect(wilson(0, n)?.low).toBe(0)
      expect(wilson(n, n)?.high).toBe(1)
    }
  })

  it('holds the observed share, stays within 0 and 1, and mirrors when successes and failures swap', () => {
    fc.assert(
      fc.property(proportion, ({ x, n }) => {
        const interval = wilson(x, n)
        const mirror = wilson(n - x, n)
        if (!interval || !mirror) throw new Error('an interval was expected')
        expect(interval.low).toBeGreaterThanOrEqual(0)
        expect(interval.low).toBeLessThanOrEqual(x / n)
        expect(interval.high).toBeGreaterThanOrEqual(x / n)
        expect(interval.high).toBeLessThanOrEqual(1)
        expect(mirror.low).toBeCloseTo(1 - interval.high, 12)
      }),
    )
  })

  it.each([
    [-1, 5],
    [6, 5],
    [1.5, 5],
    [Number.NaN, 5],
  ])('refuses %d of %d, which cannot be a count of people', (successes, n) => {
    expect(() => wilson(successes, n)).toThrow(RangeError)
  })
})

describe('Newcombe interval for a difference', () => {
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])('gives the published interval for %i/%i against %i/%i', (x1, n1, x2, n2, low, high) => {
    const interval = newcombe(x1, n1, x2, n2)
    expect(interval?.low).toBeCloseTo(low, 4)
    expect(interval?.high).toBeCloseTo(high, 4)
  })

  it('says nothing when either group is empty', () => {
    expect(newcombe(0, 0, 1, 2)).toBeNull()
    expect(newcombe(1, 2, 0, 0)).toBeNull()
  })

  it('spans nearly everything when two groups of one disagree', () => {
    const interval = newcombe(1, 1, 0, 1)
    expect(interval?.low).toBeLessThan(0)
    expect(interval?.high).toBe(1)
  })

  it('holds the observed difference and changes sign when the groups swap', () => {
    fc.assert(
      fc.property(proportion, proportion, (a, b) => {
        const forward = newcombe(a.x, a.n, b.x, b.n)
        const backward = newcombe(b.x, b.n, a.x, a.n)
        if (!forward || !backward) throw new Error('an interval was expected')
        const difference = a.x / a.n - b.x / b.n
        expect(forward.low).toBeGreaterThanOrEqual(-1)
        expect(forward.high).toBeLessThanOrEqual(1)
        expect(forward.low).toBeLessThanOrEqual(difference)
        expect(forward.high).toBeGreaterThanOrEqual(difference)
        expect(forward.low).toBeCloseTo(-backward.high, 12)
      }),
    )
  })
})
