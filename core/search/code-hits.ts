/** Coding what a search finds: each hit, or the sentence or turn around it. */
import type { z } from 'zod'
import { CoreError } from '../contract/errors.ts'
import type { Level } from '../contract/search.ts'
import { codePlace, type Use } from '../codings/handlers.ts'
import { settle, type Place } from '../codings/passages.ts'
import type { CommandContext } from '../context.ts'
import type { ReadableDb } from '../db/database.ts'
import { inList, sql } from '../db/sql.ts'
import { sentences } from '../text/sentences.ts'
import { trimSpan, type Span } from '../text/spans.ts'
import type { Found } from './places.ts'

/** More than this is a sign of a question that is too wide, and more than anyone would check. */
const MOST = 10_000

/** Where the codes go in one turn: no place twice, in order. Offsets in the turn. */
function spansToCode({ row: { text }, hits }: Found, level: z.infer<typeof Level>): Span[] {
  if (level === 'hit') return hits
  if (level === 'turn') return [trimSpan(text, { start: 0, end: text.length })]
  const parts = sentences(text)
  const spans = new Map<number, Span>()
  for (const hit of hits) {
    const touched = parts.filter((part) => part.start < hit.end && hit.start < part.end)
    const start = touched[0]?.start ?? hit.start
    spans.set(start, { start, end: touched.at(-1)?.end ?? hit.end })
  }
  return [...spans.values()]
}

/** All places of a search. Throws `too-large` when there are more than anyone would check. */
export async function placesToCode(
  found: AsyncIterable<Found>,
  level: z.infer<typeof Level>,
): Promise<{ places: Place[]; sample: Found[] }> {
  const places: Place[] = []
  const sample: Found[] = []
  for await (const turn of found) {
    for (const { start, end } of spansToCode(turn, level)) {
      places.push({
        document: turn.row.document,
        start: start + turn.row.start,
        end: end + turn.row.start,
      })
    }
    if (sample.length < 20) sample.push(turn)
    if (places.length > MOST) {
      throw new CoreError(
        'too-large',
        `The search finds more than ${MOST.toLocaleString('en-GB')} places, too many to code at once. Narrow it, or choose fewer transcripts.`,
      )
    }
  }
  return { places, sample }
}

/** How many places already are passages of this coder with all of the codes. */
export function alreadyCoded(
  db: ReadableDb,
  places: readonly Place[],
  coder: string,
  codes: readonly number[],
): number {
  const wanted = [...new Set(codes)]
  return places.filter((place) => {
    const { start, end } = settle(db, place)
    const carried = db.value<number>(sql`
      SELECT count(*) FROM passage AS p JOIN coder ON coder.id = p.coder JOIN coding AS c ON c.passage = p.id
      WHERE p.document = ${place.document} AND p.start = ${start} AND p."end" = ${end} AND coder.name = ${coder}
        AND c.code IN ${inList(wanted)}`)
    return carried === wanted.length
  }).length
}

/** Puts the codes on every place, as the acting coder. Returns how the codes are spoken of. */
export function codePlaces(
  context: CommandContext,
  places: readonly Place[],
  codes: readonly Use[],
): { passages: number; codings: number; spoken: string[] } {
  const count = () => context.db.value<number>(sql`SELECT count(*) FROM coding`) ?? 0
  const before = count()
  const coder = context.coder()
  const passages = new Set<number>()
  let spoken: string[] = []
  for (const place of places) {
    const coded = codePlace(context, { ...place, codes }, coder, 'auto')
    passages.add(coded.passage)
    spoken = coded.spoken
  }
  return { passages: passages.size, codings: count() - before, spoken }
}
