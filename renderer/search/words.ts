/** How searching speaks of counts and roles. */
import type { Find } from '../../core/contract/search.ts'

export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`

export const SPEAKERS = [
  { id: 'participant', label: 'Participants' },
  { id: 'interviewer', label: 'Interviewers' },
  { id: 'other', label: 'Others' },
  { id: 'unknown', label: 'Not known' },
] as const satisfies readonly { id: NonNullable<Find['roles']>[number]; label: string }[]
