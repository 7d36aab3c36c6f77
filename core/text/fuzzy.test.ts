import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nearestMatch } from './fuzzy.ts'

/** Fewest edits between two texts, the plain way. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}

describe('nearestMatch', () => {
  const small = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 14 })

  it('finds the stretch with the fewest edits, or nothing when there is none within the limit', () => {
    fc.assert(
      fc.property(
        small,
        small.filter((p) => p.length > 0),
        fc.integer({ min: 0, max: 3 }),
        (text, pattern, limit) => {
          let fewest = Infinity
          for (let start = 0; start < text.length; start++)
            for (let end = start + 1; end <= text.length; end++)
              fewest = Math.min(fewest, distance(pattern, text.slice(start, end)))
          const found = nearestMatch(text, { start: 0, end: text.length }, pattern, limit, 0)
          if (fewest > limit) {
            expect(found).toBeNull()
            return
          }
          // An empty stretch can be as near as a short one; then nothing is found.
          if (found === null) {
            expect(pattern.length).toBeLessThanOrEqual(limit)
            return
          }
          expect(found.errors).toBe(fewest)
          expect(distance(pattern, text.slice(found.start, found.end))).toBe(found.errors)
        },
      ),
    )
  })

  it('takes the stretch nearest to where it was expected when two are alike', () => {
    const text = 'the lift broke. later the lift broke. and the lift broke'
    expect(nearestMatch(text, { start: 0, end: text.length }, 'the lift broke', 3, 25)).toMatchObject({
      start: 22,
      errors: 0,
    })
  })
})
