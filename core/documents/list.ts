/** The list of transcripts with what a researcher wants to know at a glance. */
import type { z } from 'zod'
import type { DocumentRow } from '../contract/documents.ts'
import type { ReadableDb } from '../db/database.ts'
import { sql } from '../db/sql.ts'

type Row = z.input<typeof DocumentRow>
interface Facts extends Omit<Row, 'coders' | 'participants' | 'coded' | 'imported'> {
  imported: number
  coders: string
  participants: string
}

/** Share of participants' words inside at least one passage, by document; overlapping passages count once. */
function codedWords(db: ReadableDb): Map<number, number> {
  const spans = db.rows<[number, number, number, number]>(
    sql`SELECT document, start, "end", words FROM passage WHERE speaker IS NOT NULL ORDER BY document, start, "end" DESC`,
  )
  const covered = new Map<number, number>()
  let current = -1
  let reach = 0
  for (const [document, start, end, words] of spans) {
    if (document !== current) {
      current = document
      reach = 0
    }
    if (end > reach) {
      const fresh = (end - Math.max(start, reach)) / (end - start)
      covered.set(document, (covered.get(document) ?? 0) + words * fresh)
      reach = end
    }
  }
  return covered
}

export function listDocuments(db: ReadableDb): Row[] {
  const rows = db.all<Facts>(sql`
    SELECT d.id AS document, d.name, d.kind, d.status, d.journey, d.wave, d.date, d.layout, d.source_name AS sourceName, d.imported,
      (SELECT coalesce(sum(words), 0) FROM turn WHERE document = d.id) AS words,
      (SELECT coalesce(sum(turn.words), 0) FROM turn JOIN speaker AS s ON s.id = turn.speaker
        WHERE turn.document = d.id AND s.role = 'participant') AS participantWords,
      (SELECT count(*) FROM turn WHERE document = d.id AND kind = 'speech') AS turns,
      (SELECT count(*) FROM passage WHERE document = d.id) AS passages,
      (SELECT count(*) FROM passage AS p JOIN coding AS c ON c.passage = p.id WHERE p.document = d.id) AS codings,
      (SELECT coalesce(json_group_array(name), '[]') FROM
        (SELECT DISTINCT coder.name FROM passage AS p JOIN coder ON coder.id = p.coder WHERE p.document = d.id ORDER BY 1)) AS coders,
      (SELECT coalesce(json_group_array(json_object('id', id, 'name', name, 'role', role)), '[]') FROM
        (SELECT DISTINCT p.id, p.name, p.role FROM speaker AS s JOIN participant AS p ON p.id = s.participant
          WHERE s.document = d.id ORDER BY p.name)) AS participants
    FROM document AS d ORDER BY d.name COLLATE NOCASE, d.id`)
  const covered = codedWords(db)
  return rows.map((row) => ({
    ...row,
    coded:
      row.participantWords === 0 ? 0 : Math.min(1, (covered.get(row.document) ?? 0) / row.participantWords),
    coders: JSON.parse(row.coders) as string[],
    participants: JSON.parse(row.participants) as Row['participants'],
    imported: new Date(row.imported).toISOString(),
  }))
}
