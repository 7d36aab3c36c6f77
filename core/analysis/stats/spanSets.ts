/** Two coders' passages laid over one text: how much they share, and which units they touch. */

import type { Span } from '../../text/spans.ts'
import type { TwoByTwo } from './kappa.ts'

/**
 * The spans in order, cut to [0, length), without empty ones, and with overlapping ones joined. Spans that only
 * touch stay apart: where one passage ends and the next begins is a coder's decision.
 */
export function disjoint(spans: readonly Span[], length: number): Span[] {
  const cut = spans
    .map(({ start, end }) => ({ start: Math.max(0, start), end: Math.min(length, end) }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start || a.end - b.end)
  const joined: Span[] = []
  for (const span of cut) {
    const last = joined.at(-1)
    if (last && span.start < last.end) last.end = Math.max(last.end, span.end)
    else joined.push(span)
  }
  return joined
}

/**
 * The 2 × 2 table of characters (UTF-16 code units) that two coders' passages cover in a text of `length`,
 * as NVivo's coding comparison counts them. One sweep over the edges; the cost is that of sorting the passages.
 */
export function compareCharacters(first: readonly Span[], second: readonly Span[], length: number): TwoByTwo {
  const a = disjoint(first, length)
  const b = disjoint(second, length)
  const both = shared(a, b)
  const onlyFirst = covered(a) - both
  const onlySecond = covered(b) - both
  return { both, onlyFirst, onlySecond, neither: Math.max(0, length) - both - onlyFirst - onlySecond }
}

/**
 * For each unit (turn or sentence) 1 where a passage overlaps it by at least one character, otherwise 0: one
 * coder's binary judgements of one code. Units are in text order and do not overlap.
 */
export function touched(units: readonly Span[], passages: readonly Span[]): number[] {
  const inOrder = disjoint(passages, Number.POSITIVE_INFINITY)
  let next = 0
  return units.map(({ start, end }) => {
    while ((inOrder[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next += 1
    return (inOrder[next]?.start ?? Number.POSITIVE_INFINITY) < end ? 1 : 0
  })
}

function covered(spans: readonly Span[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0)
}

/** Characters in both of two ordered, disjoint lists. */
function shared(a: readonly Span[], b: readonly Span[]): number {
  let sum = 0
  let i = 0
  let j = 0
  for (let x = a[i], y = b[j]; x && y; x = a[i], y = b[j]) {
    sum += Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start))
    if (x.end < y.end) i += 1
    else j += 1
  }
  return sum
}
