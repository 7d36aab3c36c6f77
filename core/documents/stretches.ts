/** Counts of what is coded, stretch by stretch of a transcript, so that one more coding has one stretch counted again. */
import type { ReadableDb } from '../db/database.ts'
import { sql, type Sql } from '../db/sql.ts'
import { requireDocument } from './text.ts'

export type Counts = ReadonlyMap<number, number>

/** What is coded by the passages that start in one stretch. */
export interface Stretch {
  /** How far passages of earlier stretches reach, in characters of the transcript. */
  readonly from: number
  /** How far these and the earlier ones reach. */
  readonly reach: number
  /** Participants' words inside at least one of these passages and none of the earlier ones. */
  readonly covered: number
  /** Passages by coder's id. */
  readonly coders: Counts
  /** Codings by code's id. */
  readonly uses: Counts
}

/** Characters. Most transcripts are a few stretches long; the longest ones are many, and each is quick to count. */
const LENGTH = 8192

/** The stretches that places of a transcript are in. */
export const stretchesOf = (starts: Iterable<number>): Set<number> =>
  new Set([...starts].map((start) => Math.floor(start / LENGTH)))

/** Passages (alias p) that start in one stretch of a transcript. */
export const startsWithin = (document: number, stretch: number): Sql =>
  sql`p.document = ${document} AND p.start >= ${stretch * LENGTH} AND p.start < ${(stretch + 1) * LENGTH}`

/** All stretches of a transcript. Of those known, only the ones with a changed start, or reached into otherwise, are read again. */
export function countStretches(
  db: ReadableDb,
  document: number,
  known: readonly Stretch[] = [],
  starts: ReadonlySet<number> = new Set(),
): Stretch[] {
  const changed = stretchesOf(starts)
  const { length } = requireDocument(db, document)
  const stretches: Stretch[] = []
  for (let at = 0; at * LENGTH < length; at++) {
    const from = stretches.at(-1)?.reach ?? 0
    const before = known[at]
    const isSame = before !== undefined && before.from === from && !changed.has(at)
    stretches.push(isSame ? before : readStretch(db, document, at, from))
  }
  return stretches
}

function readStretch(db: ReadableDb, document: number, at: number, from: number): Stretch {
  const within = startsWithin(document, at)
  const coders = new Map<number, number>()
  let reach = from
  let covered = 0
  const passages = db.rows<[number, number, number, number, number]>(sql`
    SELECT p.start, p."end", p.words, p.coder, p.speaker IS NOT NULL FROM passage AS p
    WHERE ${within} ORDER BY p.start, p."end" DESC`)
  for (const [start, end, words, coder, isEvidence] of passages) {
    coders.set(coder, (coders.get(coder) ?? 0) + 1)
    if (isEvidence === 0 || end <= reach) continue
    // Where passages overlap, words count once.
    covered += (words * (end - Math.max(start, reach))) / (end - start)
    reach = end
  }
  const uses = db.rows<[number, number]>(
    sql`SELECT c.code, count(*) FROM passage AS p JOIN coding AS c ON c.passage = p.id WHERE ${within} GROUP BY c.code`,
  )
  return { from, reach, covered, coders, uses: new Map(uses) }
}
