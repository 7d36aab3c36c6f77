/** What a handler is given: the database it may use, who acts, the time, and how to say what it did. */
import type { z } from 'zod'
import type { Api, Noun, Progress } from './contract/index.ts'
import type { Command, Job, Method, Query } from './contract/define.ts'
import type { ReadableDb, WritableDb } from './db/database.ts'
import type { OpenFile } from './db/file.ts'
import type { Journal } from './db/journal.ts'
import { sql } from './db/sql.ts'

export type Clock = () => number
/** Makes the 16 bytes of a UUIDv7. */
export type Ids = () => Uint8Array
/** One line for the log file. Never given transcript text. */
export type Log = (line: string) => void
/** Prints a self-contained page as PDF, by the window a host lends. Rejects when it cannot: a browser on the machine is used then. */
export type PrintPdf = (html: string, signal: AbortSignal) => Promise<Uint8Array>

export interface QueryContext {
  db: ReadableDb
  file: string
  clock: Clock
  /** The coder's name; the row is made on first use by a command. */
  coderName: string
  readOnlyReason: OpenFile['readOnly']
  signal: AbortSignal
}

export interface CommandContext extends QueryContext {
  db: WritableDb
  journal: Journal
  /** This command's step in the history. */
  step: number
  ids: Ids
  /** The acting coder's row, made by name on first use. */
  coder: () => number
  /** The sentence for the status line and the history: past tense, no full stop. */
  say: (label: string) => void
  /** Documents this command touched, so that only their views refresh. */
  touch: (document: number) => void
  /** Keeps the step in the history for good: it cannot be undone (unsealing, exports). */
  keep: () => void
}

export interface JobContext extends QueryContext {
  log: Log
  progress: (progress: Progress) => void
  printPdf?: PrintPdf | undefined
  /** Writes in a step of its own. Throws read-only when the project cannot be written. */
  write: <T>(kind: string, work: (context: CommandContext) => T) => { result: T; step: number }
  /**
   * Keeps a value of the acting coder's own (a place in a text, a preference) outside the history; null forgets it.
   * Does nothing where the project cannot be written: it is about reading, not about data.
   */
  remember: (key: string, value: string | null) => void
}

type Answer<M extends Method> = z.input<M['output']>
type Asked<M extends Method> = z.output<M['input']>

type HandlerOf<M> = M extends Query
  ? (context: QueryContext, input: Asked<M>) => Answer<M> | Promise<Answer<M>>
  : M extends Command
    ? (context: CommandContext, input: Asked<M>) => Omit<Answer<M>, 'step' | 'label'>
    : M extends Job
      ? (context: JobContext, input: Asked<M>) => Promise<Answer<M>>
      : never

/** The handlers of one noun; a verb of the contract without one is a type error. */
export type Handlers<N extends Noun> = { [V in keyof Api[N]]: HandlerOf<Api[N][V]> }

/** The id of a coder by name, made when there is none. */
export function coderByName(context: Pick<CommandContext, 'db' | 'ids' | 'clock'>, coder: string): number {
  const known = context.db.value<number>(sql`SELECT id FROM coder WHERE name = ${coder}`)
  if (known !== undefined) return known
  return context.db.run(
    sql`INSERT INTO coder (guid, name, created) VALUES (${context.ids()}, ${coder}, ${context.clock()})`,
  ).id
}

/** What the coder had remembered under a key (see {@link JobContext.remember}). */
export function recall({ db, coderName }: QueryContext, key: string): string | undefined {
  return db.value<string>(sql`SELECT value FROM place WHERE coder = ${coderName} AND key = ${key}`)
}
