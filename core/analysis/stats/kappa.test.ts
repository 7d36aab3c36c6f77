import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { kappa, twoByTwoFigures } from './kappa.ts'

const count = fc.integer({ min: 0, max: 50 })
const table = fc.record({ both: count, onlyFirst: count, onlySecond: count, neither: count })

describe("Cohen's kappa", () => {
  it('gives .40 for the textbook table 20, 5, 10, 15', () => {
    expect(
      kappa([
        [20, 5],
        [10, 15],
      ]),
    ).toBeCloseTo(0.4, 10)
  })

  it('handles three categories', () => {
    // Chance by hand: (30×30 + 40×40 + 30×30) / 100² = .34; observed .75.
    expect(
      kappa([
        [25, 3, 2],
        [4, 30, 6],
        [1, 7, 22],
      ]),
    ).toBeCloseTo((0.77 - 0.34) / 0.66, 10)
  })

  it('says nothing without units, or when both coders used one category throughout', () => {
    expect(kappa([])).toBeNull()
    expect(
      kappa([
        [0, 0],
        [0, 0],
      ]),
    ).toBeNull()
    expect(
      kappa([
        [5, 0],
        [0, 0],
      ]),
    ).toBeNull()
  })

  it('behaves at one, two and five units', () => {
    expect(
      kappa([
        [0, 1],
        [0, 0],
      ]),
    ).toBe(0)
    expect(
      kappa([
        [1, 0],
        [0, 1],
      ]),
    ).toBe(1)
    expect(
      kappa([
        [0, 1],
        [1, 0],
      ]),
    ).toBe(-1)
    expect(
      kappa([
        [2, 1],
        [0, 2],
      ]),
    ).toBeCloseTo(8 / 13, 10)
  })

  it('stays between −1 and 1 and does not care which coder comes first', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(count, { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 }),
        (counts) => {
          const figure = kappa(counts)
          const swapped = kappa(counts.map((_, i) => counts.map((row) => row[i] ?? 0)))
          expect(swapped).toBe(figure)
          if (figure === null) return
          expect(figure).toBeGreaterThanOrEqual(-1)
          expect(figure).toBeLessThanOrEqual(1)
        },
      ),
    )
  })
})

describe('the figures beside kappa', () => {
  it('shows the paradox: 99.4 % agreement with a κ of .397', () => {
    const figures = twoByTwoFigures({ both: 2, onlyFirst: 3, onlySecond: 3, neither: 992 })
    expect(figures.agreement).toBeCloseTo(0.994, 10)
    expect(figures.kappa).toBeCloseTo(0.397, 3)
    expect(figures.paradox).toBe(true)
    expect(figures.positiveAgreement).toBeCloseTo(0.4, 10)
    expect(figures.negativeAgreement).toBeCloseTo(0.997, 3)
    expect(figures.prevalence).toBeCloseTo(0.005, 10)
    expect(figures.prevalenceIndex).toBeCloseTo(0.99, 10)
    expect(figures.biasIndex).toBe(0)
    expect(figures.pabak).toBeCloseTo(0.988, 10)
  })

  it('sees no paradox where coders simply disagree', () => {
    const figures = twoByTwoFigures({ both: 20, onlyFirst: 5, onlySecond: 10, neither: 15 })
    expect(figures.kappa).toBeCloseTo(0.4, 10)
    expect(figures.paradox).toBe(false)
    expect(figures.biasIndex).toBeCloseTo(0.1, 10)
  })

  it('says nothing of a code that neither coder met', () => {
    expect(twoByTwoFigures({ both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 })).toEqual({
      n: 0,
      agreement: null,
      positiveAgreement: null,
      negativeAgreement: null,
      prevalence: null,
      kappa: null,
      prevalenceIndex: null,
      biasIndex: null,
      pabak: null,
      paradox: false,
    })
  })

  it('does not call agreement on absence agreement on the code', () => {
    const figures = twoByTwoFigures({ both: 0, onlyFirst: 0, onlySecond: 0, neither: 5 })
    expect(figures.agreement).toBe(1)
    expect(figures.positiveAgreement).toBeNull()
    expect(figures.kappa).toBeNull()
    expect(figures.paradox).toBe(false)
  })

  it('keeps positive agreement still while uncoded text grows', () => {
    fc.assert(
      fc.property(table, count, (given, more) => {
        const before = twoByTwoFigures(given)
        const after = twoByTwoFigures({ ...given, neither: given.neither + more })
        expect(after.positiveAgreement).toBe(before.positiveAgreement)
      }),
    )
  })

  it('keeps shares within 0 and 1, and κ tied to PABAK by the two indices', () => {
    fc.assert(
      fc.property(table, (given) => {
        const figures = twoByTwoFigures(given)
        const { agreement, positiveAgreement, negativeAgreement, prevalence, prevalenceIndex, biasIndex } =
          figures
        for (const share of [
          agreement,
          positiveAgreement,
          negativeAgreement,
          prevalence,
          prevalenceIndex,
          biasIndex,
        ]) {
          if (share === null) continue
          expect(share).toBeGreaterThanOrEqual(0)
          expect(share).toBeLessThanOrEqual(1)
        }
        if (
          figures.kappa === null ||
          prevalenceIndex === null ||
          biasIndex === null ||
          figures.pabak === null
        )
          return
        // Byrt, Bishop & Carlin (1993), equation 1.
        const shift = prevalenceIndex ** 2 - biasIndex ** 2
        expect(figures.kappa).toBeCloseTo((figures.pabak - shift) / (1 - shift), 9)
      }),
    )
  })
})
