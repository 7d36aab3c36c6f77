import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { drawUnits, meansOver } from './draws.ts'
import { rankStability as ranked } from './ranks.ts'

const silent = Number.NaN

function people(...rows: number[][]): Float64Array[] {
  return rows.map((scores) => Float64Array.from(scores))
}

/** From one array per participant, with one score per row: silent where they said nothing about it. */
function rankStability(
  scores: readonly Float64Array[],
  k: number,
  { seed, draws = 2000, minimum = 3 }: { seed: number; draws?: number; minimum?: number },
): Float64Array {
  const means = meansOver(drawUnits(scores.length, { seed, draws }))
  const rows = Array.from({ length: scores[0]?.length ?? 0 }, (_, row) => {
    const of = (test: (score: number) => boolean) =>
      Uint32Array.from(scores.keys()).filter((person) => test(scores[person]?.[row] ?? silent))
    const spoke = of((score) => !Number.isNaN(score))
    const marked = of((score) => score > 0)
    const mean = { spoke, marked, scores: Float64Array.from(marked, (person) => scores[person]?.[row] ?? 0) }
    return spoke.length < minimum ? null : means.inDraws(mean, new Float64Array(draws))
  })
  return ranked(rows, k, draws)
}

const studies = fc
  .record({ participants: fc.integer({ min: 3, max: 10 }), rows: fc.integer({ min: 1, max: 8 }) })
  .chain(({ participants, rows }) =>
    fc.array(
      fc
        .array(fc.constantFrom(silent, 0, 1, 2, 3), { minLength: rows, maxLength: rows })
        .map((scores) => Float64Array.from(scores)),
      { minLength: participants, maxLength: participants },
    ),
  )

describe('rank stability', () => {
  it('has nothing to rank without participants or rows', () => {
    expect(rankStability([], 3, { seed: 1 })).toHaveLength(0)
    expect(rankStability(people([], []), 3, { seed: 1 })).toHaveLength(0)
  })

  it('is certain of a row that every participant puts first', () => {
    const scores = people([3, 0, 0], [3, 1, 0], [3, 0, 1], [3, 1, 1], [3, 0, 0])
    expect(rankStability(scores, 1, { seed: 1 })[0]).toBe(1)
  })

  it('splits the place between two rows that always tie', () => {
    const scores = people([1, 1, 0], [1, 1, 0], [1, 1, 0])
    expect([...rankStability(scores, 1, { seed: 1 })]).toEqual([0.5, 0.5, 0])
  })

  it('never ranks a row heard from fewer than three participants, however frustrated they were', () => {
    const scores = people([3, 1], [3, 1], [silent, 1], [silent, 0], [silent, 1])
    expect([...rankStability(scores, 1, { seed: 1 })]).toEqual([0, 1])
  })

  it('ranks a row heard from one participant when the minimum is lowered to one', () => {
    const scores = people([3, 1], [silent, 1], [silent, 0])
    const [first] = rankStability(scores, 1, { seed: 1, minimum: 1 })
    // The only speaker is missing from (2/3)³ = 30 % of the resamples.
    expect(first).toBeCloseTo(0.704, 1)
  })

  it('takes silence as silence, not as a score of nought', () => {
    const scores = people([2, 1], [2, 1], [2, 1], [silent, 1], [silent, 1], [silent, 1])
    const [first] = rankStability(scores, 1, { seed: 1 })
    expect(first).toBeGreaterThan(0.95)
  })

  it('reports an unsure lead as unsure', () => {
    const scores = people([1, 0], [0, 1], [1, 0], [0, 1], [1, 1])
    const [first, second] = rankStability(scores, 1, { seed: 3 })
    expect(first).toBeGreaterThan(0.4)
    expect(first).toBeLessThan(0.6)
    expect((first ?? 0) + (second ?? 0)).toBeCloseTo(1)
  })

  it('gives probabilities that share out the places there are', () => {
    fc.assert(
      fc.property(studies, fc.integer({ min: 1, max: 4 }), fc.nat(), (scores, k, seed) => {
        const shares = rankStability(scores, k, { seed, draws: 50, minimum: 1 })
        for (const share of shares) {
          expect(share).toBeGreaterThanOrEqual(0)
          expect(share).toBeLessThanOrEqual(1)
        }
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeLessThanOrEqual(k + 1e-9)
      }),
    )
  })

  it('does not care in which order the rows stand', () => {
    fc.assert(
      fc.property(studies, fc.nat(), (scores, seed) => {
        const options = { seed, draws: 50 }
        const backwards = scores.map((row) => row.toReversed())
        expect([...rankStability(backwards, 2, options)]).toEqual(
          [...rankStability(scores, 2, options)].toReversed(),
        )
      }),
    )
  })
})
