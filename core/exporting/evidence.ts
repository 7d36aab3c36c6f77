/** The coded passages an export may hold, with their codes, in the order of the transcripts. */
import type { ReadableDb } from '../db/database.ts'
import { sql } from '../db/sql.ts'
import { pathsOf } from '../codebook/paths.ts'
import { evidenceReader } from '../analysis/evidence/shelf.ts'
import { quotable } from '../analysis/summary/quotes.ts'
import { readWithdrawal } from '../participants/withdrawal.ts'
import { readWithheld } from '../participants/withheld.ts'
import { counted, type Role } from './format.ts'

export interface ExportedCoding {
  id: number
  code: string
  name: string
  family: string
  path: string
  intensity: number | null
  stance: string
  origin: string
  created: number
}

export interface ExportedPassage {
  id: number
  guid: Buffer
  document: number
  documentName: string
  kind: string
  journey: string | null
  wave: string | null
  date: string | null
  participant: number | null
  participantName: string | null
  role: string | null
  speaker: string | null
  start: number
  end: number
  /** Null when it holds words of someone who does not want to be quoted. */
  quote: string | null
  /** Words of the participant in it: an interviewer's question inside it is left out. */
  words: number
  coder: string
  /** Milliseconds from the start of the recording. */
  at: number | null
  flagged: boolean
  codings: ExportedCoding[]
}

export interface Evidence {
  passages: ExportedPassage[]
  /** What was left out, a sentence each. */
  lost: string[]
}

type Row = Omit<ExportedPassage, 'codings' | 'flagged' | 'quote' | 'at' | 'words'> & {
  flagged: number
  quote: string
}

function readRows(db: ReadableDb): Row[] {
  return db.all<Row>(sql`
    SELECT p.id, p.guid, p.document, d.name AS documentName, d.kind, d.journey, d.wave, d.date, s.participant,
      who.name AS participantName, who.role, s.label AS speaker, p.start, p."end", p.quote,
      coder.name AS coder, p.flagged
    FROM passage AS p JOIN document AS d ON d.id = p.document JOIN coder ON coder.id = p.coder
    LEFT JOIN speaker AS s ON s.id = p.speaker LEFT JOIN participant AS who ON who.id = s.participant
    ORDER BY d.name COLLATE NOCASE, d.id, p.start, p."end" DESC, p.id`)
}

function readCodings(db: ReadableDb): Map<number, ExportedCoding[]> {
  const paths = pathsOf(db)
  const rows = db.all<Omit<ExportedCoding, 'path'> & { passage: number; codeId: number }>(sql`
    SELECT c.passage, c.id, code.id AS codeId, code.key AS code, code.name, code.family, c.intensity, c.stance, c.origin, c.created
    FROM coding AS c JOIN code ON code.id = c.code ORDER BY c.passage, code.ord, c.id`)
  const byPassage = new Map<number, ExportedCoding[]>()
  for (const { passage, codeId, ...coding } of rows) {
    const list = byPassage.get(passage) ?? []
    list.push({ ...coding, path: paths.get(codeId) ?? coding.name })
    byPassage.set(passage, list)
  }
  return byPassage
}

/** The time of the turn a place is in, or of the last turn before it that has one. One pass over all turns. */
function readClock(db: ReadableDb): (place: { document: number; start: number }) => number | null {
  const turns = db.rows<[number, number, number]>(
    sql`SELECT document, start, at FROM turn WHERE at IS NOT NULL ORDER BY document, start`,
  )
  const timed = Map.groupBy(turns, ([document]) => document)
  return ({ document, start }) => {
    const last = timed.get(document)?.findLast(([, from]) => from <= start)
    return last?.[2] ?? null
  }
}

/** How many of a passage's words its participant says, as figures count them. */
function readWords(db: ReadableDb): (passage: { document: number; id: number }) => number {
  const read = evidenceReader(db)
  const words = new Map<number, ReadonlyMap<number, number>>()
  return ({ document, id }) => {
    const known =
      words.get(document) ?? new Map(read(document).passages.map(({ passage, words }) => [passage, words]))
    words.set(document, known)
    return known.get(id) ?? 0
  }
}

/** Participants with a coded passage in an export, ascending. */
export function codedPeople(db: ReadableDb, role: Role): number[] {
  const withheld = readWithheld(db)
  const passages = db.all<{ document: number; start: number; end: number; participant: number }>(sql`
    SELECT p.document, p.start, p."end", s.participant FROM passage AS p
    JOIN speaker AS s ON s.id = p.speaker JOIN participant AS who ON who.id = s.participant
    WHERE (${role} = 'any' OR who.role = ${role}) AND EXISTS (SELECT 1 FROM coding WHERE coding.passage = p.id)`)
  const people = new Set(
    passages.filter((place) => !withheld.place(place)).map(({ participant }) => participant),
  )
  return [...people].sort((a, b) => a - b)
}

/** Every passage but those with withheld words and those of other roles than the one asked for. */
export function readEvidence(db: ReadableDb, role: Role): Evidence {
  const withheld = readWithheld(db)
  const codings = readCodings(db)
  const clock = readClock(db)
  const wordsOf = readWords(db)
  const inRole = readRows(db).filter((row) => role === 'any' || row.role === role)
  const kept = inRole.filter((row) => !withheld.place(row))
  const open = quotable(db)
  const silent = kept.filter((row) => !open(row)).length
  const lost: string[] = []
  if (readWithdrawal(db).participants.size > 0) lost.push('Passages of participants who have withdrawn.')
  if (silent > 0) {
    lost.push(
      `The words of ${counted(silent, ['passage', 'passages'])} with someone who does not want to be quoted.`,
    )
  }
  return {
    passages: kept.map(({ flagged, ...row }) => ({
      ...row,
      quote: open(row) ? row.quote : null,
      words: wordsOf(row),
      at: clock(row),
      flagged: flagged === 1,
      codings: codings.get(row.id) ?? [],
    })),
    lost,
  }
}
