/** The list of transcripts with what a researcher wants to know at a glance. */
import type { z } from 'zod'
import type { DocumentRow } from '../contract/documents.ts'
import type { ReadableDb } from '../db/database.ts'
import { sql } from '../db/sql.ts'
import { factsReader } from './facts.ts'

type Row = z.input<typeof DocumentRow>
type Stored = Pick<
  Row,
  'document' | 'name' | 'kind' | 'status' | 'journey' | 'wave' | 'date' | 'layout' | 'sourceName'
> & {
  imported: number
  participants: string
}

export function listDocuments(db: ReadableDb): Row[] {
  const rows = db.all<Stored>(sql`
    SELECT d.id AS document, d.name, d.kind, d.status, d.journey, d.wave, d.date, d.layout, d.source_name AS sourceName, d.imported,
      (SELECT coalesce(json_group_array(json_object('id', id, 'name', name, 'role', role)), '[]') FROM
        (SELECT DISTINCT p.id, p.name, p.role FROM speaker AS s JOIN participant AS p ON p.id = s.participant
          WHERE s.document = d.id ORDER BY p.name)) AS participants
    FROM document AS d ORDER BY d.name COLLATE NOCASE, d.id`)
  const factsOf = factsReader(db)
  const coderNames = new Map(db.rows<[number, string]>(sql`SELECT id, name FROM coder`))
  return rows.map((row) => {
    const { words, participantWords, turns, passages, codings, codedWords, coders } = factsOf(row.document)
    return {
      ...row,
      words,
      participantWords,
      turns,
      passages,
      codings,
      coded: participantWords === 0 ? 0 : Math.min(1, codedWords / participantWords),
      coders: [...coders.keys()]
        .map((coder) => coderNames.get(coder) ?? '')
        .toSorted((a, b) => a.localeCompare(b)),
      participants: JSON.parse(row.participants) as Row['participants'],
      imported: new Date(row.imported).toISOString(),
    }
  })
}
