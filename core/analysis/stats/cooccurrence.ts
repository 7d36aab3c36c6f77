/** Which codes appear together: counts over units or overlapping passages, the people behind them, and how strong the tie is. */

import type { Span } from '../../text/spans.ts'

export interface CoOccurrence {
  /** How many units hold each code, or how many codings it has. */
  readonly occurs: Uint32Array
  /** Row-major over codes, symmetric: how many units hold both, or how many pairs of codings overlap. */
  readonly together: Uint32Array
  /** The same for people: how many have both together; on the diagonal, how many have the code at all. */
  readonly people: Uint32Array
}

/** A unit (participant, passage, turn) by the codes it holds, as places in the list of codes, and whose words it is. */
export interface CodedUnit {
  readonly codes: readonly number[]
  readonly person: number
}

/** A coding by its place in the list of codes, and whose words it is on. */
export interface CodedSpan extends Span {
  readonly code: number
  readonly person: number
}

/** Counts over units. A code counts once per unit, so on the diagonal `together` equals `occurs`. */
export function coOccurrence(units: readonly CodedUnit[], codes: number): CoOccurrence {
  const occurs = new Uint32Array(codes)
  const together = new Uint32Array(codes * codes)
  const crowd = new Map<number, Set<number>>()
  for (const { codes: held, person } of units) {
    const different = [...new Set(held)]
    for (const a of different) {
      occurs[a] = (occurs[a] ?? 0) + 1
      for (const b of different) {
        together[a * codes + b] = (together[a * codes + b] ?? 0) + 1
        join(crowd, a * codes + b, person)
      }
    }
  }
  return { occurs, together, people: sizes(crowd, codes) }
}

/**
 * Counts over codings: each pair of codings of two different codes that share at least one character of one
 * document counts once. One list of codings per document; empty spans overlap nothing.
 */
export function overlapCoOccurrence(
  documents: readonly (readonly CodedSpan[])[],
  codes: number,
): CoOccurrence {
  const occurs = new Uint32Array(codes)
  const together = new Uint32Array(codes * codes)
  const crowd = new Map<number, Set<number>>()
  const count = (a: CodedSpan, b: CodedSpan): void => {
    const place = a.code * codes + b.code
    together[place] = (together[place] ?? 0) + 1
    for (const { person } of [a, b]) join(crowd, place, person)
  }
  for (const codings of documents) {
    let open: CodedSpan[] = []
    for (const coding of codings.toSorted((a, b) => a.start - b.start)) {
      occurs[coding.code] = (occurs[coding.code] ?? 0) + 1
      join(crowd, coding.code * (codes + 1), coding.person)
      if (coding.end <= coding.start) continue
      open = open.filter(({ end }) => end > coding.start)
      for (const other of open) {
        if (other.code === coding.code) continue
        count(other, coding)
        count(coding, other)
      }
      open.push(coding)
    }
  }
  return { occurs, together, people: sizes(crowd, codes) }
}

function join(crowd: Map<number, Set<number>>, place: number, person: number): void {
  const there = crowd.get(place)
  if (there) there.add(person)
  else crowd.set(place, new Set([person]))
}

const sizes = (crowd: ReadonlyMap<number, ReadonlySet<number>>, codes: number): Uint32Array =>
  Uint32Array.from({ length: codes * codes }, (_, place) => crowd.get(place)?.size ?? 0)

/**
 * The c-coefficient n₁₂ / (n₁ + n₂ − n₁₂), 0 to 1; null when neither code occurs. Over units it is the Jaccard
 * index. Pairs of overlapping codings can outnumber the codings themselves, and then it is held at 1.
 * It is small whenever one code is much more common than the other: read it beside the counts.
 *
 * Source: Garcia, E. (2006), the c-index, as reported by ATLAS.ti's code co-occurrence table.
 */
export function cCoefficient(together: number, first: number, second: number): number | null {
  if (first + second === 0) return null
  const either = first + second - together
  return either > 0 ? Math.min(1, together / either) : 1
}

/** Jaccard index of two sets (Jaccard, P. 1912, New Phytologist 11, 37–50); null when both are empty. */
export function jaccard<T>(first: ReadonlySet<T>, second: ReadonlySet<T>): number | null {
  const together = [...first].filter((item) => second.has(item)).length
  return cCoefficient(together, first.size, second.size)
}
