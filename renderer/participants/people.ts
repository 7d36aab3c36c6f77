/** Who is shown, and how attributes read. */
import type { Output } from '../../core/contract/index.ts'

export type Person = Output<'participants.list'>['participants'][number]
export type Attribute = Output<'participants.attributes'>['attributes'][number]
export type RoleFilter = 'everyone' | Person['role']

export const ROLES = [
  { id: 'everyone', label: 'Everyone' },
  { id: 'resident', label: 'Residents' },
  { id: 'colleague', label: 'Colleagues' },
  { id: 'stakeholder', label: 'Stakeholders' },
] as const satisfies { id: RoleFilter; label: string }[]

/** People whose name, documents or attribute values hold every word typed. */
export function matching(people: readonly Person[], words: string, role: RoleFilter): Person[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  return people.filter((person) => {
    if (role !== 'everyone' && person.role !== role) return false
    const about = [
      person.name,
      ...person.documents.map(({ name }) => name),
      ...Object.values(person.attributes),
    ]
      .join(' ')
      .toLowerCase()
    return wanted.every((word) => about.includes(word))
  })
}

/** The attributes that say most at a glance: those that tell people apart, best filled first; never special category. */
export function tellingAttributes(
  attributes: readonly Attribute[],
  people: readonly Person[],
  most: number,
): Attribute[] {
  const filled = (attribute: Attribute) =>
    people.filter((person) => person.attributes[attribute.id] !== undefined).length
  const kinds = (attribute: Attribute) =>
    new Set(people.map((person) => person.attributes[attribute.id])).size
  return attributes
    .filter(({ sensitivity, type }) => sensitivity !== 'C' && type !== 'bool' && type !== 'date')
    .filter((attribute) => filled(attribute) > 0 && kinds(attribute) > 1)
    .toSorted((a, b) => filled(b) - filled(a) || a.order - b.order)
    .slice(0, most)
}

export const SENSITIVITY: Record<Attribute['sensitivity'], { label: string; meaning: string }> = {
  A: { label: 'A', meaning: 'Administrative: exported as it is' },
  B: { label: 'B', meaning: 'Could identify someone in combination: band it before sharing' },
  C: { label: 'C', meaning: 'Special category: left out of exports unless asked for' },
}
