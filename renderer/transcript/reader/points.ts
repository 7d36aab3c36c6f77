/** Between offsets in the transcript and points in the page. Every turn's words stand in one `[data-start]` element. */
import type { Span } from '../../../core/text/spans.ts'
import { rangeAt } from '../../../core/text/segments.ts'

/** Where in the page something is. */
export interface Point {
  node: Node
  offset: number
}

/** The id of a turn's paragraph; `reader` keeps two transcripts side by side apart. */
export const turnId = (reader: string, index: number): string => `${reader}-${index}`

const wordsOf = (reader: string, index: number): HTMLElement | null =>
  document.querySelector(`#${CSS.escape(turnId(reader, index))} > [data-start]`)

/** The transcript's offset of a point in the page; null outside the words of a turn. */
export function offsetAt(root: Element, { node, offset }: Point): number | null {
  const inside = node instanceof Element ? (node.childNodes[offset] ?? node) : node
  if (!root.contains(inside)) return null
  const words = (inside instanceof Element ? inside : inside.parentElement)?.closest<HTMLElement>(
    '[data-start]',
  )
  if (words === null || words === undefined) {
    const turn = (inside instanceof Element ? inside : inside.parentElement)?.closest('[data-turn]')
    const next = (turn ?? (inside instanceof Element ? inside : null))?.querySelector<HTMLElement>(
      '[data-start]',
    )
    return next === null || next === undefined ? null : Number(next.dataset.start)
  }
  const before = document.createRange()
  before.setStart(words, 0)
  before.setEnd(node, offset)
  return Number(words.dataset.start) + before.toString().length
}

/** The text nodes of one turn with their offsets, so that many points in it are found with one walk. */
export class TurnPoints {
  readonly #nodes: { node: Text; from: number; to: number }[] = []

  constructor(reader: string, index: number) {
    const words = wordsOf(reader, index)
    if (words === null) return
    let from = Number(words.dataset.start)
    const walker = document.createTreeWalker(words, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (!(node instanceof Text)) continue
      this.#nodes.push({ node, from, to: from + node.length })
      from += node.length
    }
  }

  /** The point of an offset. At a cut between two pieces, a beginning goes to the later and an end to the earlier. */
  point(offset: number, side: 'start' | 'end'): Point | null {
    let low = 0
    let high = this.#nodes.length
    while (low < high) {
      const middle = (low + high) >> 1
      const to = this.#nodes[middle]?.to ?? 0
      if (side === 'start' ? to <= offset : to < offset) low = middle + 1
      else high = middle
    }
    const found = this.#nodes[low] ?? this.#nodes.at(-1)
    if (found === undefined) return null
    const { node, from, to } = found
    return { node, offset: Math.min(Math.max(offset, from), to) - from }
  }
}

/**
 * The stretch of the page that shows a span; null when its turns are not on the page. Many stretches are measured with one
 * `range`: the page keeps every live range up to date at each change, so they are not made by the hundred.
 */
export function rangeOf(
  reader: string,
  turns: readonly Span[],
  { start, end }: Span,
  pointsOf: (index: number) => TurnPoints = (index) => new TurnPoints(reader, index),
  range: Range = document.createRange(),
): Range | null {
  const first = rangeAt(turns, start)
  const last = rangeAt(turns, Math.max(start, end - 1))
  const from = pointsOf(first)
  const a = from.point(start, 'start')
  const b = (last === first ? from : pointsOf(last)).point(end, 'end')
  if (a === null || b === null) return null
  range.setStart(a.node, a.offset)
  range.setEnd(b.node, b.offset)
  return range
}

/** The same as one stretch for each turn, so that what stands between the words of two turns stays out. */
export function rangesOf(reader: string, turns: readonly Span[], { start, end }: Span): Range[] {
  const ranges: Range[] = []
  for (let at = rangeAt(turns, start); at < turns.length; at++) {
    const turn = turns[at]
    if (turn === undefined || turn.start >= end) break
    const cut = { start: Math.max(start, turn.start), end: Math.min(end, turn.end) }
    const range = cut.start < cut.end ? rangeOf(reader, turns, cut) : null
    if (range !== null) ranges.push(range)
  }
  return ranges
}

/** The point of the page under the pointer. */
export function pointUnder(x: number, y: number): Point | null {
  const caret = document.caretPositionFromPoint(x, y)
  return caret === null ? null : { node: caret.offsetNode, offset: caret.offset }
}
