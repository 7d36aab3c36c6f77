/** What can be counted in one transcript, counted once and kept until the transcript changes. */
import { keptPerDocument } from '../db/kept.ts'
import type { ReadableDb } from '../db/database.ts'
import { sql } from '../db/sql.ts'

export interface DocumentFacts {
  words: number
  participantWords: number
  /** Turns of speech. */
  turns: number
  passages: number
  codings: number
  /** Participants' words inside at least one passage. */
  codedWords: number
  /** Passages by coder's id. */
  coders: ReadonlyMap<number, number>
  /** Codings by code's id. */
  uses: ReadonlyMap<number, number>
}

type Spoken = Pick<DocumentFacts, 'words' | 'participantWords' | 'turns'>

/** For each transcript of the project; one more coding costs one transcript's count, however large the project. */
export const factsReader: (db: ReadableDb) => (document: number) => DocumentFacts = keptPerDocument(
  ['turn', 'speaker', 'passage', 'coding', 'coder'],
  countDocument,
)

function countDocument(db: ReadableDb, document: number): DocumentFacts {
  const spoken = db.get<Spoken>(sql`
    SELECT coalesce(sum(turn.words), 0) AS words, coalesce(sum(turn.words) FILTER (WHERE s.role = 'participant'), 0) AS participantWords,
      count(*) FILTER (WHERE turn.kind = 'speech') AS turns
    FROM turn LEFT JOIN speaker AS s ON s.id = turn.speaker WHERE turn.document = ${document}`)
  const coders = new Map(
    db.rows<[number, number]>(
      sql`SELECT coder, count(*) FROM passage WHERE document = ${document} GROUP BY coder`,
    ),
  )
  const uses = new Map(
    db.rows<[number, number]>(sql`
      SELECT c.code, count(*) FROM passage AS p JOIN coding AS c ON c.passage = p.id WHERE p.document = ${document} GROUP BY c.code`),
  )
  const sum = (counts: ReadonlyMap<number, number>) =>
    [...counts.values()].reduce((total, count) => total + count, 0)
  return {
    words: spoken?.words ?? 0,
    participantWords: spoken?.participantWords ?? 0,
    turns: spoken?.turns ?? 0,
    passages: sum(coders),
    codings: sum(uses),
    codedWords: coveredWords(db, document),
    coders,
    uses,
  }
}

/** Words under passages of participants' speech; where passages overlap, words count once. */
function coveredWords(db: ReadableDb, document: number): number {
  const spans = db.rows<[number, number, number]>(
    sql`SELECT start, "end", words FROM passage WHERE document = ${document} AND speaker IS NOT NULL ORDER BY start, "end" DESC`,
  )
  let covered = 0
  let reach = 0
  for (const [start, end, words] of spans) {
    if (end <= reach) continue
    covered += (words * (end - Math.max(start, reach))) / (end - start)
    reach = end
  }
  return covered
}

export const documentIds = (db: ReadableDb): number[] =>
  db.rows<[number]>(sql`SELECT id FROM document`).map(([id]) => id)

/** Adds up one count over all transcripts, by id: codings by code, passages by coder. */
export function totals(db: ReadableDb, of: 'coders' | 'uses'): Map<number, number> {
  const factsOf = factsReader(db)
  const total = new Map<number, number>()
  for (const document of documentIds(db)) {
    for (const [id, count] of factsOf(document)[of]) total.set(id, (total.get(id) ?? 0) + count)
  }
  return total
}
