import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { sample, seededRandom, shuffle } from './random.ts'

const seed = fc.integer({ min: 0, max: 2 ** 32 - 1 })

describe('seeded chance', () => {
  it.each([
    [0, [4270301181, 3717780726, 2919608142, 3745158266]],
    [1, [4064752930, 1169703512, 1317941441, 2551256358]],
    [2024, [1314825727, 3277018389, 1023711652, 2095118918]],
    [4294967295, [1136427174, 1916388865, 1301959096, 4012368761]],
  ])('gives the same numbers for seed %i everywhere, for ever', (start, expected) => {
    const random = seededRandom(start)
    expect(expected.map(() => random.bits())).toEqual(expected)
  })

  it.each([-1, 1.5, 2 ** 32, Number.NaN])(
    'refuses %d as a seed rather than quietly using another',
    (start) => {
      expect(() => seededRandom(start)).toThrow(RangeError)
    },
  )

  it('draws every number below the bound about equally often', () => {
    const random = seededRandom(7)
    const tally = [0, 0, 0, 0, 0, 0]
    for (let i = 0; i < 60_000; i += 1) {
      const face = random.below(6)
      tally[face] = (tally[face] ?? 0) + 1
    }
    expect(tally).toHaveLength(6)
    for (const count of tally) expect(Math.abs(count - 10_000)).toBeLessThan(400)
  })

  it('has only one answer below 1', () => {
    expect(seededRandom(3).below(1)).toBe(0)
  })
})

describe('shuffle', () => {
  it('keeps every item, once, and repeats itself for the same seed', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), seed, (items, start) => {
        const first = shuffle(items, seededRandom(start))
        expect([...first].sort()).toEqual([...items].sort())
        expect(shuffle(items, seededRandom(start))).toEqual(first)
      }),
    )
  })

  it('can put any item first', () => {
    const firsts = new Set(
      Array.from({ length: 200 }, (_, start) => shuffle(['a', 'b', 'c', 'd'], seededRandom(start))[0]),
    )
    expect(firsts.size).toBe(4)
  })
})

describe('sample', () => {
  it('draws without replacement', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 30 }),
        fc.integer({ min: 0, max: 40 }),
        seed,
        (n, size, start) => {
          const items = Array.from({ length: n }, (_, i) => i)
          const drawn = sample(items, size, seededRandom(start))
          expect(drawn).toHaveLength(Math.min(n, size))
          expect(new Set(drawn).size).toBe(drawn.length)
          expect(drawn.every((item) => items.includes(item))).toBe(true)
        },
      ),
    )
  })
})
