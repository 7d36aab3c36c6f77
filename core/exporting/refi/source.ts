/** A transcript as one plain text, who speaks before each turn, without the words of those who may not be told. */
import type { ReadableDb } from '../../db/database.ts'
import { sql } from '../../db/sql.ts'
import type { Span } from '../../text/spans.ts'
import type { Role } from '../format.ts'

export interface SourceText {
  readonly text: string
  /** A stretch of the transcript as code points of this text, end exclusive. */
  readonly place: (span: Span) => Span
  /** Whether somebody's words are left out. */
  readonly isPart: boolean
}

interface Turn extends Span {
  kind: string
  text: string
  label: string | null
  speaker: 'participant' | 'interviewer' | 'other' | 'unknown' | null
  participant: number | null
  role: string | null
  isSilent: number
}

/** Stands for each character left out, so that every place in the text stays where it is. */
const MASK = '▒'
const ANONYMOUS = '[not included]'

const codePoints = (text: string): number => [...text].length
const masked = (text: string): string => text.replaceAll(/[^\n]/gu, MASK)

/**
 * Withdrawn people and those who do not want to be quoted never speak in it. With a role, neither does anyone else who took
 * part; where somebody is left out, what stands between the turns goes as well, for it may name them.
 */
export function sourceText(db: ReadableDb, document: number, role: Role): SourceText {
  const turns = db.all<Turn>(sql`
    SELECT t.kind, t.text, t.start, t."end", s.label, s.role AS speaker, s.participant, p.role,
      coalesce(p.withdrawn IS NOT NULL OR p.consent_quotes = 0, 0) AS isSilent
    FROM turn AS t LEFT JOIN speaker AS s ON s.id = t.speaker LEFT JOIN participant AS p ON p.id = s.participant
    WHERE t.document = ${document} ORDER BY t.ord`)
  const isShut = (turn: Turn): boolean => turn.isSilent === 1 || (role !== 'any' && isOther(turn, role))
  const isPart = turns.some(isShut)
  const lines = turns.map((turn) => writtenOut(turn, isShut(turn), isPart))
  const starts: number[] = []
  let at = 0
  for (const { before, text } of lines) {
    starts.push(at + codePoints(before))
    at += codePoints(before) + codePoints(text) + 1
  }
  const moved = (offset: number, turn: number): number => {
    const from = turns[turn]
    return (starts[turn] ?? 0) + codePoints((from?.text ?? '').slice(0, offset - (from?.start ?? 0)))
  }
  return {
    text: lines.map(({ before, text }) => before + text).join('\n'),
    place: ({ start, end }) => ({
      start: moved(
        start,
        Math.max(
          0,
          turns.findLastIndex((turn) => turn.start <= start),
        ),
      ),
      end: moved(
        end,
        Math.max(
          0,
          turns.findLastIndex((turn) => turn.start < end),
        ),
      ),
    }),
    isPart,
  }
}

/** Somebody who took part, and not in this role; an interviewer did not. */
const isOther = ({ speaker, participant, role }: Turn, wanted: Role): boolean =>
  (speaker === 'participant' || participant !== null) && role !== wanted

function writtenOut(
  { kind, label, text }: Turn,
  isShut: boolean,
  isPart: boolean,
): { before: string; text: string } {
  if (label === null || kind !== 'speech') return { before: '', text: isPart ? masked(text) : text }
  return { before: `${isShut ? ANONYMOUS : label}: `, text: isShut ? masked(text) : text }
}
