/** Everything one transcript on the page needs: its text, its passages, its reader and what can be done to them. */
import { useEffect, useMemo, useState } from 'react'
import type { Passage } from '../../core/contract/codings.ts'
import { useAsk } from '../data.ts'
import type { Store } from '../ui/store.ts'
import type { Codes } from './data/codes.ts'
import { useCodedStore, type CodedStore } from './data/coded.ts'
import type { Filter } from './data/filter.ts'
import type { Memory } from './data/memory.ts'
import { usePlace, type Place } from './data/use-memory.ts'
import { usePassages, type DocumentId } from './data/passages.ts'
import { useSuggestions, type Suggestions } from './data/suggestions.ts'
import type { Transcript } from './data/views.ts'
import { createReader, type ReaderStore } from './state.ts'
import { useCoding } from './use-coding.ts'
import type { CodingActions } from './coding-actions.ts'

export interface Desk {
  reader: ReaderStore
  transcript: Transcript
  /** Its passages; they come and go without another desk. */
  coded: CodedStore
  actions: CodingActions
  suggestions: Suggestions
}

/** Two transcripts may stand side by side. */
export type Side = 'main' | 'beside'

export interface DeskProps {
  side: Side
  document: DocumentId | null
  codes: Codes
  filter: Filter
  memory: Store<Memory>
  /** The person at the keyboard; null before their first coding. */
  coder: Passage['coder'] | null
  hasSuggestions: boolean
}

const SETTLE_MS = 600

/** Null while there is no transcript to show or it is on its way. */
export function useDesk(props: DeskProps): Desk | null {
  const { side, document, codes, filter, memory, coder, hasSuggestions } = props
  const isAsked = document !== null
  const { data: transcript } = useAsk('documents.read', { document: document ?? 0 }, { enabled: isAsked })
  const passages = usePassages(document)
  const place = usePlace(document)
  const { isKnown: isPlaced, get: placeNow } = place
  // Known anew, the place makes another reader: one that begins there.
  const { reader, made } = useMemo(
    () => ({
      reader: createReader(`${side}-${document}`, isPlaced ? placeNow() : 0),
      made: new Set<Passage['id']>(),
    }),
    [side, document, isPlaced, placeNow],
  )
  const coded = useCodedStore({ transcript, passages, filter, codes: codes.byId })
  const actions = useCoding({ made, reader, transcript, passages, codes: codes.byId, memory, coder })
  const isSettled = useSettled(reader)
  const suggestions = useSuggestions({
    document,
    isOn: hasSuggestions && isSettled,
    coded,
    codes: codes.byId,
  })
  useKeptPlace(reader, place)
  useLettingGo(reader, coded)
  return useMemo(
    () =>
      !isPlaced || coded === null || transcript?.document !== document
        ? null
        : { reader, transcript, coded, actions, suggestions },
    [document, isPlaced, reader, transcript, coded, actions, suggestions],
  )
}

/** Remembers where the reading stopped. */
function useKeptPlace(reader: ReaderStore, { get, keep }: Place): void {
  useEffect(
    () =>
      reader.subscribe(() => {
        const { visible } = reader.get()
        if (visible !== null && visible.start !== get()) keep(visible.start)
      }),
    [reader, get, keep],
  )
}

/** A pinned passage that is gone, here or in another window, is pinned no longer. */
function useLettingGo(reader: ReaderStore, coded: CodedStore | null): void {
  useEffect(
    () =>
      coded?.subscribe(() => {
        const { pinned } = reader.get()
        const isThere = coded.get().passages.some(({ id }) => id === pinned)
        if (pinned !== null && !isThere) reader.set({ pinned: null })
      }),
    [reader, coded],
  )
}

/** False until the text has stood on the page for a moment: what takes long is asked for after that. */
function useSettled(reader: ReaderStore): boolean {
  const [settled, setSettled] = useState<ReaderStore | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(reader), SETTLE_MS)
    return () => clearTimeout(timer)
  }, [reader])
  return settled === reader
}
