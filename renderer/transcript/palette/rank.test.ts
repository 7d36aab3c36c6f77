import { describe, expect, it } from 'vitest'
import { code } from '../fixtures.ts'
import { besideFamily, isNamed, offersFor } from './rank.ts'
import { sectionsOf } from './rows.ts'

const codes = [
  code(1, 'Acknowledgement', { family: 'touchpoint', level: 'stage' }),
  code(2, 'Acknowledgement received', { family: 'touchpoint', level: 'touchpoint', code: 'CMP3.1' }),
  code(3, 'Frustration', { family: 'emotion', aliases: ['fed up', 'annoyed'] }),
  code(4, 'Let down', {
    family: 'emotion',
    definition: 'A promise not kept; disappointed, often frustrated.',
  }),
  code(5, 'Delay', { family: 'reason' }),
  code(6, 'Old theme', { archived: true }),
]
const names = (query: string, more: Partial<Parameters<typeof offersFor>[1]> = {}) =>
  offersFor(codes, { query, family: null, recent: [], ...more }).flatMap((offer) =>
    offer.codes.map(({ name }) => name),
  )

describe('the coding palette', () => {
  it('shows what was used lately, then the codebook by family', () => {
    const recent = [5, 3].flatMap((id) => codes.find((one) => one.id === id)?.id ?? [])
    expect(offersFor(codes, { query: '', family: null, recent }).map(({ title }) => title)).toEqual([
      'Recent',
      'touchpoint',
      'emotion',
      'reason',
    ])
    expect(names('', { recent }).slice(0, 2)).toEqual(['Delay', 'Frustration'])
  })

  it('finds by name, other name, short id and meaning, names first', () => {
    expect(names('frus')).toEqual(['Frustration', 'Let down'])
    expect(names('annoyed')).toEqual(['Frustration'])
    expect(names('cmp3.1')).toEqual(['Acknowledgement received'])
    expect(names('promise')).toEqual(['Let down'])
  })

  it('prefers a touchpoint to the stage it lies in, and what was used lately among equals', () => {
    expect(names('ack')[0]).toBe('Acknowledgement received')
    const recent = codes.slice(0, 1).map(({ id }) => id)
    expect(names('ack', { recent })[0]).toBe('Acknowledgement')
  })

  it('keeps to one family, and never offers an archived code', () => {
    expect(names('', { family: 'emotion' })).toEqual(['Frustration', 'Let down'])
    expect(names('old')).toEqual([])
  })

  it('offers a new theme only for a name that is not taken', () => {
    const last = (query: string) =>
      sectionsOf(offersFor(codes, { query, family: null, recent: [] }), codes, query).at(-1)?.title
    expect(last('Frustrat')).toBe('Not in the codebook')
    expect(last('fed UP ')).toBe('Emotion')
    expect(isNamed(codes, 'Frustration')).toBe(true)
  })

  it('goes round the families with Tab', () => {
    expect(besideFamily(null, 1)).toBe('touchpoint')
    expect(besideFamily(null, -1)).toBe('theme')
    expect(besideFamily('theme', 1)).toBeNull()
  })
})
