/** Storing a transcript: document, speakers, turns. The one way in, for imports and for projects from other tools. */
import type { CommandContext } from '../context.ts'
import { sql } from '../db/sql.ts'
import { countWords } from '../text/spans.ts'

export interface NewDocument {
  name: string
  kind: string
  journey?: string | null
  wave?: string | null
  date?: string | null
  format: string
  layout: string
  sourceName: string
  sha256: string
  report?: object
  original?: Uint8Array
  speakers: { label: string; role: string; participant: number | null }[]
  /** In order. `speaker` is an index into `speakers`. Texts hold no label and are NFC with `\n` newlines. */
  turns: { kind: string; speaker: number | null; text: string; at?: number | null; until?: number | null }[]
}

/** Returns the new document's id. Offsets follow from the turns' texts joined by one newline. */
export function storeDocument(context: CommandContext, from: NewDocument): number {
  const { db, ids, clock } = context
  const length =
    from.turns.reduce((sum, turn) => sum + turn.text.length + 1, 0) - (from.turns.length > 0 ? 1 : 0)
  const document = db.run(sql`
    INSERT INTO document (guid, name, kind, status, journey, wave, date, length, format, layout, source_name, sha256, report, imported)
    VALUES (${ids()}, ${from.name}, ${from.kind}, 'imported', ${from.journey ?? null}, ${from.wave ?? null}, ${from.date ?? null}, ${length},
      ${from.format}, ${from.layout}, ${from.sourceName}, ${from.sha256}, ${JSON.stringify(from.report ?? {})}, ${clock()})`).id
  if (from.original)
    db.run(sql`INSERT INTO document_original (id, bytes) VALUES (${document}, ${from.original})`)
  const speakers = from.speakers.map(
    (speaker) =>
      db.run(sql`
        INSERT INTO speaker (guid, document, label, role, participant)
        VALUES (${ids()}, ${document}, ${speaker.label}, ${speaker.role}, ${speaker.participant})`).id,
  )
  let start = 0
  from.turns.forEach((turn, ord) => {
    const end = start + turn.text.length
    const speaker = turn.speaker === null ? null : (speakers[turn.speaker] ?? null)
    db.run(sql`
      INSERT INTO turn (document, ord, kind, speaker, start, "end", at, until, words, text)
      VALUES (${document}, ${ord}, ${turn.kind}, ${speaker}, ${start}, ${end}, ${turn.at ?? null}, ${turn.until ?? null},
        ${turn.kind === 'speech' ? countWords(turn.text) : 0}, ${turn.text})`)
    start = end + 1
  })
  context.touch(document)
  return document
}
