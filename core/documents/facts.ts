/** What can be counted in one transcript, counted once and kept until the transcript changes. */
import { keptPerDocument } from '../db/kept.ts'
import type { ReadableDb } from '../db/database.ts'
import { sql } from '../db/sql.ts'
import { countStretches, type Counts, type Stretch } from './stretches.ts'

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
  coders: Counts
  /** Codings by code's id. */
  uses: Counts
}

type Spoken = Pick<DocumentFacts, 'words' | 'participantWords' | 'turns'>

interface Counted {
  spoken: Spoken
  stretches: readonly Stretch[]
  facts: DocumentFacts
}

const counted = keptPerDocument<Counted>(
  ['turn', 'speaker'],
  (db, document) => addUp(countSpoken(db, document), countStretches(db, document)),
  (db, document, before, starts) =>
    addUp(before.spoken, countStretches(db, document, before.stretches, starts), before),
)

/** For each transcript; one more coding costs the count of one stretch, however large the transcript and the project. */
export function factsReader(db: ReadableDb): (document: number) => DocumentFacts {
  const countedIn = counted(db)
  return (document) => countedIn(document).facts
}

function countSpoken(db: ReadableDb, document: number): Spoken {
  const spoken = db.get<Spoken>(sql`
    SELECT coalesce(sum(turn.words), 0) AS words, coalesce(sum(turn.words) FILTER (WHERE s.role = 'participant'), 0) AS participantWords,
      count(*) FILTER (WHERE turn.kind = 'speech') AS turns
    FROM turn LEFT JOIN speaker AS s ON s.id = turn.speaker WHERE turn.document = ${document}`)
  return spoken ?? { words: 0, participantWords: 0, turns: 0 }
}

/** From what was counted before, only the stretches that are others now are taken away and added. */
function addUp(spoken: Spoken, stretches: readonly Stretch[], before?: Counted): Counted {
  const coders = new Map(before?.facts.coders)
  const uses = new Map(before?.facts.uses)
  let codedWords = 0
  stretches.forEach((stretch, at) => {
    codedWords += stretch.covered
    const old = before?.stretches[at]
    if (old === stretch) return
    if (old) {
      add(coders, old.coders, -1)
      add(uses, old.uses, -1)
    }
    add(coders, stretch.coders)
    add(uses, stretch.uses)
  })
  const facts = { ...spoken, passages: sum(coders), codings: sum(uses), codedWords, coders, uses }
  return { spoken, stretches, facts }
}

function add(total: Map<number, number>, counts: Counts, times: 1 | -1 = 1): void {
  for (const [id, count] of counts) {
    const now = (total.get(id) ?? 0) + times * count
    if (now === 0) total.delete(id)
    else total.set(id, now)
  }
}

const sum = (counts: Counts): number => [...counts.values()].reduce((total, count) => total + count, 0)

export const documentIds = (db: ReadableDb): number[] =>
  db.rows<[number]>(sql`SELECT id FROM document`).map(([id]) => id)

/** Passages of all transcripts by coder's id. */
export function passagesByCoder(db: ReadableDb): Counts {
  const factsOf = factsReader(db)
  return addedUp(documentIds(db).map((document) => factsOf(document).coders))
}

export function addedUp(counts: readonly Counts[]): Counts {
  const total = new Map<number, number>()
  for (const one of counts) add(total, one)
  return total
}
