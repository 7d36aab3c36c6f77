/** A transcript as it goes on paper: each turn with numbered passages in its words and their codes beside it. */
import type { Passage } from '../../../core/contract/codings.ts'
import { segmentsOf } from '../../../core/text/segments.ts'
import type { ChunkView, TurnView } from '../data/views.ts'

export interface PrintPiece {
  start: number
  text: string
  passages: readonly Passage[]
  /** Numbers of the passages that end with this piece. */
  closes: readonly number[]
}

export interface PrintRow {
  view: TurnView
  pieces: readonly PrintPiece[]
  /** Passages that begin in this turn, with their numbers: their codes stand beside it. */
  notes: readonly { number: number; passage: Passage }[]
}

/** Passages are numbered through the transcript in order of their beginnings. */
export function printRows(chunks: readonly ChunkView[], passages: readonly Passage[]): PrintRow[] {
  const numbers = new Map(passages.map(({ id }, at) => [id, at + 1]))
  return chunks
    .flatMap(({ turns }) => turns)
    .map((view) => ({
      view,
      pieces: segmentsOf(view.turn, view.passages).map(({ start, end, marks }) => ({
        start,
        text: view.words.slice(start - view.turn.start, end - view.turn.start),
        passages: marks,
        closes: marks.flatMap((passage) => (passage.end === end ? (numbers.get(passage.id) ?? []) : [])),
      })),
      notes: view.passages.flatMap((passage) =>
        passage.start >= view.turn.start ? [{ number: numbers.get(passage.id) ?? 0, passage }] : [],
      ),
    }))
}
