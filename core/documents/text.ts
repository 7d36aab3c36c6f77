/** A document's text: its turns joined by one newline. Immutable, so the few last read are kept. */
import { CoreError } from '../contract/errors.ts'
import type { ReadableDb } from '../db/database.ts'
import { sql, type Sql } from '../db/sql.ts'
import type { Span } from '../text/spans.ts'

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

/** A condition on `turn` for the turns with some of a span: found by place, however long the transcript is. */
export const turnsAcross = (document: number, { start, end }: Span): Sql => sql`
  turn.document = ${document} AND turn."end" > ${start} AND turn.start < ${end}
  AND turn.start >= (SELECT coalesce(max(first.start), 0) FROM turn AS first WHERE first.document = ${document} AND first.start <= ${start})`

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
    SELECT start, text FROM turn WHERE ${turnsAcross(document, { start: start - margin, end: end + margin })} ORDER BY start`)
  return { text: rows.map(([, text]) => text).join('\n'), from: rows[0]?.[0] ?? 0 }
}
