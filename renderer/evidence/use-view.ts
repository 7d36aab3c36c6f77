/** A view's settings and what is open in it, kept in the address. */
import { go, replaceRoute } from '../app/router.ts'
import type { Route } from '../app/routes.ts'
import { evidencePlace, withoutEvidence, type EvidencePlace } from './place.ts'

export interface ViewState {
  query: Route['query']
  /** Changes settings; null takes one away. What was open is closed. */
  set: (next: Readonly<Record<string, string | null>>) => void
  /** The name of the number that is open. */
  open: string | null
  show: (name: string | null) => void
  place: EvidencePlace
}

export function viewState(route: Route): ViewState {
  const { room, path } = route
  const { open = null, ...query } = withoutEvidence(route.query)
  return {
    query,
    open,
    set(next) {
      const changed = Object.entries({ ...query, ...next }).filter(
        (entry): entry is [string, string] => entry[1] !== null,
      )
      go({ room, path, query: Object.fromEntries(changed) })
    },
    show: (name) => replaceRoute({ room, path, query: name === null ? query : { ...query, open: name } }),
    place: evidencePlace(route),
  }
}
