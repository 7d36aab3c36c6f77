/** A document's text: its turns joined by one newline. Immutable, so the few last read are kept. */
import { CoreError } from '../contract/errors.ts'
import type { ReadableDb } from '../db/database.ts'
import { sql } from '../db/sql.ts'

export function documentText(db: ReadableDb, document: number): string {
  return db
    .rows<[string]>(sql`SELECT text FROM turn WHERE document = ${document} ORDER BY ord`)
    .map(([text]) => text)
    .join('\n')
}

export function requireDocument(
  db: ReadableDb,
  document: number,
): { id: number; name: string; length: number } {
  const row = db.get<{ id: number; name: string; length: number }>(
    sql`SELECT id, name, length FROM document WHERE id = ${document}`,
  )
  if (!row) throw new CoreError('not-found', `There is no transcript number ${document} in this project.`)
  return row
}

/**
 * The text from a little before `start` to a little after `end`, and where it begins: enough to snap, quote and anchor a
 * passage without reading a whole hour of speech.
 */
export function textAround(
  db: ReadableDb,
  document: number,
  start: number,
  end: number,
): { text: string; from: number } {
  const margin = 128
  const rows = db.rows<[number, string]>(sql`
    SELECT start, text FROM turn WHERE document = ${document} AND "end" >= ${start - margin} AND start <= ${end + margin} ORDER BY ord`)
  return { text: rows.map(([, text]) => text).join('\n'), from: rows[0]?.[0] ?? 0 }
}
