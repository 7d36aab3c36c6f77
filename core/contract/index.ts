/** What may be asked of Waymark: every method by noun and verb. Handlers and clients derive their types from it. */
import type { z } from 'zod'
import { analysis } from './analysis.ts'
import { bookmarks } from './bookmarks.ts'
import { codebook } from './codebook.ts'
import { codings } from './codings.ts'
import type { Method } from './define.ts'
import { documents } from './documents.ts'
import { exporting } from './exporting.ts'
import { history } from './history.ts'
import { importing } from './importing.ts'
import { mapping } from './mapping.ts'
import { memos } from './memos.ts'
import { participants } from './participants.ts'
import { project } from './project.ts'
import { rigour } from './rigour.ts'
import { search } from './search.ts'
import { suggest } from './suggest.ts'
import { tables } from './tables.ts'
import { workspace } from './workspace.ts'

export const api = {
  workspace,
  project,
  documents,
  importing,
  participants,
  codebook,
  codings,
  memos,
  bookmarks,
  search,
  suggest,
  analysis,
  mapping,
  rigour,
  tables,
  exporting,
  history,
} as const satisfies Record<string, Record<string, Method>>

export type Api = typeof api
export type Noun = keyof Api
export type Name = { [N in Noun]: `${N}.${keyof Api[N] & string}` }[Noun]
type MethodOf<K extends Name> = K extends `${infer N}.${infer V}`
  ? N extends Noun
    ? V extends keyof Api[N]
      ? Api[N][V]
      : never
    : never
  : never
type AsMethod<M> = M extends Method ? M : never
/** What a caller sends. */
export type Input<K extends Name> = z.input<AsMethod<MethodOf<K>>['input']>
/** What a caller gets back. */
export type Output<K extends Name> = z.output<AsMethod<MethodOf<K>>['output']>

/** Finds a method by its full name; undefined when there is none. */
export function methodOf(name: string): Method | undefined {
  const [noun, verb, more] = name.split('.')
  if (noun === undefined || verb === undefined || more !== undefined) return undefined
  if (!Object.hasOwn(api, noun)) return undefined
  const verbs: Record<string, Method> = api[noun as Noun]
  return Object.hasOwn(verbs, verb) ? verbs[verb] : undefined
}

/** A request as it crosses a link. `as` is the coder's name. */
export interface Request {
  name: string
  input: unknown
  as?: string
}

/** Progress of a job: `done` of `total` (0 when unknown) and a short note for people. */
export interface Progress {
  done: number
  total: number
  note: string
}

/** Sent after each commit: what changed, so that views refresh themselves. */
export interface Changed {
  /** The newest step; 0 when another study is open now, or none: nothing known of the last one holds. */
  revision: number
  tables: string[]
  /** Empty when it may be any of them. */
  documents: number[]
  /** Passages made, changed or removed; null when there are too many to name. */
  passages: number[] | null
}
