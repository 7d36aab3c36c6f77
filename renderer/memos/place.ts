/** What is looked at in the room, kept in the address: `memos/12?q=chasing&kind=code`, `memos/marks`. */
import { Bookmark } from '../../core/contract/bookmarks.ts'
import { MemoTarget } from '../../core/contract/memos.ts'
import type { Route, RouteParts } from '../app/routes.ts'

const MARKS = 'marks'
const NEW = 'new'

export type Marked = 'any' | Bookmark['kind']
type Kind = 'any' | MemoTarget['kind']

export interface MemoPlace {
  tab: 'memos' | 'marks'
  memo: number | null
  /** A memo is being written. */
  isNew: boolean
  words: string
  kind: Kind
  marked: Marked
  coder: number | null
}

export function readPlace({ path: [first], query }: Pick<Route, 'path' | 'query'>): MemoPlace {
  const memo = Number(first)
  const coder = Number(query['coder'])
  return {
    tab: first === MARKS ? 'marks' : 'memos',
    memo: Number.isInteger(memo) && memo > 0 ? memo : null,
    isNew: first === NEW,
    words: query['q'] ?? '',
    kind: MemoTarget.shape.kind.safeParse(query['kind']).data ?? 'any',
    marked: Bookmark.shape.kind.safeParse(query['marked']).data ?? 'any',
    coder: Number.isInteger(coder) && coder > 0 ? coder : null,
  }
}

export function writePlace({ tab, memo, isNew, words, kind, marked, coder }: MemoPlace): RouteParts {
  const first = tab === 'marks' ? MARKS : isNew ? NEW : memo
  return {
    room: 'memos',
    path: first === null ? [] : [String(first)],
    query: {
      ...(words === '' ? {} : { q: words }),
      ...(kind === 'any' ? {} : { kind }),
      ...(marked === 'any' ? {} : { marked }),
      ...(coder === null ? {} : { coder: String(coder) }),
    },
  }
}
