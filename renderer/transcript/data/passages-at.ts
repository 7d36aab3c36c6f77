/** Which passages lie at an offset or touch a span, found through the turns. */
import type { Passage } from '../../../core/contract/codings.ts'
import { rangeAt } from '../../../core/text/segments.ts'
import { overlaps, type Span } from '../../../core/text/spans.ts'
import { inOrder } from './share.ts'
import type { ChunkView } from './views.ts'

/** Passages over an offset, the shortest first: what a click means. */
export const passagesAt = (chunks: readonly ChunkView[], offset: number): Passage[] =>
  passagesIn(chunks, { start: offset, end: offset + 1 }).sort(
    (a, b) => a.end - a.start - (b.end - b.start) || a.id - b.id,
  )

/** Passages that touch a span, in order of the text. */
export function passagesIn(chunks: readonly ChunkView[], span: Span): Passage[] {
  const found = new Set<Passage>()
  for (let at = rangeAt(chunks, span.start); at < chunks.length; at++) {
    const chunk = chunks[at]
    if (chunk === undefined || chunk.start >= span.end) break
    for (const [index, { turn, passages }] of chunk.turns.entries()) {
      // What parts two turns, where a click at the end of a line falls, is found through the first of them.
      const until = chunk.turns[index + 1]?.turn.start ?? Infinity
      if (!overlaps({ start: turn.start, end: until }, span)) continue
      for (const passage of passages) if (overlaps(passage, span)) found.add(passage)
    }
  }
  return [...found].sort(inOrder)
}
