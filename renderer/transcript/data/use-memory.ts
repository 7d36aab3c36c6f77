/** The reader's memory and places, kept in the study for each coder, so that they move with the file. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { atRest } from '../../at-rest.ts'
import { useSession } from '../../data.ts'
import type { Store } from '../../ui/store.ts'
import { createMemory, type Memory } from './memory.ts'
import type { DocumentId } from './passages.ts'

const KEY = 'reader'

/** Undefined while it is on its way. */
export function useMemory(): Store<Memory> | undefined {
  const { link, coder } = useSession()
  const client = useQueryClient()
  const queryKey = useMemo(() => ['project.preference', { key: KEY }, coder], [coder])
  const { data } = useQuery({
    queryKey,
    queryFn: () => link.call('project.preference', { key: KEY }, { as: coder }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const isKnown = data !== undefined
  return useMemo(() => {
    if (!isKnown) return undefined
    const { value } = client.getQueryData<{ value: string | null }>(queryKey) ?? { value: null }
    const keepSoon = atRest((next: string) =>
      link.call('project.setPreference', { key: KEY, value: next }, { as: coder }),
    )
    return createMemory(value, (next) => {
      client.setQueryData(queryKey, { value: next })
      keepSoon(next)
    })
  }, [client, link, coder, queryKey, isKnown])
}

export interface Place {
  isKnown: boolean
  /** An offset; 0 before it is known. */
  get: () => number
  keep: (offset: number) => void
}

/** Where the coder left a transcript. */
export function usePlace(document: DocumentId | null): Place {
  const { link, coder } = useSession()
  const client = useQueryClient()
  const queryKey = useMemo(() => ['documents.place', { document }, coder], [document, coder])
  const isKnown = useQuery({
    queryKey,
    queryFn: () => link.call('documents.place', { document: document ?? 0 }, { as: coder }),
    enabled: document !== null,
  }).isSuccess
  const { get, keep } = useMemo(
    () => ({
      get: () => client.getQueryData<{ offset: number }>(queryKey)?.offset ?? 0,
      keep: atRest((offset: number) => {
        client.setQueryData(queryKey, { offset })
        return link.call('documents.setPlace', { document: document ?? 0, offset }, { as: coder })
      }),
    }),
    [client, link, coder, document, queryKey],
  )
  return useMemo(() => ({ isKnown, get, keep }), [isKnown, get, keep])
}
