/** Codings a coder may see counted or listed across transcripts: those without withheld words. */
import { CoreError } from '../contract/errors.ts'
import type { ReadableDb } from '../db/database.ts'
import { keptPerDocument } from '../db/kept.ts'
import { sql, type Sql } from '../db/sql.ts'
import { addedUp, documentIds, factsReader } from '../documents/facts.ts'
import { startsWithin, stretchesOf, type Counts } from '../documents/stretches.ts'
import { readWithheld } from '../participants/withheld.ts'
import type { Span } from '../text/spans.ts'

interface Used extends Span {
  coding: number
  code: number
  document: number
}

/** Codings in sight, and how many are out of it, for a condition on `coding` (alias c). */
export function inSight(db: ReadableDb, where: Sql): { codings: number[]; hidden: number } {
  const withheld = readWithheld(db)
  const all = db.all<Used>(sql`
    SELECT c.id AS coding, c.code, p.document, p.start, p."end" FROM coding AS c JOIN passage AS p ON p.id = c.passage
    WHERE ${where} ORDER BY c.id`)
  const codings = all.filter((used) => !withheld.place(used)).map(({ coding }) => coding)
  return { codings, hidden: all.length - codings.length }
}

/**
 * Of a transcript of which some is withheld, stretch by stretch. Whose words those are, its participants and the study's
 * settings say.
 */
const partlyInSight = keptPerDocument<ReadonlyMap<number, Counts>>(
  ['turn', 'speaker', 'participant', 'project'],
  (db, document) => {
    const starts = db.rows<[number]>(sql`SELECT DISTINCT start FROM passage WHERE document = ${document}`)
    return usesByStretch(
      db,
      document,
      starts.map(([start]) => start),
    )
  },
  (db, document, before, starts) => new Map([...before, ...usesByStretch(db, document, starts)]),
)

function usesByStretch(db: ReadableDb, document: number, starts: Iterable<number>): Map<number, Counts> {
  const { place } = readWithheld(db)
  const usesIn = (stretch: number): Counts => {
    const used = db.all<Used>(sql`
      SELECT c.id AS coding, c.code, p.document, p.start, p."end" FROM passage AS p JOIN coding AS c ON c.passage = p.id
      WHERE ${startsWithin(document, stretch)}`)
    const inSight = Map.groupBy(
      used.filter((use) => !place(use)),
      ({ code }) => code,
    )
    return new Map([...inSight].map(([code, uses]) => [code, uses.length]))
  }
  return new Map([...stretchesOf(starts)].map((stretch) => [stretch, usesIn(stretch)]))
}

/** Codings in sight by code: added up from what is kept for each transcript. */
export function usesInSight(db: ReadableDb): Counts {
  const { within, all } = readWithheld(db)
  const factsOf = factsReader(db)
  const partly = partlyInSight(db)
  const shown = documentIds(db).filter((document) => !all(document))
  return addedUp(
    shown.flatMap((document) => (within(document) ? [...partly(document).values()] : factsOf(document).uses)),
  )
}

/** Throws `conflict` when a code is also coded where nobody can see it: removing it would take that away unseen. */
export function requireNothingHidden(db: ReadableDb, code: number, name: string): void {
  if (inSight(db, sql`c.code = ${code}`).hidden === 0) return
  throw new CoreError(
    'conflict',
    `“${name}” is also coded on words that are sealed, or whose participant has withdrawn, and removing it would take that coding away unseen. Archive it instead.`,
  )
}
