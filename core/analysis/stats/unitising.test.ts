import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { Span } from '../../text/spans.ts'
import { alphaUnitising } from './unitising.ts'

/** Passages written as [start, length], as the published examples give them. */
function passages(...pairs: [start: number, length: number][]): Span[] {
  return pairs.map(([start, length]) => ({ start, end: start + length }))
}

const LENGTH = 40
const spans = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: LENGTH }), fc.integer({ min: 0, max: LENGTH }))
    .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) })),
  { maxLength: 5 },
)

/** 0 for two nulls, infinite for a null and a figure. */
function apart(a: number | null, b: number | null): number {
  return a === b ? 0 : Math.abs((a ?? Number.POSITIVE_INFINITY) - (b ?? Number.NEGATIVE_INFINITY))
}

describe('alpha for unitising', () => {
  it('gives .7286 and 1 for the two categories of Krippendorff (2004, p. 254)', () => {
    // The continuum there runs from 150 to 450.
    const c = alphaUnitising([
      { length: 300, coders: [passages([75, 70], [220, 30]), passages([70, 80], [205, 20], [250, 20])] },
    ])
    const k = alphaUnitising([
      { length: 300, coders: [passages([30, 60], [150, 50]), passages([30, 60], [150, 50])] },
    ])
    expect(c()).toBeCloseTo(0.7286, 4)
    expect(k()).toBe(1)
  })

  it.each([
    ['A', 0.553, passages([2, 8], [14, 6]), passages([4, 4], [15, 2])],
    ['B', -0.926, passages([0, 18]), passages([0, 2], [2, 1], [3, 1], [4, 1], [5, 1], [6, 3], [9, 1])],
    [
      'C',
      0.679,
      passages([2, 6], [10, 2], [14, 4], [20, 2]),
      passages([0, 2], [4, 4], [10, 4], [16, 2], [20, 2]),
    ],
    [
      'D',
      0.066,
      passages([0, 2], [2, 8], [10, 4], [14, 6], [20, 4]),
      passages([0, 4], [4, 4], [8, 7], [15, 2], [17, 7]),
    ],
  ])(
    'comes close to example %s of Krippendorff (1995, p. 57) on a fine scale: %f',
    (_, expected, first, second) => {
      const stretch = (list: Span[]): Span[] =>
        list.map(({ start, end }) => ({ start: start * 5000, end: end * 5000 }))
      // The 1995 text has a sign wrong in Dₑ, corrected in 2004, so the published figures are off in the third place.
      const figure = alphaUnitising([{ length: 24 * 5000, coders: [stretch(first), stretch(second)] }])()
      expect(Math.abs((figure ?? 9) - expected)).toBeLessThan(0.02)
    },
  )

  it('says nothing without text, without coders, with one coder, or when nobody used the code', () => {
    expect(alphaUnitising([])()).toBeNull()
    expect(alphaUnitising([{ length: 0, coders: [[], []] }])()).toBeNull()
    expect(alphaUnitising([{ length: 10, coders: [] }])()).toBeNull()
    expect(alphaUnitising([{ length: 10, coders: [passages([0, 4])] }])()).toBeNull()
    expect(alphaUnitising([{ length: 10, coders: [[], []] }])()).toBeNull()
  })

  it('is 0 or less when one coder marks a passage and the other marks nothing', () => {
    expect(alphaUnitising([{ length: 100, coders: [passages([10, 20]), []] }])()).toBeLessThanOrEqual(0)
  })

  it('sees a boundary that only one coder drew', () => {
    const whole = passages([10, 40])
    const split = passages([10, 20], [30, 20])
    expect(alphaUnitising([{ length: 200, coders: [whole, whole] }])()).toBe(1)
    expect(alphaUnitising([{ length: 200, coders: [whole, split] }])()).toBeLessThan(1)
  })

  it('refuses transcripts with different numbers of coders', () => {
    const transcripts = [
      { length: 10, coders: [[], []] },
      { length: 10, coders: [[]] },
    ]
    expect(() => alphaUnitising(transcripts)).toThrow(RangeError)
  })

  it('counts a transcript of weight two like that transcript twice', () => {
    fc.assert(
      fc.property(spans, spans, spans, spans, (a, b, c, d) => {
        const one = { length: LENGTH, coders: [a, b] }
        const two = { length: LENGTH, coders: [c, d] }
        expect(apart(alphaUnitising([one, two])([2, 1]), alphaUnitising([one, one, two])())).toBeLessThan(
          1e-9,
        )
      }),
    )
  })

  it('is at most 1, is 1 when coders are the same, and does not care which coder or transcript comes first', () => {
    fc.assert(
      fc.property(spans, spans, spans, (a, b, c) => {
        const transcripts = [
          { length: LENGTH, coders: [a, b, c] },
          { length: LENGTH, coders: [b, c, c] },
        ]
        const figure = alphaUnitising(transcripts)()
        const turned = transcripts
          .map(({ length, coders }) => ({ length, coders: coders.toReversed() }))
          .toReversed()
        expect(apart(alphaUnitising(turned)(), figure)).toBeLessThan(1e-9)
        expect(figure ?? 0).toBeLessThanOrEqual(1)
        expect(alphaUnitising([{ length: LENGTH, coders: [a, a] }])() ?? 1).toBe(1)
      }),
    )
  })
})
