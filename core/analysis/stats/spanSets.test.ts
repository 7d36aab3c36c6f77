import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { compareCharacters, disjoint, touched } from './spanSets.ts'

const LENGTH = 60
const span = fc
  .tuple(fc.integer({ min: -5, max: LENGTH + 5 }), fc.integer({ min: -5, max: LENGTH + 5 }))
  .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))
const spans = fc.array(span, { maxLength: 6 })

function covers(list: readonly { start: number; end: number }[], at: number): boolean {
  return list.some(({ start, end }) => start <= at && at < end)
}

describe('disjoint spans', () => {
  it('joins passages that overlap and keeps passages that only touch apart', () => {
    const list = [
      { start: 8, end: 12 },
      { start: 0, end: 5 },
      { start: 4, end: 8 },
      { start: 3, end: 3 },
    ]
    expect(disjoint(list, 10)).toEqual([
      { start: 0, end: 8 },
      { start: 8, end: 10 },
    ])
  })

  it('leaves the coder’s own spans as they were', () => {
    const list = [
      { start: 0, end: 5 },
      { start: 2, end: 9 },
    ]
    disjoint(list, 20)
    expect(list).toEqual([
      { start: 0, end: 5 },
      { start: 2, end: 9 },
    ])
  })
})

describe('comparing two coders by the character', () => {
  it('has nothing to compare in an empty text', () => {
    expect(compareCharacters([], [], 0)).toEqual({ both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 })
    expect(compareCharacters([{ start: 0, end: 5 }], [], 0)).toEqual({
      both: 0,
      onlyFirst: 0,
      onlySecond: 0,
      neither: 0,
    })
  })

  it('counts a character once however many passages of one coder cover it', () => {
    const first = [
      { start: 0, end: 10 },
      { start: 5, end: 15 },
    ]
    expect(compareCharacters(first, [{ start: 8, end: 20 }], 100)).toEqual({
      both: 7,
      onlyFirst: 8,
      onlySecond: 5,
      neither: 80,
    })
  })

  it('agrees with counting every character one by one', () => {
    fc.assert(
      fc.property(spans, spans, (first, second) => {
        const slow = { both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 }
        for (let at = 0; at < LENGTH; at += 1) {
          const a = covers(first, at)
          const b = covers(second, at)
          slow[a && b ? 'both' : a ? 'onlyFirst' : b ? 'onlySecond' : 'neither'] += 1
        }
        expect(compareCharacters(first, second, LENGTH)).toEqual(slow)
      }),
    )
  })
})

describe('units touched by passages', () => {
  it('marks a unit for any overlap, and not for a passage that ends where it begins', () => {
    const units = [
      { start: 0, end: 10 },
      { start: 10, end: 20 },
      { start: 21, end: 30 },
    ]
    expect(touched(units, [{ start: 4, end: 10 }])).toEqual([1, 0, 0])
    expect(touched(units, [{ start: 9, end: 11 }])).toEqual([1, 1, 0])
    expect(touched(units, [{ start: 20, end: 21 }])).toEqual([0, 0, 0])
    expect(touched(units, [])).toEqual([0, 0, 0])
    expect(touched([], [{ start: 0, end: 4 }])).toEqual([])
  })

  it('agrees with looking at every passage for every unit', () => {
    const units = Array.from({ length: 10 }, (_, i) => ({ start: i * 6, end: i * 6 + 5 }))
    fc.assert(
      fc.property(spans, (passages) => {
        const slow = units.map((unit) =>
          passages.some(({ start, end }) => start < end && start < unit.end && unit.start < end) ? 1 : 0,
        )
        expect(touched(units, passages)).toEqual(slow)
      }),
    )
  })
})
