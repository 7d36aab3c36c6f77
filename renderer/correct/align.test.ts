import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pieces, shared } from './align.ts'

const stretches = (before: string, after: string) =>
  shared(before, after).map(({ from, length }) => before.slice(from, from + length))

describe('the words two versions share', () => {
  it('are everything but the corrected word', () => {
    expect(stretches('I rang them ate times last week', 'I rang them eight times last week')).toEqual([
      'I rang them',
      'times last week',
    ])
  })

  it('are found between several corrections', () => {
    expect(stretches('a b X c d Y e', 'a b c d Z e')).toEqual(['a b', 'c d', 'e'])
  })

  it('are none when everything was rewritten', () => {
    expect(shared('one two', 'three four')).toEqual([])
  })

  it('read the same in both, stand in order and never overlap', () => {
    const sentence = fc
      .array(fc.constantFrom('damp', 'mould', 'the', 'rang', ',', 'é', '\n'), { maxLength: 12 })
      .map((words) => words.join(' '))
    fc.assert(
      fc.property(sentence, sentence, (before, after) => {
        let [from, to] = [0, 0]
        for (const match of shared(before, after)) {
          expect(match.from).toBeGreaterThanOrEqual(from)
          expect(match.to).toBeGreaterThanOrEqual(to)
          expect(before.slice(match.from, match.from + match.length)).toBe(
            after.slice(match.to, match.to + match.length),
          )
          ;[from, to] = [match.from + match.length, match.to + match.length]
        }
      }),
    )
  })
})

describe('two versions shown as one text', () => {
  it('strike out what went and mark what came, side by side', () => {
    expect(
      pieces('I rang ate times', 'I rang eight times').map(({ text, side }) => [side, text.trim()]),
    ).toEqual([
      ['both', 'I rang'],
      ['before', 'ate'],
      ['after', 'eight'],
      ['both', 'times'],
    ])
  })

  it('say nothing of white space alone', () => {
    expect(pieces('a  b', 'a b').every(({ side }) => side === 'both')).toBe(true)
  })

  it('hold all of both versions', () => {
    const [before, after] = ['She asked how old I was, pet.', 'She asked me how old I am.']
    const of = (side: string) =>
      pieces(before, after)
        .filter((piece) => piece.side === 'both' || piece.side === side)
        .map(({ text }) => text)
        .join('')
    expect([of('before'), of('after')]).toEqual([before, after])
  })
})
