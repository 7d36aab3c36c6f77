/** Which passages are open and which was last visited, kept in the address so that Back returns to them. */
import type { PassageRow } from '../../core/contract/codings.ts'
import { go, replaceRoute } from '../app/router.ts'
import type { Route } from '../app/routes.ts'

/** Keys of the address that belong to the open passages. */
const KEYS = ['of', 'passage'] as const

export interface EvidencePlace {
  /** The chosen set of passages, or null for the first. */
  of: string | null
  /** The passage last visited in its transcript. */
  passage: number | null
  choose: (of: string) => void
  /** Opens the transcript there; Back returns to this passage. */
  visit: (passage: Pick<PassageRow, 'passage' | 'document' | 'start'>) => void
}

export function evidencePlace(route: Route): EvidencePlace {
  const { of = null, passage } = route.query
  return {
    of,
    passage: passage === undefined ? null : Number(passage),
    choose: (next) => replaceRoute({ ...route, query: { ...withoutEvidence(route.query), of: next } }),
    visit: (row) => {
      replaceRoute({ ...route, query: { ...route.query, passage: String(row.passage) } })
      go({ room: 'code', path: [String(row.document)], query: { at: String(row.start) } })
    },
  }
}

/** The address with another number opened. */
export function withoutEvidence(query: Route['query']): Record<string, string> {
  return Object.fromEntries(Object.entries(query).filter(([key]) => !KEYS.some((own) => own === key)))
}
