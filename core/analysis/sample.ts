/** Who is counted: the participants, transcripts and coders that a scope takes in. */
import type { Scope } from '../contract/analysis.ts'
import { CoreError } from '../contract/errors.ts'
import type { ReadableDb } from '../db/database.ts'
import { sql } from '../db/sql.ts'
import { readWithheld } from '../participants/withheld.ts'
import { readSettings } from '../project/handlers.ts'
import { evidenceReader } from './evidence/shelf.ts'

/** One participant in one transcript. */
export interface Voice {
  speaker: number
  participant: number
  name: string
  role: 'resident' | 'colleague' | 'stakeholder'
  document: number
  documentName: string
  wave: string | null
  complete: boolean
  /** Words the participant says in the transcript. */
  words: number
}

export interface Sample {
  /** Those who are counted; in the order of the list of transcripts, then of speakers. */
  readonly voices: readonly Voice[]
  /** In scope but not coded yet: they form columns, never counts. */
  readonly uncoded: readonly Voice[]
  readonly bySpeaker: ReadonlyMap<number, Voice>
  /** Ascending by id, so that a seed gives the same draws whatever else changes. */
  readonly participants: readonly number[]
  /** In the order of the list of transcripts. */
  readonly documents: readonly number[]
  /** Transcripts of `documents` not marked complete. */
  readonly unfinished: number
  /** Whether a coder's passages count. */
  readonly counts: (coder: number) => boolean
}

/** Residents' findings stay out of sight until unsealed, so that colleagues record their own view first. */
export function requireUnsealed(db: ReadableDb, role: Scope['role']): void {
  if ((role === 'resident' || role === 'any') && readSettings(db).sealed) {
    throw new CoreError(
      'sealed',
      'Residents’ findings are sealed until colleagues have recorded their own view. Unseal them in the study’s settings, or look at colleagues only.',
    )
  }
}

type Row = Omit<Voice, 'complete'> & { complete: number; coded: number }

/**
 * Everyone in scope who has not withdrawn. A participant counts through transcripts that are coded: marked complete, or
 * with a passage (by one of the scope's coders, when it names any). With `complete`, only through complete ones.
 * Throws `sealed` as for {@link requireUnsealed}.
 */
export function readSample(db: ReadableDb, scope: Scope): Sample {
  requireUnsealed(db, scope.role)
  const coders = scope.coders && JSON.stringify(scope.coders)
  const rows = db.all<Row>(sql`
    SELECT s.id AS speaker, p.id AS participant, p.name, p.role, d.id AS document, d.name AS documentName, d.wave,
      d.status = 'complete' AS complete, (SELECT coalesce(sum(words), 0) FROM turn WHERE speaker = s.id) AS words,
      EXISTS (SELECT 1 FROM passage WHERE document = d.id
        AND (${coders ?? null} IS NULL OR coder IN (SELECT value FROM json_each(${coders ?? '[]'})))) AS coded
    FROM speaker AS s JOIN participant AS p ON p.id = s.participant JOIN document AS d ON d.id = s.document
    WHERE s.role = 'participant' AND p.withdrawn IS NULL
    ORDER BY d.name COLLATE NOCASE, d.id, s.id`)
  const allowed = scope.coders && new Set<number>(scope.coders)
  const counts = (coder: number): boolean => allowed?.has(coder) ?? true
  const { within } = readWithheld(db)
  const read = evidenceReader(db)
  const isCoded = ({ coded, document }: Row): boolean =>
    coded === 1 && (!within(document) || read(document).passages.some(({ coder }) => counts(coder)))
  const inScope = rows.filter(inScopeOf(db, scope)).map((row) => {
    const { complete: done, coded: _, ...voice } = row
    const complete = done === 1
    const counted = scope.complete ? complete : isCoded(row) || (complete && !allowed)
    return { voice: { ...voice, complete }, counted }
  })
  const voices = inScope.filter(({ counted }) => counted).map(({ voice }) => voice)
  const complete = new Map(voices.map((voice) => [voice.document, voice.complete]))
  return {
    voices,
    uncoded: inScope.filter(({ counted }) => !counted).map(({ voice }) => voice),
    bySpeaker: new Map(voices.map((voice) => [voice.speaker, voice])),
    participants: [...new Set(voices.map((voice) => voice.participant))].sort((a, b) => a - b),
    documents: [...complete.keys()],
    unfinished: [...complete.values()].filter((done) => !done).length,
    counts,
  }
}

function inScopeOf(db: ReadableDb, scope: Scope): (row: Row) => boolean {
  const documents = scope.documents && new Set<number>(scope.documents)
  const participants = scope.participants && new Set<number>(scope.participants)
  const waves = scope.waves && new Set(scope.waves)
  const attributes = Object.entries(scope.attributes ?? {}).map(([key, values]) => ({
    allowed: new Set(values),
    valuesOf: attributeValues(db, key),
  }))
  return (row) =>
    (scope.role === 'any' || row.role === scope.role) &&
    (documents?.has(row.document) ?? true) &&
    (participants?.has(row.participant) ?? true) &&
    (waves?.has(row.wave ?? '') ?? true) &&
    attributes.every(({ allowed, valuesOf }) => valuesOf(row.participant).some((value) => allowed.has(value)))
}

/** Each participant's values of an attribute: one, several where it takes more than one, or '' when not stated. */
export function attributeValues(db: ReadableDb, key: string): (participant: number) => readonly string[] {
  const several = db.value<string>(sql`SELECT type FROM attribute WHERE key = ${key}`) === 'multi'
  const rows = db.rows<[number, string]>(sql`
    SELECT pa.participant, pa.value FROM participant_attribute AS pa JOIN attribute AS a ON a.id = pa.attribute WHERE a.key = ${key}`)
  const values = new Map(
    rows.map(([participant, value]) => [participant, several ? value.split(/\s*[;|]\s*/u) : [value]]),
  )
  return (participant) => values.get(participant) ?? ['']
}
