/** A view's settings and what is open in it, kept in the address. */
import { go, replaceRoute } from '../app/router.ts'
import type { Route } from '../app/routes.ts'
import type { Scope } from '../../core/contract/analysis.ts'
import { evidencePlace, withoutEvidence, type EvidencePlace } from './place.ts'
import { EVERYONE, readScope, writeScope } from './scope-query.ts'

export interface ViewState {
  query: Route['query']
  /** Changes settings; null takes one away. What was open is closed. */
  set: (next: Readonly<Record<string, string | null>>) => void
  /** Who is counted. */
  scope: Scope
  setScope: (next: Scope) => void
  /** The name of the number that is open. */
  open: string | null
  show: (name: string | null) => void
  place: EvidencePlace
}

/** `usual` is who is counted when the address does not say: in everyone's transcripts, in complete ones. */
export function viewState(route: Route, usual: Pick<Scope, 'role' | 'complete'> = EVERYONE): ViewState {
  const { room, path } = route
  const { open = null, ...query } = withoutEvidence(route.query)
  const scope = readScope({ role: usual.role, complete: usual.complete ? '1' : '0', ...query })
  const set: ViewState['set'] = (next) => {
    const changed = Object.entries({ ...query, ...next }).filter(
      (entry): entry is [string, string] => entry[1] !== null,
    )
    go({ room, path, query: Object.fromEntries(changed) })
  }
  return {
    query,
    set,
    scope,
    setScope: (next) =>
      set({
        ...Object.fromEntries(Object.keys(writeScope(scope)).map((key) => [key, null])),
        ...writeScope(next),
        role: next.role === usual.role ? null : next.role,
        complete: next.complete === usual.complete ? null : next.complete ? '1' : '0',
      }),
    open,
    show: (name) => replaceRoute({ room, path, query: name === null ? query : { ...query, open: name } }),
    place: evidencePlace(route),
  }
}
