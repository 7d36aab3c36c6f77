/** Withdrawal: whose names, notes and transcripts leave with them. Their words are in `withheld.ts`. */
import type { ReadableDb } from '../db/database.ts'
import { sql } from '../db/sql.ts'

interface Withdrawal {
  /** Participants who have withdrawn. */
  readonly participants: ReadonlySet<number>
  readonly names: readonly string[]
  /** Whether everyone a transcript is about has withdrawn. */
  readonly document: (document: number) => boolean
}

export function readWithdrawal(db: ReadableDb): Withdrawal {
  const people = db.rows<[number, string]>(
    sql`SELECT id, name FROM participant WHERE withdrawn IS NOT NULL ORDER BY name`,
  )
  const documents = emptied(db)
  return {
    participants: new Set(people.map(([id]) => id)),
    names: people.map(([, name]) => name),
    document: (document) => documents.has(document),
  }
}

/** Transcripts whose participants have all withdrawn. */
function emptied(db: ReadableDb): Set<number> {
  const rows = db.rows<[number]>(sql`
    SELECT s.document FROM speaker AS s JOIN participant AS p ON p.id = s.participant
    GROUP BY s.document HAVING count(*) = count(p.withdrawn)`)
  return new Set(rows.map(([document]) => document))
}
