/** Words for the people who are counted, and what is known of them to group them by. */
import type { Scope } from '../../core/contract/analysis.ts'
import type { Attribute } from '../../core/contract/participants.ts'

export const ROLES: readonly { id: Scope['role']; label: string }[] = [
  { id: 'resident', label: 'Residents' },
  { id: 'colleague', label: 'Colleagues' },
  { id: 'stakeholder', label: 'Stakeholders' },
  { id: 'any', label: 'Everyone' },
]

/** Attributes with a few values each; dates, numbers and free text would make a column for each person. */
export const groupable = (attributes: readonly Attribute[]): Attribute[] =>
  attributes.filter(({ type, values }) => values.length > 0 || type === 'bool')

const PEOPLE: Record<Scope['role'], readonly [one: string, many: string]> = {
  resident: ['resident', 'residents'],
  colleague: ['colleague', 'colleagues'],
  stakeholder: ['stakeholder', 'stakeholders'],
  any: ['participant', 'participants'],
}

/** The word for one of them. */
export const personWord = (role: Scope['role']): string => PEOPLE[role][0]

/** "12 residents", "1 resident". */
export const people = (count: number, role: Scope['role']): string =>
  `${count} ${PEOPLE[role][count === 1 ? 0 : 1]}`
