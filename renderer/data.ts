/** The page's data: questions cached by React Query and made stale by what the contract says they read. */
import {
  notifyManager,
  QueryClient,
  useMutation,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query'
import { createContext, use, useCallback } from 'react'
import type { CoreError } from '../core/contract/errors.ts'
import {
  methodOf,
  type Changed,
  type Input,
  type Name,
  type Output,
  type Progress,
} from '../core/contract/index.ts'
import { dropWaiting, keepWaiting } from './at-rest.ts'
import type { Link } from './links/link.ts'

/** The link and who is coding; set once at the root. */
export interface Session {
  link: Link
  coder: string
  /** The status line: what was just done, with Undo where it can be undone. */
  announce: (sentence: string, options?: { undo?: boolean; tone?: 'done' | 'error' }) => void
}

export const SessionContext = createContext<Session | null>(null)

export function useSession(): Session {
  const session = use(SessionContext)
  if (!session) throw new Error('no session above this component')
  return session
}

// What was just done is drawn in the same turn of the page's loop as the answer came in.
notifyManager.setScheduler(queueMicrotask)

/** Answers stay fresh until a change says otherwise; nothing is asked again out of habit. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: Number.POSITIVE_INFINITY, retry: false, refetchOnWindowFocus: false },
    },
  })
}

const readsOf = (name: string): readonly string[] => {
  const method = methodOf(name)
  return method && method.kind !== 'command' ? (method.reads ?? []) : []
}

/** Brings cached answers up to date by asking only for what changed; false when it cannot, and all must be asked again. */
type InParts = (client: QueryClient, link: Link, changed: Changed) => boolean
const inParts = new Map<string, InParts>()

/** For answers too long to ask for again after every change. */
export function refreshInParts(name: Name, refresh: InParts): void {
  inParts.set(name, refresh)
}

/** Long enough for what was just done to be on the screen first; short enough to seem at once. */
const SETTLE_MS = 120
interface Pending {
  changed: Changed
  /** Answers already brought up to date in parts. */
  done: ReadonlySet<string>
}
let pending: Pending[] = []

/**
 * Brings answers up to date after a change: long ones in parts and at once, the others a moment later and together, so that
 * a burst of changes asks once. Other documents' answers are spared. `null` is a link found again: everything is asked for.
 * Of another study nothing is shown and nothing kept: it starts as a page that was just opened.
 */
export function invalidate(client: QueryClient, link: Link, changed: Changed | null): void {
  if (changed === null) {
    void client.invalidateQueries()
    return
  }
  if (changed.revision === 0) {
    startAfresh(client)
    return
  }
  const done = new Set(
    [...inParts].filter(([, refresh]) => refresh(client, link, changed)).map(([name]) => name),
  )
  pending.push({ changed, done })
  if (pending.length === 1) setTimeout(() => askAgain(client), SETTLE_MS)
}

function startAfresh(client: QueryClient): void {
  dropWaiting()
  void client.resetQueries()
}

function askAgain(client: QueryClient): void {
  const changes = pending
  pending = []
  void client.invalidateQueries({
    predicate: ({ queryKey: [name, input] }) =>
      typeof name === 'string' && changes.some((change) => concerns(change, name, input)),
  })
}

function concerns({ changed, done }: Pending, name: string, input: unknown): boolean {
  if (done.has(name) || !readsOf(name).some((table) => changed.tables.includes(table))) return false
  const document = (input as { document?: unknown } | undefined)?.document
  return (
    typeof document !== 'number' || changed.documents.length === 0 || changed.documents.includes(document)
  )
}

interface AskOptions {
  enabled?: boolean
  onProgress?: (progress: Progress) => void
  /** Keep showing the last answer while a new one is on its way. */
  keep?: boolean
}

/** Asks a question and keeps the answer up to date. */
export function useAsk<K extends Name>(
  name: K,
  input: Input<K>,
  options: AskOptions = {},
): UseQueryResult<Output<K>, CoreError> {
  const { link, coder } = useSession()
  return useQuery<Output<K>, CoreError>({
    queryKey: [name, input],
    queryFn: ({ signal }) => link.call(name, input, { signal, onProgress: options.onProgress, as: coder }),
    enabled: options.enabled ?? true,
    ...(options.keep ? { placeholderData: (previous) => previous } : {}),
  })
}

interface DoOptions {
  /** Say nothing in the status line when it worked. */
  quiet?: boolean
  onProgress?: (progress: Progress) => void
  /** Asked for when the work starts, so that a fresh signal can stop each run. */
  signal?: () => AbortSignal
}

/** Does something: says what was done in the status line, or what went wrong and what to do next. */
export function useDo<K extends Name>(name: K, options: DoOptions = {}) {
  const { link, coder } = useSession()
  const { onSuccess, onError } = useSaying(name, options.quiet ?? false)
  return useMutation<Output<K>, CoreError, Input<K>>({
    mutationFn: async (input) => {
      if (name.startsWith('workspace.')) await keepWaiting()
      return link.call(name, input, { signal: options.signal?.(), onProgress: options.onProgress, as: coder })
    },
    onSuccess,
    onError,
  })
}

/** The same for what is done at a key and over at once: nothing is drawn anew because it is under way. */
export function useDoAtOnce<K extends Name>(
  name: K,
  { quiet = false }: Pick<DoOptions, 'quiet'> = {},
): (input: Input<K>) => Promise<Output<K>> {
  const { link, coder } = useSession()
  const { onSuccess, onError } = useSaying(name, quiet)
  return useCallback(
    async (input) => {
      try {
        const answer = await link.call(name, input, { as: coder })
        onSuccess(answer)
        return answer
      } catch (error) {
        onError(error as CoreError)
        throw error
      }
    },
    [link, coder, name, onSuccess, onError],
  )
}

function useSaying(name: Name, quiet: boolean) {
  const { announce } = useSession()
  const client = useQueryClient()
  const onSuccess = useCallback(
    (answer: unknown) => {
      const { label, opened } = answer as { label?: unknown; opened?: unknown }
      if (!quiet && typeof label === 'string' && label !== '') announce(label, { undo: true })
      // Said to every window, but not always before the answer is here.
      if (opened === true || name === 'workspace.close') startAfresh(client)
      else if (name.startsWith('workspace.')) void client.invalidateQueries()
    },
    [announce, client, name, quiet],
  )
  const onError = useCallback((error: CoreError) => announce(error.message, { tone: 'error' }), [announce])
  return { onSuccess, onError }
}
