import { describe, expect, it } from 'vitest'
import { codesByName } from './codes.ts'

const code = (id: string, name: string, aliases: string[] = [], definition = '') => ({
  code: id,
  name,
  aliases,
  definition,
})
const book = [
  code('visit', 'Inspection visit'),
  code('ack', 'Acknowledgement received', ['confirmation email']),
  code('make', 'Making the complaint'),
  code('not', 'Being told it is not a complaint'),
  code('delay', 'Delay / time'),
  code('notice', 'Extension or delay notice'),
  code('repeat', 'Having to repeat or chase (effort)'),
  code('keys', 'Keys and move date', [], 'Handover of the home.'),
]
const found = (text: string) => codesByName(text, book).map(({ code }) => code)

describe('codes by name', () => {
  it('finds a name in any inflection', () => {
    expect(found('Then the inspections and visits began.')).toEqual(['visit'])
    expect(found('I made a complaint.')).toEqual(['make'])
  })

  it('finds an alias', () => {
    expect(found('I did get a confirmation email.')).toEqual(['ack'])
  })

  it('finds one side of a name with a slash, unless other codes own the word', () => {
    expect(found('The delay went on.')).toEqual(['delay'])
  })

  it('does not guess from a word that several codes share, or from part of a name', () => {
    expect(found('The complaint was long.')).toEqual([])
    expect(found('They moved.')).toEqual([])
    expect(found('')).toEqual([])
    expect(codesByName('I made a complaint.', [])).toEqual([])
  })

  it('says which words and how much each carried', () => {
    const said = 'We had an inspection and a visit.'
    const [match] = codesByName(said, book)
    expect(match).toMatchObject({ code: 'visit', score: 1 })
    expect(match?.reasons.map(({ words }) => words).toSorted()).toEqual(['inspection', 'visit'])
    expect(match?.reasons.reduce((sum, { effect }) => sum + effect, 0)).toBeCloseTo(1)
    for (const { start, end, words } of match?.reasons ?? []) expect(said.slice(start, end)).toBe(words)
  })

  it('lets the definition break a tie', () => {
    const twins = [
      code('a', 'Handover', [], 'Papers at the office.'),
      code('b', 'Handover', [], 'Keys of the home.'),
    ]
    expect(codesByName('The handover of the keys was quick.', twins).map(({ code }) => code)).toEqual([
      'b',
      'a',
    ])
  })
})
