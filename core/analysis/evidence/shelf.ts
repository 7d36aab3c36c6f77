/** Evidence read from the project, transcript by transcript, and kept until a step changes that transcript. */
import type { ReadableDb } from '../../db/database.ts'
import { keptPerDocument, revisionOf } from '../../db/kept.ts'
import { sql, type Sql } from '../../db/sql.ts'
import { readWithheld } from '../../participants/withheld.ts'
import { countWords } from '../../text/spans.ts'
import { formEpisodes, type Transcript } from './episodes.ts'

/**
 * Every passage of a transcript; at once when nothing changed there since it was last read. Which family a code belongs to
 * never changes; a merge names no one transcript and so clears them all.
 */
const everyPassage: (db: ReadableDb) => (document: number) => Transcript = keptPerDocument(
  ['passage', 'coding', 'code', 'turn'],
  readEvidence,
)

/** Reads a transcript's passages without those that hold withheld words: they lend no other passage a touchpoint either. */
export function evidenceReader(db: ReadableDb): (document: number) => Transcript {
  const read = everyPassage(db)
  const withheld = readWithheld(db)
  const parts = new Map<number, Transcript>()
  return (document) => {
    if (!withheld.within(document)) return read(document)
    const known = parts.get(document)
    if (known) return known
    const families = familiesOf(db)
    const open = read(document).passages.filter((passage) => !withheld.place(passage))
    const part = formEpisodes(
      open.map((passage) => ({ ...passage, episodes: [] })),
      (code) => families.get(code),
    )
    parts.set(document, part)
    return part
  }
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

function readEvidence(db: ReadableDb, document: number): Transcript {
  const families = familiesOf(db)
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

const families = new WeakMap<ReadableDb, { revision: number; byCode: ReadonlyMap<number, string> }>()

/** The family of each code, read once for each state of the project. */
function familiesOf(db: ReadableDb): ReadonlyMap<number, string> {
  const revision = revisionOf(db)
  const known = families.get(db)
  if (known?.revision === revision) return known.byCode
  const byCode = new Map(db.rows<[number, string]>(sql`SELECT id, family FROM code`))
  families.set(db, { revision, byCode })
  return byCode
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
