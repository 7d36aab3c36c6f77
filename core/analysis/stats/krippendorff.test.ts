import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { alpha, alphaOf, coincidences, margins, type Metric, type Ratings, valuesIn } from './krippendorff.ts'

const metrics = ['nominal', 'ordinal', 'interval', 'ratio'] as const satisfies readonly Metric[]

/** Krippendorff's worked example: four observers, twelve units, a dot where an observer did not judge. */
const example = transpose([
  '1 2 3 3 2 1 4 1 2 . . .',
  '1 2 3 3 2 2 4 1 2 5 . 3',
  '. 3 3 3 2 3 4 2 2 5 1 .',
  '1 2 3 3 2 4 4 1 2 5 1 .',
])

function transpose(observers: readonly string[]): Ratings[] {
  const rows = observers.map((row) => row.split(' ').map((mark) => (mark === '.' ? null : Number(mark))))
  return Array.from({ length: 12 }, (_, unit) => rows.map((row) => row[unit] ?? null))
}

/** 0 for two nulls, infinite for a null and a figure. */
function apart(a: number | null, b: number | null): number {
  return a === b ? 0 : Math.abs((a ?? Number.POSITIVE_INFINITY) - (b ?? Number.NEGATIVE_INFINITY))
}

const value = fc.option(fc.integer({ min: 1, max: 4 }), { freq: 5 })
const data = fc.array(fc.array(value, { minLength: 3, maxLength: 3 }), { maxLength: 12 })

describe("Krippendorff's alpha", () => {
  it.each([
    ['nominal', 0.7434],
    ['ordinal', 0.8154],
    ['interval', 0.8491],
    ['ratio', 0.7974],
  ] as const)('gives the published %s figure for four observers and twelve units', (metric, expected) => {
    expect(alpha(example, metric)).toBeCloseTo(expected, 4)
  })

  it('counts only the forty judgements that can be paired', () => {
    expect(margins(coincidences(example)).reduce((sum, n) => sum + n, 0)).toBeCloseTo(40)
  })

  it.each(metrics)('says nothing without units, with one judgement, or with one coder (%s)', (metric) => {
    expect(alpha([], metric)).toBeNull()
    expect(alpha([[1, null]], metric)).toBeNull()
    expect(alpha([[1], [2]], metric)).toBeNull()
  })

  it.each(metrics)(
    'says nothing when every judgement is the same: agreement needs variation (%s)',
    (metric) => {
      expect(
        alpha(
          [
            [1, 1],
            [1, 1],
            [1, 1],
          ],
          metric,
        ),
      ).toBeNull()
    },
  )

  it('follows the formula for one and for two units', () => {
    // One unit, two values: Dₒ = Dₑ.
    expect(alpha([[0, 1]], 'nominal')).toBe(0)
    expect(
      alpha(
        [
          [0, 0],
          [1, 1],
        ],
        'nominal',
      ),
    ).toBe(1)
    // n = 4, nₒ = 2, n₁ = 2, all pairs disagree: 1 − 3 × 2 / 4.
    expect(
      alpha(
        [
          [0, 1],
          [1, 0],
        ],
        'nominal',
      ),
    ).toBe(-0.5)
  })

  it('corrects for small samples at five units', () => {
    // Two coders, one disagreement: n = 10, n₁ = 3, n₀ = 7, 1 − 9 × 1 / 21.
    expect(
      alpha(
        [
          [1, 1],
          [1, 0],
          [0, 0],
          [0, 0],
          [0, 0],
        ],
        'nominal',
      ),
    ).toBeCloseTo(1 - 9 / 21)
  })

  it('treats a ratio of nought to nought as no difference', () => {
    expect(
      alpha(
        [
          [0, 0],
          [2, 2],
        ],
        'ratio',
      ),
    ).toBe(1)
  })

  it('treats the names of nominal codes as names', () => {
    fc.assert(
      fc.property(data, (units) => {
        const renamed = units.map((unit) => unit.map((given) => (given === null ? null : (given * 7) % 5)))
        const original = alpha(units, 'nominal')
        expect(apart(alpha(renamed, 'nominal'), original)).toBeLessThan(1e-9)
      }),
    )
  })

  it('is never above 1, and is 1 only where coders never differ', () => {
    fc.assert(
      fc.property(data, fc.constantFrom(...metrics), (units, metric) => {
        const figure = alpha(units, metric)
        if (figure === null) return
        const differ = units.some((unit) => new Set(unit.filter((given) => given !== null)).size > 1)
        expect(figure).toBeLessThanOrEqual(1)
        expect(figure === 1).toBe(!differ)
      }),
    )
  })

  it('does not care in which order units or coders stand', () => {
    fc.assert(
      fc.property(data, fc.constantFrom(...metrics), (units, metric) => {
        const figure = alpha(units, metric)
        const turned = alpha(
          units.toReversed().map((unit) => unit.toReversed()),
          metric,
        )
        expect(apart(turned, figure)).toBeLessThan(1e-9)
      }),
    )
  })

  it('is not moved by units that only one coder judged', () => {
    fc.assert(
      fc.property(data, (units) => {
        const alone: Ratings[] = [
          [null, 3, null],
          [1, null, null],
        ]
        const figure = alpha(units, 'interval')
        const padded = alpha([...units, ...alone], 'interval')
        expect(apart(padded, figure)).toBeLessThan(1e-9)
      }),
    )
  })

  it('refuses a judgement outside the values it was told to expect', () => {
    expect(() => coincidences([[0, 2]], [0, 1])).toThrow(RangeError)
  })

  it('adds up over transcripts', () => {
    const values = valuesIn(example)
    const parts = [example.slice(0, 5), example.slice(5)].map((units) => coincidences(units, values).counts)
    const counts = coincidences(example, values).counts.map(
      (_, i) => (parts[0]?.[i] ?? 0) + (parts[1]?.[i] ?? 0),
    )
    expect(alphaOf({ values, counts }, 'ordinal')).toBeCloseTo(0.8154, 4)
  })
})
