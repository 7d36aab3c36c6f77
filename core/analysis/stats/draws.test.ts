import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { resample } from './bootstrap.ts'
import { drawUnits, meansOver, type Scored } from './draws.ts'
import { seededRandom } from './random.ts'

/** One score for each unit; null where it says nothing. */
type Scores = readonly (number | null)[]

function scored(scores: Scores): Scored {
  const places = (test: (score: number | null) => boolean) =>
    Uint32Array.from(scores.flatMap((score, unit) => (test(score) ? [unit] : [])))
  const marked = places((score) => score !== null && score > 0)
  return {
    spoke: places((score) => score !== null),
    marked,
    scores: Float64Array.from(marked, (unit) => scores[unit] ?? 0),
  }
}

/** The mean of a resample as anyone would write it; NaN when nobody in it says anything. */
function meanOf(scores: Scores, drawn: readonly number[]): number {
  const said = drawn.flatMap((unit) => scores[unit] ?? [])
  return said.reduce((sum, score) => sum + score, 0) / said.length
}

/** The interval the slow and obvious way: whole resamples of units by name, sorted. */
function plainInterval(scores: Scores, seed: number, draws: number): { low: number; high: number } | null {
  const random = seededRandom(seed)
  const means = Array.from({ length: draws }, () =>
    meanOf(
      scores,
      scores.map(() => random.below(scores.length)),
    ),
  )
  const sorted = means.filter((mean) => !Number.isNaN(mean)).sort((a, b) => a - b)
  if (scores.filter((score) => score !== null).length < 2 || sorted.length < draws / 2) return null
  const at = (share: number): number => {
    const position = share * (sorted.length - 1)
    const below = sorted[Math.floor(position)] ?? Number.NaN
    return below + (position % 1) * ((sorted[Math.floor(position) + 1] ?? below) - below)
  }
  return { low: at(0.025), high: at(0.975) }
}

function interval(scores: Scores, seed: number, draws: number) {
  return meansOver(drawUnits(scores.length, { seed, draws })).interval(scored(scores))
}

const score = fc.constantFrom(null, 0, 0, 100 / 3, 50, 200 / 3, 100)
const anyScores = fc.array(score, { minLength: 1, maxLength: 14 })

describe('many means over the same draws', () => {
  it('draw the units just as one figure alone would', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.nat(), (units, seed) => {
        const { weights } = drawUnits(units, { seed, draws: 20 })
        resample(units, { seed, draws: 20 }, (drawn, draw) => {
          expect(Array.from({ length: units }, (_, unit) => weights[unit * 20 + draw])).toEqual([...drawn])
        })
      }),
    )
  })

  it('have the interval that the slow and obvious way gives', () => {
    fc.assert(
      fc.property(anyScores, fc.nat(), (scores, seed) => {
        const [fast, slow] = [interval(scores, seed, 200), plainInterval(scores, seed, 200)]
        expect(fast === null).toBe(slow === null)
        if (!fast || !slow) return
        expect(fast.low).toBeCloseTo(slow.low, 9)
        expect(fast.high).toBeCloseTo(slow.high, 9)
      }),
    )
  })

  it('do not depend on what else is worked out from the draws', () => {
    const six = fc.array(score, { minLength: 6, maxLength: 6 })
    fc.assert(
      fc.property(fc.array(six.map(scored), { minLength: 1, maxLength: 6 }), (all) => {
        const draws = drawUnits(6, { seed: 5, draws: 100 })
        const together = meansOver(draws)
        for (const mean of all) {
          const alone = meansOver(draws)
          expect(together.interval(mean)).toEqual(alone.interval(mean))
          expect([...together.inDraws(mean)]).toEqual([...alone.inDraws(mean)])
        }
      }),
    )
  })

  it('agree with all 3,125 resamples that five units have', () => {
    // Three of the five speak, so how many speak in a resample varies too.
    const scores = [0, 100, 50, null, null]
    const places = [0, 1, 2, 3, 4]
    let all: number[][] = [[]]
    for (let n = 0; n < 5; n += 1) all = all.flatMap((drawn) => places.map((unit) => [...drawn, unit]))
    const means = all.map((drawn) => meanOf(scores, drawn)).filter((mean) => !Number.isNaN(mean))
    expect(means).toHaveLength(3125 - 2 ** 5)
    const share = (test: (mean: number) => boolean) => means.filter(test).length / means.length
    const found = interval(scores, 11, 10_000)
    if (!found) throw new Error('an interval was expected')
    const { low, high } = found
    expect(share((mean) => mean < low - 1e-9)).toBeLessThan(0.035)
    expect(share((mean) => mean <= low + 1e-9)).toBeGreaterThan(0.015)
    expect(share((mean) => mean > high + 1e-9)).toBeLessThan(0.035)
    expect(share((mean) => mean >= high - 1e-9)).toBeGreaterThan(0.015)
  })

  it('say nothing where fewer than two units speak', () => {
    expect(interval([100, null, null], 1, 200)).toBeNull()
    expect(interval([null, null], 1, 200)).toBeNull()
  })

  it('leave out the draws in which none of those who speak is drawn', () => {
    const few = [...Array.from({ length: 60 }, () => null), 100, 100]
    expect(interval(few, 1, 200)).toEqual({ low: 100, high: 100 })
  })
})

describe('an interval over the people of a study', () => {
  it('holds the truth about as often as it says', () => {
    // 300 samples of 30 from an invented population in which 60 % speak, with a mean of 37.5 among them.
    const random = seededRandom(42)
    const truth = 37.5
    const person = (): number | null => {
      if (random.below(10) >= 6) return null
      return [0, 0, 0, 50, 50, 50, 50, 100][random.below(8)] ?? 0
    }
    let held = 0
    for (let study = 0; study < 300; study += 1) {
      const found = interval(Array.from({ length: 30 }, person), study, 500)
      if (found && found.low <= truth && truth <= found.high) held += 1
    }
    // A percentile interval of about 18 people holds a little less often than 95 %.
    expect(held / 300).toBeGreaterThan(0.88)
    expect(held / 300).toBeLessThan(0.98)
  })
})
