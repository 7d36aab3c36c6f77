/** Where spans of the text stand on the page, for what is on the screen and a little around it. */
import { rangeAt } from '../../../core/text/segments.ts'
import type { Span } from '../../../core/text/spans.ts'
import { rangeOf, turnId, TurnPoints } from '../reader/points.ts'

export interface Placed<T> {
  item: T
  /** Pixels from the top of the page element. */
  top: number
  height: number
  /** False when the span begins above what was measured. */
  hasStart: boolean
}

/**
 * `around` is what is measured; spans, in order of their starts, reach as far as they overlap it. Those among `known` are not
 * measured again. The same list when nothing else is there.
 */
export function placeSpans<T extends Span>(
  reader: string,
  page: HTMLElement,
  turns: readonly Span[],
  spans: readonly T[],
  around: Span,
  known: readonly Placed<T>[],
): readonly Placed<T>[] {
  const measured = new Map(known.map((one) => [one.item, one]))
  const top = page.getBoundingClientRect().top
  const points = new Map<number, TurnPoints>()
  const pointsOf = (index: number): TurnPoints => {
    const known = points.get(index) ?? new TurnPoints(reader, index)
    points.set(index, known)
    return known
  }
  const range = document.createRange()
  const placed: Placed<T>[] = []
  for (const item of spans) {
    if (item.start >= around.end) break
    if (item.end <= around.start) continue
    const before = measured.get(item)
    if (before !== undefined) {
      placed.push(before)
      continue
    }
    const cut = { start: Math.max(item.start, around.start), end: Math.min(item.end, around.end) }
    const rect = rangeOf(reader, turns, cut, pointsOf, range)?.getBoundingClientRect()
    if (rect === undefined || rect.height === 0) continue
    placed.push({
      item,
      top: rect.top - top,
      height: rect.height,
      hasStart: item.start >= around.start,
    })
  }
  range.setEnd(document, 0)
  return placed.length === known.length && placed.every((one, at) => one === known[at]) ? known : placed
}

/** Whole turns from half a screen before what is visible to half a screen after, by the measure of its characters. */
export function aroundVisible(turns: readonly Span[], visible: Span): Span {
  const half = Math.max(800, (visible.end - visible.start) / 2)
  const first = turns[rangeAt(turns, visible.start - half)]
  const last = turns[rangeAt(turns, visible.end + half)]
  return {
    start: Math.max(first?.start ?? 0, visible.start - 2 * half),
    end: Math.min(last?.end ?? visible.end, visible.end + 2 * half),
  }
}

/** Whether less than a quarter of a screen of what was measured is left, before or after what is visible. */
export function isLeaving(turns: readonly Span[], visible: Span, measured: Span): boolean {
  const quarter = (visible.end - visible.start) / 4
  const whole = { start: turns[0]?.start ?? 0, end: turns.at(-1)?.end ?? 0 }
  return (
    Math.max(whole.start, visible.start - quarter) < measured.start ||
    Math.min(whole.end, visible.end + quarter) > measured.end
  )
}

/** Where the first turn of a span stands on the page, in pixels from its top. */
export function topOf(reader: string, turns: readonly Span[], { start }: Span, page: HTMLElement): number {
  const turn = document.getElementById(turnId(reader, rangeAt(turns, start)))
  return turn === null ? 0 : turn.getBoundingClientRect().top - page.getBoundingClientRect().top
}
