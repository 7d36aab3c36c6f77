/** Every passage with its codes and memos as JSON, for programs. */
import type { ReadableDb } from '../db/database.ts'
import { sql } from '../db/sql.ts'
import { guidText } from '../codebook/exchange/guids.ts'
import { readEvidence } from './evidence.ts'
import type { Exported, ExportRequest } from './format.ts'
import { utf8 } from './utf8.ts'

function memosByPassage(db: ReadableDb): Map<number, string[]> {
  const rows = db.all<{ passage: number; text: string }>(
    sql`SELECT target_id AS passage, text FROM memo WHERE target = 'passage' ORDER BY created, id`,
  )
  return new Map(
    [...Map.groupBy(rows, (row) => row.passage)].map(([id, memos]) => [id, memos.map(({ text }) => text)]),
  )
}

export function passagesJson({ db, role, stem }: ExportRequest): Exported {
  const { passages, lost } = readEvidence(db, role)
  const memos = memosByPassage(db)
  const study = db.value<string>(sql`SELECT name FROM project`) ?? ''
  const body = {
    study,
    offsets: 'UTF-16 code units, end exclusive',
    passages: passages.map((passage) => ({
      guid: guidText(passage.guid),
      passage: passage.id,
      transcript: passage.document,
      document: passage.documentName,
      participant: passage.participantName,
      role: passage.role,
      speaker: passage.speaker,
      start: passage.start,
      end: passage.end,
      words: passage.words,
      at: passage.at,
      quote: passage.quote,
      coder: passage.coder,
      flagged: passage.flagged,
      codes: passage.codings.map(({ created, ...coding }) => ({
        ...coding,
        created: new Date(created).toISOString(),
      })),
      memos: memos.get(passage.id) ?? [],
    })),
  }
  return {
    files: [{ name: `${stem} – passages.json`, bytes: utf8(`${JSON.stringify(body, null, 2)}\n`) }],
    rows: passages.length,
    lost: ['The words of the transcripts outside passages.', 'Participants’ details.', ...lost],
  }
}
