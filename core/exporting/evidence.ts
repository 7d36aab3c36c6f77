/** The coded passages an export may hold, with their codes, in the order of the transcripts. */
import type { ReadableDb } from '../db/database.ts'
import { sql } from '../db/sql.ts'
import { pathsOf } from '../codebook/paths.ts'
import { readWithdrawal } from '../participants/withdrawal.ts'
import type { Role } from './format.ts'

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
  /** Null when the participant does not want to be quoted. */
  quote: string | null
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

type Row = Omit<ExportedPassage, 'codings' | 'flagged' | 'quote' | 'at'> & {
  flagged: number
  quote: string
  consent: number | null
}

function readRows(db: ReadableDb): Row[] {
  return db.all<Row>(sql`
    SELECT p.id, p.guid, p.document, d.name AS documentName, d.kind, d.journey, d.wave, d.date, s.participant,
      who.name AS participantName, who.role, who.consent_quotes AS consent, s.label AS speaker, p.start, p."end", p.quote,
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

/** Every passage but those of withdrawn participants and of other roles than the one asked for. */
export function readEvidence(db: ReadableDb, role: Role): Evidence {
  const withdrawal = readWithdrawal(db)
  const codings = readCodings(db)
  const clock = readClock(db)
  const inRole = readRows(db).filter((row) => role === 'any' || row.role === role)
  const kept = inRole.filter((row) => !withdrawal.place(row))
  const silent = new Set(kept.filter((row) => row.consent === 0).map((row) => row.participant))
  const lost: string[] = []
  if (withdrawal.participants.size > 0) lost.push('Passages of participants who have withdrawn.')
  if (silent.size > 0) {
    lost.push(
      `The words of ${silent.size === 1 ? 'one participant who does' : `${silent.size} participants who do`} not want to be quoted.`,
    )
  }
  return {
    passages: kept.map(({ consent, flagged, ...row }) => ({
      ...row,
      quote: consent === 0 ? null : row.quote,
      at: clock(row),
      flagged: flagged === 1,
      codings: codings.get(row.id) ?? [],
    })),
    lost,
  }
}
