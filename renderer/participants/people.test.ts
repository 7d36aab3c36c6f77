import { describe, expect, it } from 'vitest'
import { matching, tellingAttributes, type Attribute, type Person } from './people.ts'

const person = (name: string, role: Person['role'], attributes: Record<string, string>): Person =>
  ({
    id: name.length,
    name,
    role,
    consentQuotes: null,
    withdrawn: null,
    note: '',
    attributes,
    documents: [],
    words: 0,
    passages: 0,
  }) as unknown as Person
const attribute = (id: string, sensitivity: Attribute['sensitivity'], order: number): Attribute => ({
  id,
  name: id,
  type: 'enum',
  values: [],
  sensitivity,
  appliesTo: 'resident',
  order,
})

const PEOPLE = [
  person('P01', 'resident', { tenure: 'Leaseholder', region: 'London', disability: 'Yes' }),
  person('P02', 'resident', { tenure: 'Social rent', region: 'London' }),
  person('C01', 'colleague', {}),
]

describe('the list of participants', () => {
  it('finds people by every word typed, in any attribute', () => {
    expect(matching(PEOPLE, 'lond lease', 'everyone').map(({ name }) => name)).toEqual(['P01'])
    expect(matching(PEOPLE, '', 'colleague').map(({ name }) => name)).toEqual(['C01'])
  })

  it('shows attributes that tell people apart, and never a special category', () => {
    const shown = tellingAttributes(
      [attribute('disability', 'C', 0), attribute('region', 'B', 1), attribute('tenure', 'B', 2)],
      PEOPLE.slice(0, 2),
      3,
    )
    expect(shown.map(({ id }) => id)).toEqual(['tenure'])
  })
})
