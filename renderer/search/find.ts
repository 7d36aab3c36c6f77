/** What is searched for in the transcripts' words, kept in the address, and how a hit is shown. */
import { SpeakerRole } from '../../core/contract/common.ts'
import { Find, type FoundTurn } from '../../core/contract/search.ts'
import type { Route } from '../app/routes.ts'

type Query = Route['query']

const list = (value: string | undefined): string[] => (value ? value.split(',') : [])

/** Whatever in the address makes no sense is left out. */
export function readFind(query: Query): Find {
  const roles = list(query['roles']).flatMap((role) => SpeakerRole.safeParse(role).data ?? [])
  const documents = list(query['in'])
    .map(Number)
    .filter((id) => Number.isInteger(id) && id > 0)
  return Find.parse({
    text: (query['q'] ?? '').slice(0, 1000),
    mode: query['mode'] === 'pattern' ? 'pattern' : 'words',
    matchCase: query['case'] === '1',
    ...(roles.length > 0 ? { roles } : {}),
    ...(documents.length > 0 ? { documents } : {}),
  })
}

export function writeFind({
  text,
  mode,
  matchCase,
  roles = [],
  documents = [],
}: Find): Record<string, string> {
  return {
    ...(text === '' ? {} : { q: text }),
    ...(mode === 'words' ? {} : { mode }),
    ...(matchCase ? { case: '1' } : {}),
    ...(roles.length === 0 ? {} : { roles: roles.join(',') }),
    ...(documents.length === 0 ? {} : { in: documents.join(',') }),
  }
}

export interface Piece {
  /** Where it begins in the document. */
  start: number
  text: string
  isHit: boolean
}

/** The words around a hit, cut where hits begin and end. Hits outside these words are left out. */
export function piecesOf({ snippet, hits }: Pick<FoundTurn, 'snippet' | 'hits'>): Piece[] {
  const pieces: Piece[] = []
  const end = snippet.start + snippet.text.length
  let from = snippet.start
  const add = (to: number, isHit: boolean) => {
    if (to > from) {
      pieces.push({ start: from, text: snippet.text.slice(from - snippet.start, to - snippet.start), isHit })
      from = to
    }
  }
  for (const hit of hits) {
    add(Math.min(hit.start, end), false)
    add(Math.min(hit.end, end), true)
  }
  add(end, false)
  return pieces
}

/** How many hits of a turn are not in the words shown. */
export const hitsBeyond = ({ snippet, hits }: Pick<FoundTurn, 'snippet' | 'hits'>): number =>
  hits.filter(({ start }) => start >= snippet.start + snippet.text.length).length

export interface FoundGroup {
  document: FoundTurn['document']
  name: string
  turns: FoundTurn[]
}

/** Turns by transcript, in the order they came. */
export function byDocument(turns: readonly FoundTurn[]): FoundGroup[] {
  return [...Map.groupBy(turns, ({ document }) => document)].map(([document, own]) => ({
    document,
    name: own[0]?.documentName ?? '',
    turns: own,
  }))
}
