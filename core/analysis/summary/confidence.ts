/** How far a summary can be trusted: coding state, coders, and what to be careful about. */
import type { SummaryOut } from '../shapes.ts'
import type { ReadableDb } from '../../db/database.ts'
import { inList, sql } from '../../db/sql.ts'
import { CAVEAT, counted, type Noun } from '../stats/format.ts'
import { participantsIn, passagesIn, type Gathered, type Said } from './gather.ts'

/** More than this share of the passages from one person is said aloud. */
const MUCH = 0.5

export function confidenceOf(
  db: ReadableDb,
  { layout, said }: Gathered,
  noun: Noun,
  agreement: string,
): SummaryOut['confidence'] {
  const { documents, unfinished } = layout.frame.sample
  return {
    documents: documents.length,
    complete: documents.length - unfinished,
    coders: new Set(said.map(({ evidence }) => evidence.coder)).size,
    agreement,
    warnings: [
      ...sizeWarning(layout.thresholds, participantsIn(said).size, noun),
      ...unfinishedWarning(documents.length, unfinished),
      ...spreadWarning(said, noun),
      ...staleWarning(db, said),
      ...consentWarning(db, said, noun),
      CAVEAT,
    ],
  }
}

function sizeWarning(
  { smallN, thinN }: { smallN: number; thinN: number },
  spoke: number,
  noun: Noun,
): string[] {
  if (spoke === 0) return [`No ${noun.one} in scope spoke of this touchpoint.`]
  if (spoke < smallN) return [`Only ${counted(spoke, noun)} spoke of this: too few for any figure.`]
  if (spoke < thinN) return [`Only ${counted(spoke, noun)} spoke of this: thin evidence.`]
  return []
}

function unfinishedWarning(documents: number, unfinished: number): string[] {
  if (unfinished === 0) return []
  return [
    `${unfinished} of ${counted(documents, { one: 'transcript', many: 'transcripts' })} not marked complete.`,
  ]
}

function spreadWarning(said: readonly Said[], noun: Noun): string[] {
  const byParticipant = Map.groupBy(said, ({ participant }) => participant)
  const most = Math.max(0, ...[...byParticipant.values()].map((list) => list.length))
  if (byParticipant.size < 2 || most / said.length <= MUCH) return []
  return [`${most} of the ${said.length} passages come from one ${noun.one}.`]
}

/** Passages coded before a code's definition last changed. */
function staleWarning(db: ReadableDb, said: readonly Said[]): string[] {
  const stale = db.value<number>(sql`
    SELECT count(DISTINCT c.passage) FROM coding AS c JOIN code ON code.id = c.code
    WHERE c.passage IN ${inList(passagesIn(said))} AND c.code_version < code.version`)
  if (!stale) return []
  const passages = counted(stale, { one: 'passage was', many: 'passages were' })
  return [`${passages} coded before a definition changed.`]
}

function consentWarning(db: ReadableDb, said: readonly Said[], noun: Noun): string[] {
  const unknown = db.value<number>(
    sql`SELECT count(*) FROM participant WHERE consent_quotes IS NULL AND id IN ${inList([...participantsIn(said)])}`,
  )
  return unknown ? [`Consent to be quoted is not recorded for ${counted(unknown, noun)}.`] : []
}
