/** Transcripts that two or more coders coded, cut into the units they are compared on. */
import type { ReadableDb } from '../../db/database.ts'
import { inList, sql } from '../../db/sql.ts'
import { sentences } from '../../text/sentences.ts'
import type { Span } from '../../text/spans.ts'
import type { Evidence } from '../evidence/episodes.ts'
import { evidenceReader } from '../evidence/shelf.ts'
import type { Sample } from '../sample.ts'

export type Unit = 'sentence' | 'turn'

export interface SharedTranscript {
  readonly document: number
  readonly name: string
  readonly length: number
  /** Sentences or turns of participants, in order of the text. */
  readonly units: readonly Span[]
  /** Each coder's passages, in order of the text; only coders who coded it. */
  readonly byCoder: ReadonlyMap<number, readonly Evidence[]>
}

/** In the order of the list of transcripts. */
export function sharedTranscripts(db: ReadableDb, sample: Sample, unit: Unit): SharedTranscript[] {
  const read = evidenceReader(db)
  return sample.documents.flatMap((document) => {
    const byCoder = Map.groupBy(
      read(document).passages.filter(({ coder }) => sample.counts(coder)),
      ({ coder }) => coder,
    )
    const about = db.get<{ name: string; length: number }>(
      sql`SELECT name, length FROM document WHERE id = ${document}`,
    )
    if (byCoder.size < 2 || !about) return []
    return [{ document, ...about, units: unitsOf(db, sample, document, unit), byCoder }]
  })
}

/** What those counted say, turn by turn or sentence by sentence; an interviewer's words are not judged. */
function unitsOf(db: ReadableDb, sample: Sample, document: number, unit: Unit): Span[] {
  const turns = db.all<Span & { text: string }>(sql`
    SELECT start, "end", text FROM turn WHERE document = ${document} AND kind = 'speech'
      AND speaker IN ${inList([...sample.bySpeaker.keys()])} ORDER BY ord`)
  if (unit === 'turn') return turns.map(({ start, end }) => ({ start, end }))
  return turns.flatMap(({ start: from, text }) =>
    sentences(text).map(({ start, end }) => ({ start: start + from, end: end + from })),
  )
}

/** The coders of these transcripts, ascending by id. */
export const codersOf = (transcripts: readonly SharedTranscript[]): number[] =>
  [...new Set(transcripts.flatMap(({ byCoder }) => [...byCoder.keys()]))].sort((a, b) => a - b)

export const withCode = (passages: readonly Evidence[] | undefined, code: number): Evidence[] =>
  (passages ?? []).filter(({ codes }) => codes.includes(code))
