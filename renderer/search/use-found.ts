/** What a search finds, a page at a time: asked page by page for words, all at once for patterns. */
import type { Find, FoundTurn } from '../../core/contract/search.ts'
import { useAsk } from '../data.ts'

/** Turns on a page. */
export const PAGE = 100
/** More matches of a pattern than anyone reads. */
const MOST = 2000

interface Found {
  /** Those of this page; null while not known. */
  turns: readonly FoundTurn[] | null
  total: number
  /** There are more than were looked for. */
  more: boolean
  error: Error | null
  isLooking: boolean
}

export function useFound({ mode, matchCase, ...find }: Find, offset: number): Found {
  const isPattern = mode === 'pattern'
  const words = useAsk('search.text', { ...find, offset, limit: PAGE }, { enabled: !isPattern, keep: true })
  const pattern = useAsk('search.pattern', { ...find, matchCase, limit: MOST }, { enabled: isPattern })
  if (!isPattern) {
    const { data, error, isFetching } = words
    return { turns: data?.turns ?? null, total: data?.total ?? 0, more: false, error, isLooking: isFetching }
  }
  const { data, error, isFetching } = pattern
  return {
    turns: data?.turns.slice(offset, offset + PAGE) ?? null,
    total: data?.turns.length ?? 0,
    more: data?.more ?? false,
    error,
    isLooking: isFetching,
  }
}
