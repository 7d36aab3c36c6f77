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
  /** How far the marked words have been counted, and in which transcript. */
  reach: number
  reachIn: number
}

/** By participant. */
export type Tallies = Map<number, Tally>

const empty = (): Tally => ({
  passages: 0,
  marks: 0,
  strength: 0,
  peak: 0,
  words: 0,
  positive: false,
  negative: false,
  definitions: 0,
  reach: 0,
  reachIn: 0,
})

/** Adds one passage. Passages of a transcript come in order of their start, the longest first. */
export function addTo(tallies: Tallies, participant: number, evidence: Evidence, felt: Felt): void {
  let tally = tallies.get(participant)
  if (!tally) tallies.set(participant, (tally = empty()))
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
function freshWords(tally: Tally, { document, start, end, words }: Evidence): number {
  if (tally.reachIn !== document) {
    tally.reachIn = document
    tally.reach = 0
  }
  if (end <= tally.reach) return 0
  const fresh = (end - Math.max(start, tally.reach)) / (end - start)
  tally.reach = end
  return words * fresh
}
