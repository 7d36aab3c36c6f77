/** Which steps are listed, kept in the address so that a link and the way back show them again. */
import type { Route, RouteParts } from '../app/routes.ts'
import { KINDS } from './kinds.ts'

export interface HistoryPlace {
  words: string
  coder: string
  /** The beginning of the kinds of steps: `codings.`; '' for every kind. */
  kind: string
  document: number | null
}

export const EVERYTHING: HistoryPlace = { words: '', coder: '', kind: '', document: null }

export function readPlace({ query }: Pick<Route, 'query'>): HistoryPlace {
  const document = Number(query['transcript'])
  return {
    words: query['q'] ?? '',
    coder: query['coder'] ?? '',
    kind: KINDS.find(({ id }) => id === `${query['kind']}.`)?.id ?? '',
    document: Number.isInteger(document) && document > 0 ? document : null,
  }
}

export const writePlace = ({ words, coder, kind, document }: HistoryPlace): RouteParts => ({
  room: 'history',
  query: {
    ...(words === '' ? {} : { q: words }),
    ...(coder === '' ? {} : { coder }),
    ...(kind === '' ? {} : { kind: kind.slice(0, -1) }),
    ...(document === null ? {} : { transcript: String(document) }),
  },
})

export const isEverything = (place: HistoryPlace): boolean =>
  place.words.trim() === '' && place.coder === '' && place.kind === '' && place.document === null
