/** Krippendorff's alpha for unitising: do coders mark the same stretches of text, when each finds their own? */

import type { Span } from '../../text/spans.ts'
import { disjoint } from './spanSets.ts'

/** One code in one transcript: its length in characters and each coder's passages, coders in a fixed order. */
export interface UnitisedTranscript {
  readonly length: number
  readonly coders: readonly (readonly Span[])[]
}

/** α_U of the transcripts, each counted as often as its weight (once, unless told). */
export type AlphaUnitising = (weights?: ArrayLike<number>) => number | null

/** A stretch of the text: a passage, or the gap between two. */
interface Section extends Span {
  unit: boolean
}

/** A section length with the transcript it came from. */
interface Length {
  readonly length: number
  readonly transcript: number
}

/**
 * α for unitising continuous data with gaps, for one code at a time, over one or more transcripts laid end to
 * end (a gap never crosses from one transcript into the next). At most 1; 0 is chance. A coder's own overlapping
 * passages count as one. The lengths are measured once; each weighting after that is quick. Null without text,
 * with fewer than two coders, or when nobody used the code.
 *
 * Source: Krippendorff, K. (1995), Sociological Methodology 25, 47–76, in the corrected form of Krippendorff, K.
 * (2004), Content Analysis, 2nd edition, section 11.6: Dₒ and Dₑ for a single category.
 */
export function alphaUnitising(transcripts: readonly UnitisedTranscript[]): AlphaUnitising {
  const coders = transcripts[0]?.coders.length ?? 0
  if (transcripts.some((transcript) => transcript.coders.length !== coders)) {
    throw new RangeError('Every transcript needs the same coders, in the same order.')
  }
  const sections = transcripts.map(({ length, coders: lists }) =>
    lists.map((spans) => sectionsOf(spans, length)),
  )
  const differences = sections.map(pairwiseDifference)
  const units = lengthsOf(sections, true)
  const gaps = lengthsOf(sections, false)

  return (weights) => {
    const weightOf = (transcript: number): number => (weights ? (weights[transcript] ?? 0) : 1)
    const length = transcripts.reduce((sum, transcript, i) => sum + weightOf(i) * transcript.length, 0)
    const difference = differences.reduce((sum, squared, i) => sum + weightOf(i) * squared, 0)
    const observed = (2 * difference) / (coders * (coders - 1) * length ** 2)
    const expected = expectedDisagreement(units, gaps, coders * length, length, weightOf)
    return expected > 0 && Number.isFinite(observed) ? 1 - observed / expected : null
  }
}

function sectionsOf(spans: readonly Span[], length: number): Section[] {
  const sections: Section[] = []
  let at = 0
  for (const { start, end } of disjoint(spans, length)) {
    if (at < start) sections.push({ start: at, end: start, unit: false })
    sections.push({ start, end, unit: true })
    at = end
  }
  if (at < length) sections.push({ start: at, end: length, unit: false })
  return sections
}

/** Longest first, so that one pass can set each unit against the gaps it would fit in. */
function lengthsOf(sections: readonly (readonly Section[][])[], unit: boolean): Length[] {
  return sections
    .flatMap((coders, transcript) =>
      coders.flat().flatMap((s) => (s.unit === unit ? [{ length: s.end - s.start, transcript }] : [])),
    )
    .sort((a, b) => b.length - a.length)
}

/** Σ δ² over every two coders and every two of their sections that meet. */
function pairwiseDifference(coders: readonly (readonly Section[])[]): number {
  return coders.reduce(
    (sum, first, i) =>
      coders.slice(i + 1).reduce((partial, second) => partial + differenceOf(first, second), sum),
    0,
  )
}

function differenceOf(first: readonly Section[], second: readonly Section[]): number {
  let sum = 0
  let i = 0
  let j = 0
  for (let g = first[i], h = second[j]; g && h; g = first[i], h = second[j]) {
    sum += squaredDifference(g, h)
    if (g.end <= h.end) i += 1
    if (h.end <= g.end) j += 1
  }
  return sum
}

/** δ² of two sections that meet: by how much two passages miss each other, or a passage wholly in a gap. */
function squaredDifference(g: Section, h: Section): number {
  if (g.unit && h.unit) return (g.start - h.start) ** 2 + (g.end - h.end) ** 2
  if (g.unit && h.start <= g.start && g.end <= h.end) return (g.end - g.start) ** 2
  if (h.unit && g.start <= h.start && h.end <= g.end) return (h.end - h.start) ** 2
  return 0
}

/** Dₑ: the difference left when every coder's passages and gaps fall anywhere, in `places` characters in all. */
function expectedDisagreement(
  units: readonly Length[],
  gaps: readonly Length[],
  places: number,
  length: number,
  weightOf: (transcript: number) => number,
): number {
  const count = units.reduce((sum, unit) => sum + weightOf(unit.transcript), 0)
  let longer = 0
  let longerTotal = 0
  let next = 0
  let sum = 0
  let within = 0
  for (const { length: l, transcript } of units) {
    for (let gap = gaps[next]; gap && gap.length >= l; gap = gaps[(next += 1)]) {
      longer += weightOf(gap.transcript)
      longerTotal += weightOf(gap.transcript) * gap.length
    }
    const againstUnits = ((count - 1) / 3) * (2 * l ** 3 - 3 * l ** 2 + l)
    const againstGaps = l ** 2 * (longerTotal - longer * (l - 1))
    sum += weightOf(transcript) * (againstUnits + againstGaps)
    within += weightOf(transcript) * l * (l - 1)
  }
  return ((2 / length) * sum) / (places * (places - 1) - within)
}
