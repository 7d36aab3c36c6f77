/** The passages of one transcript: kept by React Query, shared by id so that a change redraws only what it touched. */
import { useMemo } from 'react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Passage } from '../../../core/contract/codings.ts'
import type { Output } from '../../../core/contract/index.ts'
import { useSession } from '../../data.ts'
import './refresh.ts'
import { sharePassages, withoutCodings, withPassage } from './share.ts'

export type DocumentId = Passage['document']
export type PassageId = Passage['id']
type CodingId = Passage['codings'][number]['id']
type Answer = Output<'codings.inDocument'>

const NONE: readonly Passage[] = []
const keyOf = (document: DocumentId | null) => ['codings.inDocument', { document }] as const

/** In order of their starts, longer ones first; empty until they are here. */
export function usePassages(document: DocumentId | null): readonly Passage[] {
  const { link, coder } = useSession()
  const client = useQueryClient()
  const queryKey = keyOf(document)
  const { data } = useQuery<Answer>({
    queryKey,
    queryFn: async ({ signal }) => {
      const answer = await link.call('codings.inDocument', { document: document ?? 0 }, { signal, as: coder })
      return share(client.getQueryData<Answer>(queryKey), answer)
    },
    enabled: document !== null,
    // Edits on the page share on their own: looking through all passages for each would take longer than the edit.
    structuralSharing: false,
  })
  return data?.passages ?? NONE
}

const share = (before: Answer | undefined, after: Answer): Answer => {
  const passages = sharePassages(before?.passages ?? NONE, after.passages)
  return before !== undefined && passages === before.passages ? before : { passages: [...passages] }
}

/** Shows what the core has just done at once, ahead of the refresh that follows. */
export function useEditPassages(document: DocumentId | null) {
  const client = useQueryClient()
  return useMemo(() => {
    const edit = (change: (passages: readonly Passage[]) => Passage[]) =>
      client.setQueryData<Answer>(keyOf(document), (answer) =>
        answer === undefined ? undefined : { passages: change(answer.passages) },
      )
    return {
      /** As they stand, edits included. */
      all: () => client.getQueryData<Answer>(keyOf(document))?.passages ?? NONE,
      put: (passage: Passage) => void edit((passages) => withPassage(passages, passage)),
      drop: (codings: readonly CodingId[]) => void edit((passages) => withoutCodings(passages, codings)),
    }
  }, [client, document])
}
