import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { bootstrap, resample } from './bootstrap.ts'

function meanOf(values: readonly number[]): (weights: Uint32Array) => number {
  return (weights) => {
    const total = weights.reduce((sum, weight) => sum + weight, 0)
    return values.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0) / total
  }
}

describe('resampling', () => {
  it('draws as many units as there are, with replacement', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), fc.nat(), (units, seed) => {
        resample(units, { seed, draws: 20 }, (weights) => {
          expect(weights).toHaveLength(units)
          expect(weights.reduce((sum, weight) => sum + weight, 0)).toBe(units)
        })
      }),
    )
  })

  it('reports how far it has come and finishes at the end', () => {
    const seen: number[] = []
    resample(3, { seed: 1, draws: 250, onProgress: (done, total) => seen.push(done / total) }, () => {})
    expect(seen).toEqual([0, 0.4, 0.8, 1])
  })

  it('does not start when it has been cancelled already', () => {
    let visits = 0
    const start = (): void => resample(3, { seed: 1, signal: AbortSignal.abort() }, () => (visits += 1))
    expect(start).toThrow('aborted')
    expect(visits).toBe(0)
  })

  it('stops soon after it is cancelled', () => {
    const controller = new AbortController()
    let visits = 0
    const start = (): void =>
      resample(3, { seed: 1, signal: controller.signal }, () => {
        visits += 1
        controller.abort()
      })
    expect(start).toThrow('aborted')
    expect(visits).toBe(100)
  })
})

describe('bootstrap interval', () => {
  it.each([0, 1])('says nothing about %i units, which cannot vary', (units) => {
    expect(bootstrap(units, () => 1, { seed: 1 })).toBeNull()
  })

  it('covers both values of two units that differ', () => {
    expect(bootstrap(2, meanOf([0, 1]), { seed: 1 })).toEqual({ low: 0, high: 1 })
  })

  it('agrees with the exact multinomial answer for five units', () => {
    // Resampled means of 0,0,0,1,1 are Binomial(5, .4)/5; its 2.5 % and 97.5 % points are 0 and .8.
    const interval = bootstrap(5, meanOf([0, 0, 0, 1, 1]), { seed: 20 })
    expect(interval?.low).toBeCloseTo(0)
    expect(interval?.high).toBeCloseTo(0.8)
  })

  it('is a single point when nobody differs', () => {
    expect(bootstrap(5, meanOf([2, 2, 2, 2, 2]), { seed: 1 })).toEqual({ low: 2, high: 2 })
  })

  it('gives the same interval for the same seed and another for another', () => {
    const values = Array.from({ length: 17 }, (_, i) => Math.sqrt(i + 0.123))
    const first = bootstrap(17, meanOf(values), { seed: 4 })
    expect(bootstrap(17, meanOf(values), { seed: 4 })).toEqual(first)
    expect(bootstrap(17, meanOf(values), { seed: 5 })).not.toEqual(first)
  })

  it('narrows when less coverage is asked for', () => {
    const values = Array.from({ length: 20 }, (_, i) => i)
    const wide = bootstrap(20, meanOf(values), { seed: 9 })
    const narrow = bootstrap(20, meanOf(values), { seed: 9, level: 0.5 })
    if (!wide || !narrow) throw new Error('an interval was expected')
    expect(narrow.low).toBeGreaterThan(wide.low)
    expect(narrow.high).toBeLessThan(wide.high)
  })

  it('leaves out resamples where the figure does not exist', () => {
    const oneAlwaysNeeded = (weights: Uint32Array): number => (weights[0] === 0 ? Number.NaN : 3)
    expect(bootstrap(5, oneAlwaysNeeded, { seed: 1 })).toEqual({ low: 3, high: 3 })
  })

  it('says nothing when the figure exists in fewer than half of the resamples', () => {
    const rarely = (weights: Uint32Array): number => ((weights[0] ?? 0) < 2 ? Number.NaN : 3)
    expect(bootstrap(5, rarely, { seed: 1 })).toBeNull()
  })

  it('says nothing rather than failing when no resamples are asked for', () => {
    expect(bootstrap(5, () => 1, { seed: 1, draws: 0 })).toBeNull()
  })

  it('stays within the range of the values', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 12 }),
        fc.nat(),
        (values, seed) => {
          const interval = bootstrap(values.length, meanOf(values), { seed, draws: 100 })
          if (!interval) throw new Error('an interval was expected')
          expect(interval.low).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9)
          expect(interval.high).toBeLessThanOrEqual(Math.max(...values) + 1e-9)
          expect(interval.low).toBeLessThanOrEqual(interval.high)
        },
      ),
    )
  })
})
