/** Passages: found or made on a selection, snapped to whole characters, anchored by their words. */
import { CoreError } from '../contract/errors.ts'
import type { CommandContext } from '../context.ts'
import type { ReadableDb } from '../db/database.ts'
import { sql } from '../db/sql.ts'
import { requireDocument, textAround, turnsAcross } from '../documents/text.ts'
import { anchorOf } from '../text/anchor.ts'
import { countWords, snapToGraphemes, trimSpan, type Span } from '../text/spans.ts'

export interface Place extends Span {
  document: number
}

/** A selection as it would be stored: inside the text, whole graphemes, no white space at its ends. */
export function settle(
  db: ReadableDb,
  place: Place,
): Span & { anchor: ReturnType<typeof anchorOf>; words: number } {
  const { length, name } = requireDocument(db, place.document)
  if (place.start >= place.end || place.end > length) {
    throw new CoreError(
      'invalid',
      `The passage ${place.start}–${place.end} is not inside ${name}, which has ${length} characters. Select some text and try again.`,
    )
  }
  const { text, from } = textAround(db, place.document, place.start, place.end)
  const local = snapToGraphemes(text, { start: place.start - from, end: place.end - from })
  const span = trimSpan(text, local)
  if (span.start >= span.end) {
    throw new CoreError(
      'invalid',
      `There are no words in the selection. Select some text in ${name} and try again.`,
    )
  }
  const anchor = anchorOf(text, span)
  return { start: span.start + from, end: span.end + from, anchor, words: countWords(anchor.quote) }
}

/**
 * Who a passage is evidence of: the participants' speaker with most characters of it, the first on a tie; null when no
 * participant speaks in it.
 */
function speakerOf(db: ReadableDb, { document, start, end }: Place): number | null {
  return (
    db.value<number>(sql`
      SELECT turn.speaker FROM turn JOIN speaker ON speaker.id = turn.speaker
      WHERE ${turnsAcross(document, { start, end })} AND speaker.role = 'participant'
      GROUP BY turn.speaker
      ORDER BY sum(min(turn."end", ${end}) - max(turn.start, ${start})) DESC, min(turn.start)
      LIMIT 1`) ?? null
  )
}

/** The coder's passage with these edges, made when there is none. */
export function passageAt(context: CommandContext, place: Place, coder: number): number {
  const { db, ids, clock } = context
  const { start, end, anchor, words } = settle(db, place)
  const known = db.value<number>(
    sql`SELECT id FROM passage WHERE document = ${place.document} AND start = ${start} AND "end" = ${end} AND coder = ${coder}`,
  )
  if (known !== undefined) return known
  const speaker = speakerOf(db, { document: place.document, start, end })
  return db.run(sql`
    INSERT INTO passage (guid, document, start, "end", coder, speaker, words, quote, prefix, suffix, created)
    VALUES (${ids()}, ${place.document}, ${start}, ${end}, ${coder}, ${speaker}, ${words}, ${anchor.quote}, ${anchor.prefix},
      ${anchor.suffix}, ${clock()})`).id
}

/** Attributes passages to speakers again after roles, speakers or turns of a document have changed. */
export function reattribute(context: CommandContext, document: number): void {
  const { db } = context
  const passages = db.all<{ id: number; start: number; end: number; speaker: number | null }>(
    sql`SELECT id, start, "end", speaker FROM passage WHERE document = ${document}`,
  )
  for (const passage of passages) {
    const speaker = speakerOf(db, { document, start: passage.start, end: passage.end })
    if (speaker !== passage.speaker)
      db.run(sql`UPDATE passage SET speaker = ${speaker} WHERE id = ${passage.id}`)
  }
}

/** Moves a passage's edges; its words, anchor and speaker follow. */
export function reshapePassage(context: CommandContext, passage: number, span: Span): void {
  const { db } = context
  const row = db.get<{ document: number; coder: number }>(
    sql`SELECT document, coder FROM passage WHERE id = ${passage}`,
  )
  if (!row)
    throw new CoreError('not-found', 'That passage is no longer there. It may have been removed or undone.')
  const { start, end, anchor, words } = settle(db, { document: row.document, ...span })
  const other = db.value<number>(sql`
    SELECT id FROM passage WHERE document = ${row.document} AND start = ${start} AND "end" = ${end} AND coder = ${row.coder} AND id <> ${passage}`)
  if (other !== undefined) {
    throw new CoreError(
      'conflict',
      'You already have a passage with exactly these edges. Change that one, or choose other edges.',
    )
  }
  const speaker = speakerOf(db, { document: row.document, start, end })
  db.run(sql`
    UPDATE passage SET start = ${start}, "end" = ${end}, speaker = ${speaker}, words = ${words}, quote = ${anchor.quote},
      prefix = ${anchor.prefix}, suffix = ${anchor.suffix} WHERE id = ${passage}`)
  context.touch(row.document)
}
