/** What each participant said at each row and column, added up passage by passage. */
import type { Evidence } from '../evidence/episodes.ts'
import type { Felt } from './feelings.ts'

/** One participant in one cell. */
export interface Tally {
  passages: number
  /** Codings of what the cell counts (frustration, or the column's emotion), and the sum of their intensities. */
  marks: number
  strength: number
  /** The largest weight × intensity. */
  peak: number
  /** Words in marked passages; words in several of them count once. */
  words: number
  positive: boolean
  negative: boolean
  /** One bit for each definition of frustration that the participant meets here. */
  definitions: number
}

/** By participant. */
export type Tallies = Map<number, Tally>

/** One participant in one cell, in one transcript. */
export interface TranscriptTally extends Tally {
  readonly participant: number
  /** Place of the column; {@link WHOLE} for the whole row. */
  readonly column: number
  /** How far in the text the marked words have been counted. */
  reach: number
}

export const WHOLE = -1

const empty = (participant: number, column: number): TranscriptTally => ({
  participant,
  column,
  passages: 0,
  marks: 0,
  strength: 0,
  peak: 0,
  words: 0,
  positive: false,
  negative: false,
  definitions: 0,
  reach: 0,
})

/** The tally of a cell among those of one row in one transcript, which are few; a new one when there is none yet. */
export function tallyIn(tallies: TranscriptTally[], participant: number, column: number): TranscriptTally {
  for (const tally of tallies) if (tally.column === column && tally.participant === participant) return tally
  const tally = empty(participant, column)
  tallies.push(tally)
  return tally
}

/** Adds one passage. Passages of a transcript come in order of their start, the longest first. */
export function addTo(tally: TranscriptTally, evidence: Evidence, felt: Felt): void {
  tally.passages += 1
  tally.positive ||= felt.positive
  tally.negative ||= felt.negative
  tally.definitions |= felt.definitions
  if (felt.marks === 0) return
  tally.marks += felt.marks
  tally.strength += felt.strength
  tally.peak = Math.max(tally.peak, felt.peak)
  tally.words += freshWords(tally, evidence)
}

/** Words beyond those already counted; of a passage that partly overlaps, in proportion to its new characters. */
function freshWords(tally: TranscriptTally, { start, end, words }: Evidence): number {
  if (end <= tally.reach) return 0
  const fresh = (end - Math.max(start, tally.reach)) / (end - start)
  tally.reach = end
  return words * fresh
}

/** Adds a participant's tally of one more transcript. Neither tally changes. */
export function addTranscript(tallies: Tallies, participant: number, more: Tally): void {
  const known = tallies.get(participant)
  tallies.set(participant, known ? together(known, more) : more)
}

const together = (a: Tally, b: Tally): Tally => ({
  passages: a.passages + b.passages,
  marks: a.marks + b.marks,
  strength: a.strength + b.strength,
  peak: Math.max(a.peak, b.peak),
  words: a.words + b.words,
  positive: a.positive || b.positive,
  negative: a.negative || b.negative,
  definitions: a.definitions | b.definitions,
})

const FACTS = [
  'participant',
  'column',
  'passages',
  'marks',
  'strength',
  'peak',
  'words',
  'positive',
  'negative',
  'definitions',
] as const satisfies (keyof TranscriptTally)[]

/** Whether two tallies count the same for the same cell. */
export const sameTally = (a: TranscriptTally, b: TranscriptTally): boolean =>
  FACTS.every((fact) => a[fact] === b[fact])
