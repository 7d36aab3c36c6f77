/** How memos and marks are named and dated. */
import type { Memo, MemoTarget } from '../../core/contract/memos.ts'
import type { RouteParts } from '../app/routes.ts'

export const KINDS = [
  { id: 'project', label: 'On the study', one: 'study' },
  { id: 'document', label: 'On transcripts', one: 'transcript' },
  { id: 'participant', label: 'On participants', one: 'participant' },
  { id: 'code', label: 'On codes', one: 'code' },
  { id: 'passage', label: 'On passages', one: 'passage' },
] as const satisfies readonly { id: MemoTarget['kind']; label: string; one: string }[]

export const kindWord = (kind: MemoTarget['kind']): string =>
  KINDS.find(({ id }) => id === kind)?.one ?? 'memo'

/** Where the memo's target is; null for the study, which is everywhere. */
export function placeOf({ target, place }: Pick<Memo, 'target' | 'place'>): RouteParts | null {
  if (place !== null) {
    const at = target.kind === 'passage' ? { query: { at: String(place.start) } } : {}
    return { room: 'code', path: [String(place.document)], ...at }
  }
  if (target.kind === 'participant') return { room: 'participants', path: [String(target.id)] }
  return target.kind === 'code' ? { room: 'codebook', path: [String(target.id)] } : null
}

const sameYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' })
const anyYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })

/** The day a memo was last changed; the year only where it is another. */
export function dayOf(moment: string, now = new Date()): string {
  const at = new Date(moment)
  return (at.getFullYear() === now.getFullYear() ? sameYear : anyYear).format(at)
}
