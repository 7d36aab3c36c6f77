/** Reading passages with their codings: for the reader, and for what a number opens. */
import type { z } from 'zod'
import type { Passage, PassageRow } from '../contract/codings.ts'
import type { ReadableDb } from '../db/database.ts'
import { inList, sql, type Sql } from '../db/sql.ts'

type PassageOut = z.input<typeof Passage>
type PassageRowOut = z.input<typeof PassageRow>
type CodingOut = PassageOut['codings'][number]

interface CodingRow {
  passage: number
  id: number
  code: number
  intensity: 1 | 2 | 3 | null
  stance: 'stated' | 'implied'
  origin: CodingOut['origin']
  stale: number
  created: number
}

/** Passages with their codings for a condition on `passage` (alias p), in order of the text. */
export function readPassages(db: ReadableDb, where: Sql): PassageOut[] {
  const passages = db.all<Omit<PassageOut, 'codings' | 'flagged'> & { flagged: number }>(sql`
    SELECT p.id, p.document, p.start, p."end", p.coder, p.flagged,
      (SELECT count(*) FROM memo WHERE target = 'passage' AND target_id = p.id) AS memos
    FROM passage AS p WHERE ${where} ORDER BY p.start, p."end" DESC, p.id`)
  const codings = db.all<CodingRow>(sql`
    SELECT c.passage, c.id, c.code, c.intensity, c.stance, c.origin, c.created, c.code_version < code.version AS stale
    FROM passage AS p JOIN coding AS c ON c.passage = p.id JOIN code ON code.id = c.code WHERE ${where} ORDER BY c.id`)
  const byPassage = new Map<number, CodingOut[]>()
  for (const { passage, created, stale, ...coding } of codings) {
    const list = byPassage.get(passage) ?? []
    list.push({ ...coding, stale: stale === 1, at: new Date(created).toISOString() })
    byPassage.set(passage, list)
  }
  return passages.map((passage) => ({
    ...passage,
    flagged: passage.flagged === 1,
    codings: byPassage.get(passage.id) ?? [],
  }))
}

interface RowCode {
  passage: number
  id: number
  code: string
  name: string
  family: string
  intensity: 1 | 2 | 3 | null
  origin: CodingOut['origin']
}

/** Passages with their words and source, in the order of the ids given. Unknown ids are left out. */
export function passageRows(db: ReadableDb, passages: readonly number[]): PassageRowOut[] {
  const ids = inList(passages)
  const rows = db.all<Omit<PassageRowOut, 'codes'>>(sql`
    SELECT p.id AS passage, p.document, d.name AS documentName, p.start, p."end", p.quote, p.speaker, s.label AS speakerLabel,
      s.participant, participant.name AS participantName, coder.name AS coder,
      (SELECT at FROM turn WHERE turn.document = p.document AND turn.start <= p.start AND turn.at IS NOT NULL
        ORDER BY turn.start DESC LIMIT 1) AS at
    FROM passage AS p JOIN document AS d ON d.id = p.document JOIN coder ON coder.id = p.coder
    LEFT JOIN speaker AS s ON s.id = p.speaker LEFT JOIN participant ON participant.id = s.participant
    WHERE p.id IN ${ids}`)
  const codes = db.all<RowCode>(sql`
    SELECT c.passage, code.id, code.key AS code, code.name, code.family, c.intensity, c.origin
    FROM coding AS c JOIN code ON code.id = c.code WHERE c.passage IN ${ids} ORDER BY code.ord`)
  const codesOf = Map.groupBy(codes, (code) => code.passage)
  const rowOf = new Map(rows.map((row) => [row.passage, row]))
  return passages.flatMap((id) => {
    const row = rowOf.get(id)
    return row
      ? [{ ...row, codes: (codesOf.get(id) ?? []).map(({ passage: _passage, ...code }) => code) }]
      : []
  })
}
