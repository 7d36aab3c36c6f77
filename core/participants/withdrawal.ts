/** Withdrawal: what a participant who has withdrawn takes out of every output. */
import type { ReadableDb } from '../db/database.ts'
import { inList, sql } from '../db/sql.ts'
import type { Span } from '../text/spans.ts'

interface Withdrawal {
  /** Participants who have withdrawn. */
  readonly participants: ReadonlySet<number>
  readonly names: readonly string[]
  readonly speakers: ReadonlySet<number>
  /** Whether everyone a transcript is about has withdrawn. */
  readonly document: (document: number) => boolean
  /** Whether a place holds words of someone who has withdrawn, or is in a transcript about nobody else. */
  readonly place: (place: Span & { document: number }) => boolean
}

export function readWithdrawal(db: ReadableDb): Withdrawal {
  const people = db.rows<[number, string]>(
    sql`SELECT id, name FROM participant WHERE withdrawn IS NOT NULL ORDER BY name`,
  )
  const participants = new Set(people.map(([id]) => id))
  const speakers = new Set(
    db
      .rows<[number]>(sql`SELECT id FROM speaker WHERE participant IN ${inList([...participants])}`)
      .map(([id]) => id),
  )
  const spans = spansOf(db, speakers)
  const documents = emptied(db)
  return {
    participants,
    names: people.map(([, name]) => name),
    speakers,
    document: (document) => documents.has(document),
    place: ({ document, start, end }) =>
      documents.has(document) ||
      (spans.get(document)?.some((span) => span.start < end && start < span.end) ?? false),
  }
}

function spansOf(db: ReadableDb, speakers: ReadonlySet<number>): Map<number, Span[]> {
  const rows = db.all<Span & { document: number }>(
    sql`SELECT document, start, "end" FROM turn WHERE speaker IN ${inList([...speakers])}`,
  )
  return Map.groupBy(rows, (row) => row.document)
}

/** Transcripts whose participants have all withdrawn. */
function emptied(db: ReadableDb): Set<number> {
  const rows = db.rows<[number]>(sql`
    SELECT s.document FROM speaker AS s JOIN participant AS p ON p.id = s.participant
    GROUP BY s.document HAVING count(*) = count(p.withdrawn)`)
  return new Set(rows.map(([document]) => document))
}
