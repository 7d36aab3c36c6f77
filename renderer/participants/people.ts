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

export const ROLE_NAMES: Record<Person['role'], string> = {
  resident: 'Resident',
  colleague: 'Colleague',
  stakeholder: 'Stakeholder',
}

/** Undefined when the person can be called so. */
export function problemOfName(others: readonly Person[], person: Person, name: string): string | undefined {
  if (name === '') return 'A participant needs a pseudonym or number. Escape brings the old one back.'
  const taken = others.some((other) => other.id !== person.id && other.name === name)
  return taken ? `There is a ${name} already. If it is the same person, merge the two below.` : undefined
}

/** Told by the choice “May be quoted” and by withdrawing, and so by no field of their own. */
const TOLD_ELSEWHERE = new Set(['consent_quotes', 'withdrawn_on'])

/** Those that people of this role have, and whatever else is stated of the person. */
export const fittingAttributes = (
  attributes: readonly Attribute[],
  { role, attributes: stated }: Person,
): Attribute[] =>
  attributes.filter(
    ({ id, appliesTo }) =>
      !TOLD_ELSEWHERE.has(id) && (appliesTo === 'any' || appliesTo === role || stated[id] !== undefined),
  )

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

export const SENSITIVITY: Record<Attribute['sensitivity'], { title: string; meaning: string }> = {
  A: { title: 'Administrative', meaning: 'Administrative: exported as it is' },
  B: {
    title: 'Could identify someone in combination',
    meaning: 'Could identify someone in combination: use bands, and look at the warning of an export',
  },
  C: {
    title: 'Special category, left out of exports',
    meaning: 'Special category: left out of exports unless asked for',
  },
}
