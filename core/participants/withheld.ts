/** Words no finding may hold: those of people who have withdrawn and, while their findings are sealed, of residents. */
import type { ReadableDb } from '../db/database.ts'
import { inList, sql } from '../db/sql.ts'
import { readSettings } from '../project/handlers.ts'
import { overlaps, type Span } from '../text/spans.ts'

export interface Withheld {
  /** Whether any of a transcript's words are withheld. */
  readonly within: (document: number) => boolean
  /** Whether a transcript is about nobody else. */
  readonly all: (document: number) => boolean
  /** Whether a place holds withheld words, or is in a transcript about nobody else. */
  readonly place: (place: Span & { document: number }) => boolean
}

interface Speaker {
  id: number
  document: number
  withheld: number
}

export function readWithheld(db: ReadableDb): Withheld {
  const sealed = readSettings(db).sealed ? 1 : 0
  const speakers = db.all<Speaker>(sql`
    SELECT s.id, s.document, p.withdrawn IS NOT NULL OR (${sealed} AND p.role = 'resident') AS withheld
    FROM speaker AS s JOIN participant AS p ON p.id = s.participant`)
  const withheld = speakers.filter((speaker) => speaker.withheld === 1)
  const open = new Set(speakers.filter((speaker) => speaker.withheld === 0).map(({ document }) => document))
  const documents = new Set(withheld.map(({ document }) => document))
  const spans = spansOf(
    db,
    withheld.filter(({ document }) => open.has(document)).map(({ id }) => id),
  )
  return {
    within: (document) => documents.has(document),
    all: (document) => documents.has(document) && !open.has(document),
    place: (place) =>
      documents.has(place.document) &&
      (!open.has(place.document) || overlapsOne(spans.get(place.document) ?? [], place)),
  }
}

/** The turns of these speakers by transcript, in order of the text. */
function spansOf(db: ReadableDb, speakers: readonly number[]): Map<number, Span[]> {
  if (speakers.length === 0) return new Map()
  const rows = db.all<Span & { document: number }>(
    sql`SELECT document, start, "end" FROM turn WHERE speaker IN ${inList(speakers)} ORDER BY start`,
  )
  return Map.groupBy(rows, ({ document }) => document)
}

/** Turns follow each other: of those that start before a place ends, only the last can reach into it. */
function overlapsOne(turns: readonly Span[], place: Span): boolean {
  let low = 0
  let high = turns.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((turns[middle]?.start ?? 0) < place.end) low = middle + 1
    else high = middle
  }
  const last = turns[low - 1]
  return last !== undefined && overlaps(last, place)
}
