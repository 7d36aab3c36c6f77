/** Answers about one transcript or to a whole question, kept until a step of the history changes what they were read from. */
import type { ReadableDb } from './database.ts'
import { inList, sql } from './sql.ts'

interface Shelf<T> {
  /** The last step of the history that `answers` has seen. */
  revision: number
  answers: Map<number, T>
  /** By transcript: where passages start, or started, that changed since its answer was read. */
  changed: Map<number, Set<number>>
}

/** For answers that are long to read: brings one up to date with the passages, and their codings, that start at these places. */
type Renew<T> = (db: ReadableDb, document: number, answer: T, starts: ReadonlySet<number>) => T

const PASSAGES = ['passage', 'coding']

export const revisionOf = (db: ReadableDb): number =>
  db.value<number>(sql`SELECT coalesce(max(id), 0) FROM step`) ?? 0

/**
 * Reads once for each transcript. A step that changed one of the tables, or took such a step back, clears the one transcript
 * that it says it touched, or them all when it names none. With `renew`, passages and codings need not be among the tables.
 */
export function keptPerDocument<T>(
  tables: readonly string[],
  read: (db: ReadableDb, document: number) => T,
  renew?: Renew<T>,
): (db: ReadableDb) => (document: number) => T {
  const shelves = new WeakMap<ReadableDb, Shelf<T>>()
  return (db) => {
    // Were the command to fail, its step's number would be given again to another: nothing of it is kept.
    if (db.isChanging) return (document) => read(db, document)
    const shelf: Shelf<T> = shelves.get(db) ?? { revision: 0, answers: new Map(), changed: new Map() }
    shelves.set(db, shelf)
    const revision = revisionOf(db)
    // What nobody has read yet is not out of date, however long the history is.
    if (shelf.answers.size > 0 && shelf.revision !== revision) {
      clearTouched(db, shelf, tables)
      if (renew) noteChanged(db, shelf)
    }
    shelf.revision = revision
    return (document) => {
      const known = shelf.answers.get(document)
      const starts = shelf.changed.get(document)
      if (known !== undefined && starts === undefined) return known
      const answer =
        known !== undefined && starts !== undefined && renew
          ? renew(db, document, known, starts)
          : read(db, document)
      shelf.answers.set(document, answer)
      shelf.changed.delete(document)
      return answer
    }
  }
}

function clearTouched<T>(db: ReadableDb, { revision, answers }: Shelf<T>, tables: readonly string[]): void {
  for (const document of touchedSince(db, revision, tables)) {
    if (document === null) answers.clear()
    else answers.delete(document)
  }
}

function noteChanged<T>(db: ReadableDb, { revision, answers, changed }: Shelf<T>): void {
  if (touchedSince(db, revision, PASSAGES).includes(null)) {
    answers.clear()
    return
  }
  for (const [document, start] of startsSince(db, revision)) {
    changed.set(document, (changed.get(document) ?? new Set()).add(start))
  }
}

/** Transcripts that steps touched since; null stands for one that may have touched them all. */
function touchedSince(db: ReadableDb, revision: number, tables: readonly string[]): (number | null)[] {
  return db
    .rows<[number | null]>(sql`
      SELECT DISTINCT document FROM step WHERE id > ${revision}
        AND EXISTS (SELECT 1 FROM change WHERE change.step IN (step.id, step.target) AND tbl IN ${inList(tables)})`)
    .map(([document]) => document)
}

/**
 * Where passages start that steps since have changed or whose codings they changed, and where those started before: a
 * passage's place then is in an image, unless it has not moved.
 */
function startsSince(db: ReadableDb, revision: number): [document: number, start: number][] {
  return db.rows<[number, number]>(sql`
    WITH since AS MATERIALIZED (
      SELECT step.document, tbl, row, before, after FROM step JOIN change ON change.step IN (step.id, step.target)
      WHERE step.id > ${revision} AND step.document IS NOT NULL AND tbl IN ('passage', 'coding')
    ), of_passage (document, passage) AS (
      SELECT document, row FROM since WHERE tbl = 'passage'
      UNION SELECT document, coding.passage FROM since JOIN coding ON coding.id = since.row WHERE tbl = 'coding'
      UNION SELECT document, before ->> 'passage' FROM since WHERE tbl = 'coding'
      UNION SELECT document, after ->> 'passage' FROM since WHERE tbl = 'coding'
    )
    SELECT of_passage.document, start FROM of_passage JOIN passage ON passage.id = of_passage.passage
    UNION SELECT document, before ->> 'start' FROM since WHERE tbl = 'passage' AND before IS NOT NULL
    UNION SELECT document, after ->> 'start' FROM since WHERE tbl = 'passage' AND after IS NOT NULL`)
}

/** A kept answer, and those of its tables that steps changed since: none while it still holds. */
export interface Kept<T> {
  readonly answer: T
  readonly changed: readonly string[]
}

/**
 * Keeps the answers to the last few questions of each project. What steps changed since is told rather than thrown away:
 * an answer that no longer holds can still be the start of the next.
 */
export class KeptAnswers<T> {
  readonly #tables: readonly string[]
  readonly #most: number
  readonly #shelves = new WeakMap<ReadableDb, Map<string, { revision: number; answer: T }>>()

  /** `tables`: what the answers are read from. `most`: how many questions are remembered. */
  constructor(tables: readonly string[], most: number) {
    this.#tables = tables
    this.#most = most
  }

  find(db: ReadableDb, question: string): Kept<T> | undefined {
    const kept = this.#shelves.get(db)?.get(question)
    if (!kept) return undefined
    const revision = revisionOf(db)
    const changed = revision === kept.revision ? [] : changedSince(db, kept.revision, this.#tables)
    if (changed.length === 0) this.keep(db, question, { ...kept, revision })
    return { answer: kept.answer, changed }
  }

  /** `revision` is that of the project when the answer was read. */
  keep(db: ReadableDb, question: string, kept: { revision: number; answer: T }): void {
    const shelf = this.#shelves.get(db) ?? new Map<string, { revision: number; answer: T }>()
    this.#shelves.set(db, shelf)
    // A map stands in the order of keeping: the first is the one least lately asked for.
    shelf.delete(question)
    shelf.set(question, kept)
    for (const oldest of [...shelf.keys()].slice(0, -this.#most)) shelf.delete(oldest)
  }
}

function changedSince(db: ReadableDb, revision: number, tables: readonly string[]): string[] {
  return db
    .rows<[string]>(sql`
      SELECT DISTINCT tbl FROM step JOIN change ON change.step IN (step.id, step.target)
      WHERE step.id > ${revision} AND tbl IN ${inList(tables)}`)
    .map(([table]) => table)
}
