import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatRoute, parseRoute } from '../app/routes.ts'
import { hitsBeyond, piecesOf, readFind, writeFind } from './find.ts'

const shown = (text: string, start: number, hits: [number, number][]) =>
  piecesOf({ snippet: { text, start }, hits: hits.map(([start, end]) => ({ start, end })) })

describe('a search in a link', () => {
  it('comes back as it was written', () => {
    const texts = fc.record({
      text: fc.string({ maxLength: 50 }),
      mode: fc.constantFrom('words' as const, 'pattern' as const),
      matchCase: fc.boolean(),
    })
    fc.assert(
      fc.property(texts, (find) => {
        const hash = formatRoute({ room: 'search', query: writeFind(find) })
        expect(readFind(parseRoute(hash).query)).toEqual(find)
      }),
    )
    const narrowed = readFind({ q: 'damp', roles: 'participant,landlord', in: '3,x,-1' })
    expect(narrowed).toMatchObject({ roles: ['participant'], documents: [3] })
    expect(readFind(writeFind(narrowed))).toEqual(narrowed)
  })
})

describe('the words around a hit', () => {
  it('are cut where the hit begins and ends', () => {
    expect(shown('so I rang again', 100, [[105, 109]])).toEqual([
      { start: 100, text: 'so I ', isHit: false },
      { start: 105, text: 'rang', isHit: true },
      { start: 109, text: ' again', isHit: false },
    ])
  })

  it('count what is further on in the turn instead of showing it', () => {
    const turn = {
      snippet: { text: 'rang', start: 0 },
      hits: [
        { start: 0, end: 4 },
        { start: 40, end: 44 },
      ],
    }
    expect(piecesOf(turn)).toEqual([{ start: 0, text: 'rang', isHit: true }])
    expect(hitsBeyond(turn)).toBe(1)
  })

  it('say the same words, whatever the hits', () => {
    const hit = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 9 }))
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.array(hit, { maxLength: 5 }), (text, raw) => {
        const hits = raw
          .map(([start, length]): [number, number] => [start + 10, start + 10 + length])
          .toSorted((a, b) => a[0] - b[0])
        expect(
          shown(text, 10, hits)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text)
      }),
    )
  })
})
