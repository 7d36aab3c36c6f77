import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { saturation } from './saturation.ts'

/** Interviews that each bring so many themes nobody mentioned before, beside one that everybody mentions. */
function bringing(...fresh: number[]): string[][] {
  return fresh.map((count, i) => ['shared', ...Array.from({ length: count }, (_, n) => `${i}.${n}`)])
}

describe('saturation', () => {
  it('reports 6+2 where the third run is the first with at most 5 % new', () => {
    // 37 base themes; runs bring 5 (14 %), 4 (11 %) and 1 (3 %).
    const report = saturation(bringing(12, 10, 8, 6, 1, 4, 0, 1))
    expect(report.baseThemes).toBe(37)
    expect(report.runs).toEqual([
      { first: 5, last: 6, fresh: 5, share: 5 / 37 },
      { first: 6, last: 7, fresh: 4, share: 4 / 37 },
      { first: 7, last: 8, fresh: 1, share: 1 / 37 },
    ])
    expect(report.reachedAt).toBe(6)
  })

  it('can be reached straight after the base', () => {
    expect(saturation(bringing(3, 3, 3, 3, 0, 0)).reachedAt).toBe(4)
  })

  it('counts exactly 5 % as reached', () => {
    expect(saturation(bringing(19, 0, 0, 0, 1, 0)).reachedAt).toBe(4)
  })

  it.each([0, 1, 2, 5])('has nothing to report after %i interviews', (count) => {
    const report = saturation(bringing(...Array.from({ length: count }, () => 2)))
    expect(report.runs).toEqual([])
    expect(report.reachedAt).toBeNull()
    expect(report.freshByInterview).toHaveLength(count)
  })

  it('never claims saturation from interviews without themes', () => {
    const report = saturation([[], [], [], [], [], []])
    expect(report.baseThemes).toBe(0)
    expect(report.runs).toEqual([{ first: 5, last: 6, fresh: 0, share: null }])
    expect(report.reachedAt).toBeNull()
  })

  it('takes another base, run and threshold', () => {
    const report = saturation(bringing(4, 4, 1, 1, 0), { base: 2, run: 1, threshold: 0 })
    expect(report.runs.map(({ fresh }) => fresh)).toEqual([1, 1, 0])
    expect(report.reachedAt).toBe(4)
  })

  it('refuses a base or run without interviews', () => {
    expect(() => saturation([], { run: 0 })).toThrow(RangeError)
    expect(() => saturation([], { base: 0 })).toThrow(RangeError)
  })

  it('finds every theme new exactly once, whatever the order within an interview', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.integer({ min: 0, max: 20 }))), (interviews) => {
        const report = saturation(interviews)
        const total = report.freshByInterview.reduce((sum, fresh) => sum + fresh, 0)
        expect(total).toBe(new Set(interviews.flat()).size)
        expect(saturation(interviews.map((themes) => themes.toReversed()))).toEqual(report)
      }),
    )
  })
})
