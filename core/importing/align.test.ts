import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { align } from './align.ts'

const word = fc.constantFrom(
  'the',
  'lift',
  'was',
  'broken',
  'again',
  '👩‍👩‍👧',
  'ŷd',
  '等',
  'they’d',
  '(laughs)',
  '.',
  ',',
)
const text = fc.array(word, { maxLength: 60 }).map((words) => words.join(' '))

describe('align', () => {
  it('joins only stretches that read the same, in order and without overlaps', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        let from = 0
        let to = 0
        for (const match of align(before, after)) {
          expect(match.from).toBeGreaterThanOrEqual(from)
          expect(match.to).toBeGreaterThanOrEqual(to)
          expect(match.length).toBeGreaterThan(0)
          expect(before.slice(match.from, match.from + match.length)).toBe(
            after.slice(match.to, match.to + match.length),
          )
          from = match.from + match.length
          to = match.to + match.length
        }
      }),
    )
  })

  it('sees one stretch in a text that did not change', () => {
    expect(align('It broke again.', 'It broke again.')).toEqual([{ from: 0, to: 0, length: 15 }])
  })

  it('keeps every word when a turn is split in two', () => {
    const before = 'It broke again. I rang them.'
    const kept = align(before, 'It broke again.\nI rang them.')
    expect(kept.reduce((sum, match) => sum + match.length, 0)).toBe(before.length - 1)
  })

  it('aligns a long text that was edited throughout, and gives up on a text that is another one', () => {
    const random = (seed: number) => {
      let state = seed
      return () => (state = (state * 48271) % 2147483647) / 2147483647
    }
    const chance = random(7)
    const words = Array.from({ length: 20_000 }, () => `w${Math.floor(chance() ** 3 * 3000)}`)
    const edited = words.map((w) => (chance() < 0.1 ? `${w}x` : w))
    const kept = align(words.join(' '), edited.join(' ')).reduce((sum, match) => sum + match.length, 0)
    expect(kept / words.join(' ').length).toBeGreaterThan(0.85)
    expect(align(words.join(' '), words.map((w) => `${w}x`).join(' '))).toEqual([])
  })
})
