/** Reading memos with what they are about. */
import type { z } from 'zod'
import type { Memo, MemoTarget } from '../contract/memos.ts'
import type { ReadableDb } from '../db/database.ts'
import { empty, sql } from '../db/sql.ts'
import { glimpse } from '../text/glimpse.ts'

export type MemoOut = z.input<typeof Memo>

interface Row {
  memo: number
  kind: MemoTarget['kind']
  target: number
  text: string
  coderId: number
  coder: string
  created: number
  changed: number
  name: string | null
  quote: string | null
  document: number | null
  start: number | null
  end: number | null
}

const aboutOf = ({ kind, name, quote }: Row): string => {
  if (kind === 'project') return 'The study'
  if (quote !== null) return `${name ?? ''}: “${glimpse(quote)}”`
  return name ?? ''
}

function placeOf({ document, start, end }: Row): MemoOut['place'] {
  return document === null ? null : { document, start: start ?? 0, end: end ?? 0 }
}

/** Every memo, or those on one target, the last changed first. */
export function readMemos(db: ReadableDb, target?: MemoTarget): MemoOut[] {
  const onTarget = target ? sql`WHERE m.target = ${target.kind} AND m.target_id = ${target.id}` : empty
  return db
    .all<Row>(sql`
      SELECT m.id AS memo, m.target AS kind, m.target_id AS target, m.text, m.coder AS coderId, coder.name AS coder, m.created, m.changed,
        coalesce(d.name, who.name, code.name) AS name, p.quote, d.id AS document, p.start, p."end"
      FROM memo AS m JOIN coder ON coder.id = m.coder
      LEFT JOIN passage AS p ON m.target = 'passage' AND p.id = m.target_id
      LEFT JOIN document AS d ON d.id = CASE m.target WHEN 'document' THEN m.target_id WHEN 'passage' THEN p.document END
      LEFT JOIN participant AS who ON m.target = 'participant' AND who.id = m.target_id
      LEFT JOIN code ON m.target = 'code' AND code.id = m.target_id
      ${onTarget}
      ORDER BY m.changed DESC, m.id DESC`)
    .map((row) => ({
      memo: row.memo,
      target: { kind: row.kind, id: row.target },
      about: aboutOf(row),
      place: placeOf(row),
      text: row.text,
      coder: { id: row.coderId, name: row.coder },
      created: new Date(row.created).toISOString(),
      changed: new Date(row.changed).toISOString(),
    }))
}
