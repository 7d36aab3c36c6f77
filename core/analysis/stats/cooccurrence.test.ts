import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { cCoefficient, coOccurrence, jaccard, overlapCoOccurrence } from './cooccurrence.ts'

const CODES = 4
const units = fc.array(
  fc.record({
    codes: fc.array(fc.integer({ min: 0, max: CODES - 1 }), { maxLength: 5 }),
    person: fc.nat(2),
  }),
  { maxLength: 8 },
)
const codings = fc.array(
  fc.record({
    code: fc.integer({ min: 0, max: CODES - 1 }),
    start: fc.integer({ min: 0, max: 30 }),
    length: fc.integer({ min: 0, max: 10 }),
    person: fc.nat(2),
  }),
  { maxLength: 12 },
)

describe('co-occurrence over units', () => {
  it('counts each participant once, however often they said it', () => {
    const held = [[0, 1, 1], [0], [1, 0, 1], [2]]
    const { occurs, together, people } = coOccurrence(
      held.map((codes, person) => ({ codes, person })),
      3,
    )
    expect([...occurs]).toEqual([3, 2, 1])
    expect([...together]).toEqual([3, 2, 0, 2, 2, 0, 0, 0, 1])
    expect(people).toEqual(together)
  })

  it('tells how many people are behind it, however many passages they have', () => {
    const passages = [7, 7, 7, 8].map((person) => ({ codes: [0, 1], person }))
    const { together, people } = coOccurrence([...passages, { codes: [1], person: 9 }], 2)
    expect([...together]).toEqual([4, 4, 4, 5])
    expect([...people]).toEqual([2, 2, 2, 3])
  })

  it('is all noughts without units', () => {
    expect([...coOccurrence([], 2).together]).toEqual([0, 0, 0, 0])
  })

  it('is symmetric, holds occurrences on its diagonal, and does not care about order', () => {
    fc.assert(
      fc.property(units, (list) => {
        const { occurs, together, people } = coOccurrence(list, CODES)
        for (let a = 0; a < CODES; a += 1) {
          expect(together[a * CODES + a]).toBe(occurs[a])
          for (let b = 0; b < CODES; b += 1) expect(together[a * CODES + b]).toBe(together[b * CODES + a])
        }
        expect(
          coOccurrence(
            list.toReversed().map(({ codes, person }) => ({ codes: codes.toReversed(), person })),
            CODES,
          ),
        ).toEqual({ occurs, together, people })
      }),
    )
  })
})

describe('co-occurrence of overlapping codings', () => {
  it('counts pairs that share text, and not codings that only touch or stand in different documents', () => {
    const { occurs, together, people } = overlapCoOccurrence(
      [
        [
          { code: 0, start: 0, end: 10, person: 1 },
          { code: 1, start: 5, end: 8, person: 1 },
          { code: 1, start: 9, end: 12, person: 2 },
          { code: 0, start: 12, end: 20, person: 1 },
        ],
        [{ code: 1, start: 0, end: 20, person: 3 }],
      ],
      2,
    )
    expect([...occurs]).toEqual([2, 3])
    expect([...together]).toEqual([0, 2, 2, 0])
    expect([...people]).toEqual([1, 2, 2, 3])
  })

  it('agrees with comparing every two codings', () => {
    fc.assert(
      fc.property(codings, (list) => {
        const spans = list.map(({ length, ...span }) => ({ ...span, end: span.start + length }))
        const slow = new Uint32Array(CODES * CODES)
        for (const a of spans) {
          for (const b of spans) {
            const meet = Math.min(a.end, b.end) > Math.max(a.start, b.start)
            if (meet && a.code !== b.code)
              slow[a.code * CODES + b.code] = (slow[a.code * CODES + b.code] ?? 0) + 1
          }
        }
        expect(overlapCoOccurrence([spans], CODES).together).toEqual(slow)
      }),
    )
  })
})

describe('c-coefficient', () => {
  it.each([
    [5, 100, 10, 5 / 105],
    [0, 3, 4, 0],
    [4, 4, 4, 1],
    [9, 4, 4, 1],
    [3, 4, 4, 0.6],
  ])('of %i together, %i and %i is %d', (together, first, second, expected) => {
    expect(cCoefficient(together, first, second)).toBeCloseTo(expected, 12)
  })

  it('says nothing when neither code occurs', () => {
    expect(cCoefficient(0, 0, 0)).toBeNull()
    expect(jaccard(new Set(), new Set())).toBeNull()
  })

  it('is the Jaccard index over units: within 0 and 1, the same either way round', () => {
    const set = fc.uniqueArray(fc.integer({ min: 0, max: 9 })).map((items) => new Set(items))
    fc.assert(
      fc.property(set, set, (first, second) => {
        const index = jaccard(first, second)
        expect(jaccard(second, first)).toBe(index)
        expect(index ?? 0).toBeGreaterThanOrEqual(0)
        expect(index ?? 0).toBeLessThanOrEqual(1)
        expect(index === 1).toBe(
          first.size > 0 && first.size === second.size && [...first].every((item) => second.has(item)),
        )
      }),
    )
  })
})
