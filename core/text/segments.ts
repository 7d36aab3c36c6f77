/** Overlapping spans made drawable: text cut into pieces, spans handed to the turns they touch, stripes put into lanes. */
import type { Span } from './spans.ts'

/** A piece of text under one unchanging set of spans. */
export interface Segment<T> extends Span {
  /** The spans over it, in the order they were given. */
  marks: readonly T[]
}

/**
 * Cuts `range` wherever a span begins or ends. The pieces are in order and cover the range without a gap; a piece under
 * no span has no marks. One sweep with a set of what is open: n log n, plus the marks handed out.
 */
export function segmentsOf<T extends Span>(range: Span, spans: readonly T[]): Segment<T>[] {
  if (range.start >= range.end) return []
  const inside = spans.filter((span) => span.start < range.end && span.end > range.start)
  if (inside.length === 0) return [{ start: range.start, end: range.end, marks: [] }]
  const opening = inside.map((_, at) => at).sort((a, b) => startOf(inside, a) - startOf(inside, b))
  const closing = inside.map((_, at) => at).sort((a, b) => endOf(inside, a) - endOf(inside, b))
  const open = new Set<number>()
  const segments: Segment<T>[] = []
  let from = range.start
  let [opened, closed] = [0, 0]
  while (from < range.end) {
    while (opened < opening.length && startOf(inside, opening[opened]) <= from)
      open.add(opening[opened++] ?? 0)
    while (closed < closing.length && endOf(inside, closing[closed]) <= from)
      open.delete(closing[closed++] ?? 0)
    const to = Math.min(range.end, startOf(inside, opening[opened]), endOf(inside, closing[closed]))
    const marks = [...open].sort((a, b) => a - b).flatMap((at) => inside[at] ?? [])
    segments.push({ start: from, end: to, marks })
    from = to
  }
  return segments
}

const startOf = (spans: readonly Span[], at: number | undefined): number =>
  at === undefined ? Infinity : (spans[at]?.start ?? Infinity)
const endOf = (spans: readonly Span[], at: number | undefined): number =>
  at === undefined ? Infinity : (spans[at]?.end ?? Infinity)

/** Index of the last range that starts at or before an offset; 0 before the first. Ranges are in order. */
export function rangeAt(ranges: readonly Span[], offset: number): number {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle]?.start ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return Math.max(0, low - 1)
}

/** For each range, in order and apart from one another, the spans that touch it, in the order given. */
export function spansByRange<T extends Span>(ranges: readonly Span[], spans: readonly T[]): T[][] {
  const lists: T[][] = ranges.map(() => [])
  for (const span of spans) {
    for (let at = rangeAt(ranges, span.start); at < ranges.length; at++) {
      const range = ranges[at]
      if (range === undefined || range.start >= span.end) break
      if (range.end > span.start) lists[at]?.push(span)
    }
  }
  return lists
}

/**
 * The lane of each span, counted from 0, so that no two in one lane overlap and as few lanes are used as there are spans
 * on top of one another (greedy colouring of an interval graph). Spans are in order of their starts.
 */
export function lanesOf(spans: readonly Span[]): number[] {
  /** Where each lane is free again. */
  const free: number[] = []
  return spans.map(({ start, end }) => {
    let lane = 0
    while ((free[lane] ?? 0) > start) lane += 1
    free[lane] = end
    return lane
  })
}
