/** The passages of one transcript: kept by React Query, followed beside React so that a coding does not draw the room anew. */
import { useEffect, useMemo } from 'react'
import { QueryObserver, useQueryClient } from '@tanstack/react-query'
import type { Passage } from '../../../core/contract/codings.ts'
import type { Output } from '../../../core/contract/index.ts'
import { useSession } from '../../data.ts'
import './refresh.ts'
import { sharePassages, withoutCodings, withPassage } from './share.ts'

export type DocumentId = Passage['document']
export type PassageId = Passage['id']
type CodingId = Passage['codings'][number]['id']
type Answer = Output<'codings.inDocument'>

export interface Passages {
  /** As they stand, edits included: in order of their starts, longer ones first. None until they are here. */
  all: () => readonly Passage[]
  subscribe: (listener: () => void) => () => void
  /** Shows what the core has just done at once, ahead of the refresh that follows. */
  put: (passage: Passage) => void
  drop: (codings: readonly CodingId[]) => void
}

const NONE: readonly Passage[] = []

/** The same object for as long as transcript and coder are. */
export function usePassages(document: DocumentId | null): Passages {
  const { link, coder } = useSession()
  const client = useQueryClient()
  const passages = useMemo((): Passages => {
    const queryKey = ['codings.inDocument', { document }]
    const known = () => client.getQueryData<Answer>(queryKey)
    const all = () => known()?.passages ?? NONE
    const observer = new QueryObserver<Answer>(client, {
      queryKey,
      queryFn: async ({ signal }) => {
        const input = { document: document ?? 0 }
        return share(known(), await link.call('codings.inDocument', input, { signal, as: coder }))
      },
      enabled: document !== null,
      // Edits on the page share on their own: looking through all passages for each would take longer than the edit.
      structuralSharing: false,
    })
    const edit = (change: (passages: readonly Passage[]) => Passage[]) =>
      void client.setQueryData<Answer>(queryKey, (answer) =>
        answer === undefined ? undefined : { passages: change(answer.passages) },
      )
    return {
      all,
      subscribe: (listener) => observer.subscribe(listener),
      put: (passage) => edit((passages) => withPassage(passages, passage)),
      drop: (codings) => edit((passages) => withoutCodings(passages, codings)),
    }
  }, [client, link, coder, document])
  // Asked for together with the text, not once it is drawn.
  useEffect(() => passages.subscribe(() => {}), [passages])
  return passages
}

const share = (before: Answer | undefined, after: Answer): Answer => {
  const passages = sharePassages(before?.passages ?? NONE, after.passages)
  return before !== undefined && passages === before.passages ? before : { passages: [...passages] }
}
