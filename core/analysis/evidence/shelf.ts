/** Evidence read from the project, transcript by transcript, and kept until a step changes that transcript. */
import type { ReadableDb } from '../../db/database.ts'
import { sql, type Sql } from '../../db/sql.ts'
import { countWords } from '../../text/spans.ts'
import { formEpisodes, type Transcript } from './episodes.ts'

interface Shelf {
  /** The last step of the history that `documents` has seen. */
  revision: number
  families: ReadonlyMap<number, string>
  documents: Map<number, Transcript>
}

const shelves = new WeakMap<ReadableDb, Shelf>()

/**
 * Reads a transcript's passages; at once when nothing changed there since it was last read.
 * A step that says which one transcript it touched clears that one; another step that changed passages, codings, codes or
 * turns, or took such a step back, clears them all.
 */
export function evidenceReader(db: ReadableDb): (document: number) => Transcript {
  const shelf = currentShelf(db)
  return (document) => {
    const known = shelf.documents.get(document)
    if (known) return known
    const read = readEvidence(db, document, shelf.families)
    shelf.documents.set(document, read)
    return read
  }
}

export const revisionOf = (db: ReadableDb): number =>
  db.value<number>(sql`SELECT coalesce(max(id), 0) FROM step`) ?? 0

function currentShelf(db: ReadableDb): Shelf {
  const shelf = shelves.get(db)
  const revision = revisionOf(db)
  if (shelf?.revision === revision) return shelf
  const touched = db.rows<[number | null]>(sql`
    SELECT DISTINCT document FROM step WHERE id > ${shelf?.revision ?? 0} AND (document IS NOT NULL OR target IS NOT NULL
      OR EXISTS (SELECT 1 FROM change WHERE change.step = step.id AND tbl IN ('passage', 'coding', 'code', 'turn')))`)
  const everything = touched.some(([document]) => document === null)
  const documents = shelf && !everything ? shelf.documents : new Map<number, Transcript>()
  for (const [document] of touched) if (document !== null) documents.delete(document)
  const families = new Map(db.rows<[number, string]>(sql`SELECT id, family FROM code`))
  const fresh = { revision, families, documents }
  shelves.set(db, fresh)
  return fresh
}

type PassageRow = [
  id: number,
  start: number,
  end: number,
  coder: number,
  speaker: number | null,
  words: number,
  /** Only when it holds a line end, and so may span turns. */
  quote: string | null,
]

export const passagesOf = (document: number): Sql => sql`
  SELECT id, start, "end", coder, speaker, words, CASE WHEN instr(quote, char(10)) > 0 THEN quote END
  FROM passage WHERE document = ${document} ORDER BY start, "end" DESC, id`

export const codingsOf = (document: number): Sql => sql`
  SELECT c.passage, c.code, c.intensity FROM passage AS p JOIN coding AS c ON c.passage = p.id WHERE p.document = ${document}`

function readEvidence(db: ReadableDb, document: number, families: ReadonlyMap<number, string>): Transcript {
  const rows = db.rows<PassageRow>(passagesOf(document))
  const spoken = spokenWords(db, document, rows)
  const codings = Map.groupBy(
    db.rows<[number, number, number | null]>(codingsOf(document)),
    ([passage]) => passage,
  )
  const evidence = rows.map(([passage, start, end, coder, speaker, words]) => ({
    passage,
    document,
    start,
    end,
    coder,
    speaker,
    words: spoken.get(passage) ?? words,
    codes: (codings.get(passage) ?? []).map(([, code]) => code),
    strengths: (codings.get(passage) ?? []).map(([, , intensity]) => intensity ?? 2),
    episodes: [],
  }))
  return formEpisodes(evidence, (code) => families.get(code))
}

/** Passages that span turns: how many of their words their own speaker said. */
function spokenWords(
  db: ReadableDb,
  document: number,
  rows: readonly PassageRow[],
): ReadonlyMap<number, number> {
  const spanning = rows.filter(([, , , , speaker, , quote]) => speaker !== null && quote !== null)
  if (spanning.length === 0) return new Map()
  const turns = db.rows<[number, number, number | null]>(
    sql`SELECT start, "end", speaker FROM turn WHERE document = ${document} ORDER BY ord`,
  )
  return new Map(
    spanning.map(([id, start, end, , speaker, , quote]) => {
      const own = turns.filter(([from, to, who]) => who === speaker && from < end && to > start)
      const words = own.map(([from, to]) =>
        countWords((quote ?? '').slice(Math.max(0, from - start), Math.min(to, end) - start)),
      )
      return [id, words.reduce((sum, count) => sum + count, 0)]
    }),
  )
}
