/** Answers about one transcript, kept until a step of the history changes what they were read from. */
import type { ReadableDb } from './database.ts'
import { inList, sql } from './sql.ts'

interface Shelf<T> {
  /** The last step of the history that `answers` has seen. */
  revision: number
  answers: Map<number, T>
}

export const revisionOf = (db: ReadableDb): number =>
  db.value<number>(sql`SELECT coalesce(max(id), 0) FROM step`) ?? 0

/**
 * Reads once for each transcript. A step that changed one of the tables, or took such a step back, clears the one transcript
 * that it says it touched, or them all when it names none.
 */
export function keptPerDocument<T>(
  tables: readonly string[],
  read: (db: ReadableDb, document: number) => T,
): (db: ReadableDb) => (document: number) => T {
  const shelves = new WeakMap<ReadableDb, Shelf<T>>()
  return (db) => {
    const { answers } = currentShelf(db, tables, shelves)
    return (document) => {
      const known = answers.get(document)
      if (known !== undefined) return known
      const answer = read(db, document)
      answers.set(document, answer)
      return answer
    }
  }
}

function currentShelf<T>(
  db: ReadableDb,
  tables: readonly string[],
  shelves: WeakMap<ReadableDb, Shelf<T>>,
): Shelf<T> {
  const shelf = shelves.get(db) ?? { revision: 0, answers: new Map<number, T>() }
  const revision = revisionOf(db)
  if (shelf.revision === revision) return shelf
  for (const document of touchedSince(db, shelf.revision, tables)) {
    if (document === null) shelf.answers.clear()
    else shelf.answers.delete(document)
  }
  shelf.revision = revision
  shelves.set(db, shelf)
  return shelf
}

/** Transcripts that steps touched since; null stands for one that may have touched them all. */
function touchedSince(db: ReadableDb, revision: number, tables: readonly string[]): (number | null)[] {
  return db
    .rows<[number | null]>(sql`
      SELECT DISTINCT document FROM step WHERE id > ${revision}
        AND EXISTS (SELECT 1 FROM change WHERE change.step IN (step.id, step.target) AND tbl IN ${inList(tables)})`)
    .map(([document]) => document)
}
