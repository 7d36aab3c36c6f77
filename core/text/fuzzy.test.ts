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
      fc.property(small, small, fc.nat(3), (text, pattern, limit) => {
        // A pattern no longer than the limit is near to nothing at all.
        fc.pre(pattern.length > limit)
        let fewest = Infinity
        for (let start = 0; start < text.length; start++)
          for (let end = start + 1; end <= text.length; end++)
            fewest = Math.min(fewest, distance(pattern, text.slice(start, end)))
        const found = nearestMatch(text, { start: 0, end: text.length }, pattern, limit, 0)
        expect(found?.errors ?? Infinity).toBe(fewest > limit ? Infinity : fewest)
        expect(found === null || distance(pattern, text.slice(found.start, found.end)) === found.errors).toBe(
          true,
        )
      }),
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
