/** Where spans of the text stand on the page, for what is on the screen and a little around it. */
import { rangeAt } from '../../../core/text/segments.ts'
import { overlaps, type Span } from '../../../core/text/spans.ts'
import { rangeOf, TurnPoints } from '../reader/points.ts'

export interface Placed<T> {
  item: T
  /** Pixels from the top of the page element. */
  top: number
  height: number
  /** False when the span begins above what was measured. */
  hasStart: boolean
}

/** `around` is what is measured; spans reach as far as they overlap it. */
export function placeSpans<T extends Span>(
  reader: string,
  page: HTMLElement,
  turns: readonly Span[],
  spans: readonly T[],
  around: Span,
): Placed<T>[] {
  const top = page.getBoundingClientRect().top
  const points = new Map<number, TurnPoints>()
  const pointsOf = (index: number): TurnPoints => {
    const known = points.get(index) ?? new TurnPoints(reader, index)
    points.set(index, known)
    return known
  }
  return spans.flatMap((item) => {
    if (!overlaps(item, around)) return []
    const cut = { start: Math.max(item.start, around.start), end: Math.min(item.end, around.end) }
    const rect = rangeOf(reader, turns, cut, pointsOf)?.getBoundingClientRect()
    if (rect === undefined || rect.height === 0) return []
    return [{ item, top: rect.top - top, height: rect.height, hasStart: item.start >= around.start }]
  })
}

/** Whole turns from one screen before what is visible to one screen after, by the measure of its characters. */
export function aroundVisible(turns: readonly Span[], visible: Span): Span {
  const screen = Math.max(1500, visible.end - visible.start)
  const first = turns[rangeAt(turns, visible.start - screen)]
  const last = turns[rangeAt(turns, visible.end + screen)]
  return {
    start: Math.max(first?.start ?? 0, visible.start - 2 * screen),
    end: Math.min(last?.end ?? visible.end, visible.end + 2 * screen),
  }
}
