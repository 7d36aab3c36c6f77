import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { quantilesOf } from './quantile.ts'

/** Type 7, from all the values in order. */
function plain(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const position = share * (sorted.length - 1)
  const below = sorted[Math.floor(position)] ?? Number.NaN
  const above = sorted[Math.floor(position) + 1] ?? below
  return below + (position - Math.floor(position)) * (above - below)
}

const shares = fc.tuple(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.double({ min: 0, max: 1, noNaN: true }),
)

describe('quantiles', () => {
  it.each([
    ['figures of any size', fc.double({ min: -1e9, max: 1e9, noNaN: true })],
    ['a few figures that come again and again', fc.constantFrom(0, 0, 33.3, 66.6, 100)],
    ['figures that hardly differ', fc.constantFrom(1, 1 + Number.EPSILON, 1 + 2 * Number.EPSILON)],
    ['figures too close together to divide', fc.constantFrom(0, Number.MIN_VALUE, 2 * Number.MIN_VALUE)],
    [
      'most figures together and one far away',
      fc.oneof(fc.double({ min: 0, max: 1e-6, noNaN: true }), fc.constant(1e6)),
    ],
  ])('of %s are those of the figures in order', (_, figure) => {
    fc.assert(
      fc.property(fc.array(figure, { minLength: 1, maxLength: 300 }), shares, (values, [low, high]) => {
        const found = quantilesOf(Float64Array.from(values), low, high)
        const expected = [plain(values, low), plain(values, high)]
        // Minus nought is nought.
        expect(found.map((value) => value + 0)).toEqual(expected.map((value) => value + 0))
      }),
    )
  })

  it('leave the figures where they stand', () => {
    const values = Float64Array.of(3, 1, 2)
    quantilesOf(values, 0.1, 0.9)
    expect([...values]).toEqual([3, 1, 2])
  })

  it('do not exist for no figures', () => {
    expect(quantilesOf(new Float64Array(), 0.1, 0.9)).toEqual([Number.NaN, Number.NaN])
  })
})
