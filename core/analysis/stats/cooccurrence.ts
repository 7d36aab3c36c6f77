/** Which codes appear together: counts over units or overlapping passages, and how strong the tie is. */

import type { Span } from '../../text/spans.ts'

export interface CoOccurrence {
  /** How many units hold each code, or how many codings it has. */
  readonly occurs: Uint32Array
  /** Row-major over codes, symmetric: how many units hold both, or how many pairs of codings overlap. */
  readonly together: Uint32Array
}

/** A coding by its place in the list of codes. */
export interface CodedSpan extends Span {
  readonly code: number
}

/**
 * Counts over units (participants, passages, turns), each given as the codes it holds, 0 to codes − 1. A code
 * counts once per unit, so on the diagonal `together` equals `occurs`.
 */
export function coOccurrence(units: readonly (readonly number[])[], codes: number): CoOccurrence {
  const occurs = new Uint32Array(codes)
  const together = new Uint32Array(codes * codes)
  for (const unit of units) {
    const held = [...new Set(unit)]
    for (const a of held) {
      occurs[a] = (occurs[a] ?? 0) + 1
      for (const b of held) together[a * codes + b] = (together[a * codes + b] ?? 0) + 1
    }
  }
  return { occurs, together }
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
  const count = (a: number, b: number): void => {
    together[a * codes + b] = (together[a * codes + b] ?? 0) + 1
  }
  for (const codings of documents) {
    let open: CodedSpan[] = []
    for (const coding of codings.toSorted((a, b) => a.start - b.start)) {
      occurs[coding.code] = (occurs[coding.code] ?? 0) + 1
      if (coding.end <= coding.start) continue
      open = open.filter(({ end }) => end > coding.start)
      for (const { code } of open) {
        if (code === coding.code) continue
        count(code, coding.code)
        count(coding.code, code)
      }
      open.push(coding)
    }
  }
  return { occurs, together }
}

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
