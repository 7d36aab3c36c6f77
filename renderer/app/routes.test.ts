import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatRoute, parseRoute, ROOM_IDS } from './routes.ts'

describe('a link inside Waymark', () => {
  it('leads to a transcript and a turn', () => {
    expect(parseRoute('#/code/12?turn=4')).toEqual({ room: 'code', path: ['12'], query: { turn: '4' } })
  })

  it('leads home when the room does not exist or the link is empty', () => {
    for (const hash of ['', '#', '#/', '#/attic/3', '#/__proto__']) {
      expect(parseRoute(hash)).toEqual({ room: 'code', path: [], query: {} })
    }
  })

  it('survives being cut in the middle of an escape', () => {
    expect(parseRoute('#/search/caf%C3')).toEqual({ room: 'search', path: ['caf%C3'], query: {} })
  })

  it('comes back as it was sent, whatever the names hold', () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1 })
    const route = fc.record({
      room: fc.constantFrom(...ROOM_IDS),
      path: fc.array(words, { maxLength: 3 }),
      query: fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), words, { maxKeys: 3 }),
    })
    fc.assert(
      fc.property(route, (there) => {
        const back = parseRoute(formatRoute(there))
        expect(back.room).toBe(there.room)
        expect(back.path).toEqual(there.path)
        expect({ ...back.query }).toEqual({ ...there.query })
      }),
    )
  })
})
