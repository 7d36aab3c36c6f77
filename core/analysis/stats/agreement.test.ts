import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  characterAgreement,
  codeAgreement,
  intensityAgreement,
  reading,
  unitisingAgreement,
} from './agreement.ts'
import type { Ratings } from './krippendorff.ts'

const options = { seed: 11, draws: 200 }

/** Units as a table of two coders would give them. */
function units(both: number, onlyFirst: number, onlySecond: number, neither: number): Ratings[] {
  const repeat = (n: number, unit: Ratings): Ratings[] => Array.from({ length: n }, () => unit)
  return [
    ...repeat(both, [1, 1]),
    ...repeat(onlyFirst, [1, 0]),
    ...repeat(onlySecond, [0, 1]),
    ...repeat(neither, [0, 0]),
  ]
}

const transcripts = fc.array(
  fc.array(fc.array(fc.constantFrom(0, 1, null), { minLength: 2, maxLength: 2 }), { maxLength: 8 }),
  { maxLength: 5 },
)

describe('reading an agreement coefficient', () => {
  it.each([
    [1, 'reliable'],
    [0.8, 'reliable'],
    [0.7999, 'tentative'],
    [0.667, 'tentative'],
    [0.6669, 'low'],
    [-0.4, 'low'],
    [null, null],
  ] as const)('reads %d as %s', (value, expected) => {
    expect(reading(value)).toBe(expected)
  })
})

describe('agreement on a code', () => {
  it('reports agreement, positive agreement and prevalence of two coders', () => {
    const figures = codeAgreement([units(20, 5, 10, 15)], options)
    expect(figures).toMatchObject({ transcripts: 1, units: 50 })
    expect(figures.agreement).toBeCloseTo(0.7, 10)
    expect(figures.positiveAgreement).toBeCloseTo(40 / 55, 10)
    expect(figures.prevalence).toBeCloseTo(0.55, 10)
    // n = 100, 55 used, 45 not, 30 disagreeing halves: 1 − 99 × 15 / (55 × 45).
    expect(figures.alpha.value).toBeCloseTo(1 - (99 * 15) / (55 * 45), 10)
    expect(figures.alpha.reading).toBe('low')
  })

  it('warns when a rare code makes high agreement look worthless', () => {
    expect(codeAgreement([units(2, 3, 3, 992)], options).paradox).toBe(true)
    expect(codeAgreement([units(20, 5, 10, 15)], options).paradox).toBe(false)
  })

  it('gives no interval for one transcript, which cannot show how transcripts vary', () => {
    expect(codeAgreement([units(5, 1, 1, 5)], options).alpha.interval).toBeNull()
  })

  it('gives an interval around the figure for five transcripts', () => {
    const five = [
      units(3, 1, 0, 6),
      units(2, 0, 1, 7),
      units(4, 1, 1, 4),
      units(1, 0, 0, 9),
      units(3, 2, 0, 5),
    ]
    const { alpha } = codeAgreement(five, options)
    if (alpha.value === null || !alpha.interval) throw new Error('a figure with an interval was expected')
    expect(alpha.interval.low).toBeLessThan(alpha.value)
    expect(alpha.interval.high).toBeGreaterThan(alpha.value)
    expect(codeAgreement(five, options).alpha).toEqual(alpha)
  })

  it('says nothing where nothing was judged twice', () => {
    for (const given of [[], [[]], [[[1, null]]], [[[null, null]]]]) {
      expect(codeAgreement(given, options)).toMatchObject({
        units: 0,
        alpha: { value: null, interval: null, reading: null },
        agreement: null,
        positiveAgreement: null,
        prevalence: null,
      })
    }
  })

  it('does not praise coders for never using a code', () => {
    const figures = codeAgreement([units(0, 0, 0, 5), units(0, 0, 0, 5)], options)
    expect(figures.agreement).toBe(1)
    expect(figures.alpha.value).toBeNull()
    expect(figures.positiveAgreement).toBeNull()
    expect(figures.prevalence).toBe(0)
  })

  it('keeps shares within 0 and 1 and does not care which coder comes first', () => {
    fc.assert(
      fc.property(transcripts, (given) => {
        const figures = codeAgreement(given, { seed: 1, draws: 10 })
        const swapped = given.map((list) => list.map((unit) => unit.toReversed()))
        expect(codeAgreement(swapped, { seed: 1, draws: 10 })).toEqual(figures)
        for (const share of [figures.agreement, figures.positiveAgreement, figures.prevalence]) {
          expect(share ?? 0).toBeGreaterThanOrEqual(0)
          expect(share ?? 0).toBeLessThanOrEqual(1)
        }
        expect(figures.alpha.value ?? 0).toBeLessThanOrEqual(1)
      }),
    )
  })
})

