import { expect, it } from 'vitest'
import { dayOf, placeOf } from './words.ts'

it('a memo leads to what it is about', () => {
  const place = { document: 7 as never, start: 120, end: 140 }
  expect(placeOf({ target: { kind: 'passage', id: 3 }, place })).toEqual({
    room: 'code',
    path: ['7'],
    query: { at: '120' },
  })
  expect(placeOf({ target: { kind: 'document', id: 7 }, place })).toEqual({ room: 'code', path: ['7'] })
  expect(placeOf({ target: { kind: 'code', id: 12 }, place: null })?.room).toBe('codebook')
  expect(placeOf({ target: { kind: 'project', id: 1 }, place: null })).toBeNull()
})

it('a day of another year says so', () => {
  const now = new Date('2026-06-01T12:00:00Z')
  expect(dayOf('2026-03-12T10:00:00Z', now)).toBe('12 Mar')
  expect(dayOf('2025-03-12T10:00:00Z', now)).toBe('12 Mar 2025')
})
