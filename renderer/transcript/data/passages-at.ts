/** Which passages lie at an offset or touch a span, found through the turns. */
import type { Passage } from '../../../core/contract/codings.ts'
import { rangeAt } from '../../../core/text/segments.ts'
import { overlaps, type Span } from '../../../core/text/spans.ts'
import type { ChunkView, TurnView } from './views.ts'

/** The turn an offset is in. */
function turnAt(chunks: readonly ChunkView[], offset: number): TurnView | null {
  const starts = chunks.map(({ turns }) => ({ start: turns[0]?.turn.start ?? 0, end: 0 }))
  const turns = chunks[rangeAt(starts, offset)]?.turns ?? []
  return (
    turns[
      rangeAt(
        turns.map(({ turn }) => turn),
        offset,
      )
    ] ?? null
  )
}

/** Passages over an offset, the shortest first: what a click means. */
export function passagesAt(chunks: readonly ChunkView[], offset: number): Passage[] {
  const view = turnAt(chunks, offset)
  if (view === null) return []
  return view.passages
    .filter(({ start, end }) => start <= offset && offset < end)
    .sort((a, b) => a.end - a.start - (b.end - b.start) || a.id - b.id)
}

/** Passages that touch a span, in order of the text. */
export const passagesIn = (passages: readonly Passage[], span: Span): readonly Passage[] =>
  passages.filter((passage) => overlaps(passage, span))
