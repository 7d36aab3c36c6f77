/** Spans of text: half-open [start, end) in UTF-16 code units, never splitting what a reader sees as one character. */

export interface Span {
  start: number
  end: number
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
const words = new Intl.Segmenter('en', { granularity: 'word' })

/** How far around an edge a grapheme can reach; longer clusters than this are not found in speech. */
const REACH = 64

/** The nearest grapheme boundary at or before (`-1`) or at or after (`1`) an offset. */
export function graphemeEdge(text: string, offset: number, direction: -1 | 1): number {
  if (offset <= 0) return 0
  if (offset >= text.length) return text.length
  // ASCII on both sides cannot be inside a cluster, save for CR LF, which stored text does not hold.
  if (text.charCodeAt(offset - 1) < 0x80 && text.charCodeAt(offset) < 0x80) return offset
  const from = Math.max(0, offset - REACH)
  const piece = text.slice(from, offset + REACH)
  let before = from
  for (const { index } of graphemes.segment(piece)) {
    const at = from + index
    if (at === offset) return offset
    if (at > offset) return direction === -1 ? before : at
    before = at
  }
  return direction === -1 ? before : Math.min(text.length, from + piece.length)
}

/** Grows a span to whole graphemes and keeps it inside the text. */
export function snapToGraphemes(text: string, span: Span): Span {
  const start = Math.max(0, Math.min(span.start, span.end))
  const end = Math.min(text.length, Math.max(span.start, span.end))
  return { start: graphemeEdge(text, start, -1), end: graphemeEdge(text, end, 1) }
}

/** Drops white space from both ends. An all-white span becomes empty at its start. */
export function trimSpan(text: string, span: Span): Span {
  let { start, end } = span
  while (end > start && /\s/u.test(text[end - 1] ?? '')) end--
  while (start < end && /\s/u.test(text[start] ?? '')) start++
  return { start, end }
}

/** Grows a span to whole words, as a double click would. */
export function snapToWords(text: string, span: Span): Span {
  const from = Math.max(0, span.start - REACH)
  const to = Math.min(text.length, span.end + REACH)
  let { start, end } = span
  for (const { index, segment, isWordLike } of words.segment(text.slice(from, to))) {
    if (!isWordLike) continue
    const at = from + index
    if (at < span.start && at + segment.length > span.start) start = at
    if (at < span.end && at + segment.length > span.end) end = at + segment.length
  }
  return { start, end }
}

/** Words as a reader counts them. */
export function countWords(text: string): number {
  // Letters, digits and joined apostrophes or hyphens make one word; far faster than the segmenter and the same for speech.
  const found = text.match(/[\p{L}\p{N}]+(?:['’\-‐][\p{L}\p{N}]+)*/gu)
  return found ? found.length : 0
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

/** The items, in order of their starts, that overlap none of the spans. One sweep. */
export function clearOf<T extends Span>(items: readonly T[], spans: readonly Span[]): T[] {
  const taken = spans.toSorted((a, b) => a.start - b.start)
  let next = 0
  let reach = -1
  return items.filter((item) => {
    for (let span = taken[next]; span && span.start < item.end; span = taken[++next])
      reach = Math.max(reach, span.end)
    return reach <= item.start
  })
}
