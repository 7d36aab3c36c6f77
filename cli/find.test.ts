import { describe, expect, it } from 'vitest'
import { nearest, pick } from './find.ts'

interface Thing {
  id: number
  name: string
  file: string
}
const things: Thing[] = [
  { id: 1, name: 'P01', file: 'P01.docx' },
  { id: 2, name: 'Workshop', file: 'W1.txt' },
  { id: 3, name: 'workshop', file: 'W2.txt' },
  { id: 4, name: '2', file: 'two.txt' },
]
const find = (given: string) =>
  pick(things, given, { noun: 'transcript', id: ({ id }) => id, names: ({ name, file }) => [name, file] }).id

describe('finding by id or by name', () => {
  it.each([
    ['an id', '3', 3],
    ['a name', 'P01', 1],
    ['a name in another case', 'p01', 1],
    ['the name of the file', 'W1.txt', 2],
    ['a name with spaces around it', ' P01 ', 1],
    ['exactly one of two names that differ in case', 'workshop', 3],
    ['an id before a name that looks like one', '2', 2],
  ])('takes %s', (_, given, id) => {
    expect(find(given)).toBe(id)
  })

  it('asks for an id where a name fits more than one', () => {
    expect(() => find('WORKSHOP')).toThrow(
      'More than one transcript is called “WORKSHOP”. Give its id: 2, 3.',
    )
  })

  it('says what is near when there is none', () => {
    expect(() => find('P10')).toThrow('There is no transcript “P10” in this project. Near it: “P01”')
    expect(() => find('zzz')).toThrow(/in this project\.$/)
  })

  it('puts the likest name first and leaves out what is not like it', () => {
    expect(nearest('frustation', ['Satisfaction', 'Frustrated', 'Frustration', 'Anger'])).toEqual([
      'Frustration',
      'Frustrated',
    ])
  })
})