describe('agreement on intensity', () => {
  it('forgives a neighbouring intensity more than a distant one', () => {
    const near = intensityAgreement(
      [
        [
          [1, 1],
          [2, 2],
          [3, 3],
          [1, 2],
        ],
      ],
      options,
    )
    const far = intensityAgreement(
      [
        [
          [1, 1],
          [2, 2],
          [3, 3],
          [1, 3],
        ],
      ],
      options,
    )
    expect(near.value ?? 0).toBeGreaterThan(far.value ?? 0)
  })

  it('says nothing without passages that both coders rated', () => {
    expect(intensityAgreement([], options).value).toBeNull()
    expect(
      intensityAgreement(
        [
          [
            [3, null],
            [null, 1],
          ],
        ],
        options,
      ).value,
    ).toBeNull()
  })

  it('gives an interval over transcripts', () => {
    const list = [
      [
        [1, 1],
        [3, 2],
      ],
      [
        [2, 2],
        [3, 3],
      ],
      [
        [1, 2],
        [2, 2],
      ],
      [
        [3, 3],
        [1, 1],
      ],
      [
        [2, 3],
        [1, 1],
      ],
    ]
    const figure = intensityAgreement(list, options)
    expect(figure.interval?.low).toBeLessThan(figure.value ?? 0)
  })
})

describe('agreement by the character', () => {
  it('pools transcripts and shows the paradox that uncoded text makes', () => {
    const figures = characterAgreement(
      [
        { length: 600, first: [{ start: 0, end: 5 }], second: [{ start: 3, end: 8 }] },
        { length: 400, first: [], second: [] },
      ],
      options,
    )
    expect(figures.table).toEqual({ both: 2, onlyFirst: 3, onlySecond: 3, neither: 992 })
    expect(figures.coefficient.value).toBeCloseTo(0.397, 3)
    expect(figures.coefficient.reading).toBe('low')
    expect(figures.paradox).toBe(true)
    expect(figures.positiveAgreement).toBeCloseTo(0.4, 10)
  })

  it('says nothing without text', () => {
    expect(characterAgreement([], options)).toMatchObject({ n: 0, kappa: null, coefficient: { value: null } })
  })
})

describe('agreement on freely drawn passages', () => {
  const same = { length: 100, coders: [[{ start: 10, end: 30 }], [{ start: 10, end: 30 }]] }
  const shifted = { length: 100, coders: [[{ start: 10, end: 30 }], [{ start: 14, end: 34 }]] }
  const missed = { length: 100, coders: [[{ start: 10, end: 30 }], []] }

  it('falls as coders draw apart', () => {
    expect(unitisingAgreement([same, same], options)).toEqual({
      value: 1,
      interval: { low: 1, high: 1 },
      reading: 'reliable',
    })
    const apart = unitisingAgreement([same, shifted], options).value ?? 1
    expect(apart).toBeLessThan(1)
    expect(unitisingAgreement([same, missed], options).value ?? 1).toBeLessThan(apart)
  })

  it('says nothing about a code that nobody used', () => {
    expect(unitisingAgreement([{ length: 50, coders: [[], []] }], options).value).toBeNull()
  })
})
