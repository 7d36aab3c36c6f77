/** Orders the segments of a page into the rows a person reads: column by column, top to bottom. */
import type { Segment } from './segments.ts'

/** Segments on one baseline, in reading order. */
export interface Row {
  segments: Segment[]
  page: number
  /** 0 for text over the whole width, 1 and 2 for the columns of a two-column page. */
  column: number
  y: number
  x0: number
  x1: number
  size: number
  rtl: boolean
  /** True when a paragraph number stood in the margin beside it. */
  numbered?: boolean
}

/** Lines of a text column hold this many characters; shorter ones are table cells or labels. */
const LONG_LINE = 22
const COLUMN_ROWS = 5

export function readRows(segments: Segment[], page: number): Row[] {
  const gutter = findGutter(segments)
  if (gutter === undefined) return toRows(segments, page, 0)
  const rows: Row[] = []
  const spanning = segments.filter((segment) => segment.x0 < gutter && segment.x1 > gutter)
  const heads = toRows(spanning, page, 0)
  const edges = [...heads.map((row) => row.y), Infinity]
  let from = -Infinity
  for (const [index, edge] of edges.entries()) {
    const band = segments
      .filter(({ y }) => y > from && y < edge)
      .filter((segment) => !spanning.includes(segment))
    rows.push(
      ...toRows(
        band.filter((segment) => segment.x1 <= gutter),
        page,
        1,
      ),
    )
    rows.push(
      ...toRows(
        band.filter((segment) => segment.x0 >= gutter),
        page,
        2,
      ),
    )
    const head = heads[index]
    if (head) rows.push(head)
    from = edge
  }
  return rows
}

/** Groups segments whose baselines agree; sorts rows downwards and segments along the line. */
function toRows(segments: Segment[], page: number, column: number): Row[] {
  const sorted = [...segments].sort((a, b) => a.y - b.y)
  const groups: Segment[][] = []
  for (const segment of sorted) {
    const group = groups.at(-1)
    const first = group?.[0]
    if (group && first && segment.y - first.y <= Math.max(first.size, segment.size) * 0.35)
      group.push(segment)
    else groups.push([segment])
  }
  return groups.map((group) => toRow(group, page, column))
}

function toRow(group: Segment[], page: number, column: number): Row {
  const rtl = group.some((segment) => segment.rtl)
  group.sort((a, b) => (rtl ? b.x1 - a.x1 : a.x0 - b.x0))
  return {
    segments: group,
    page,
    column,
    y: group[0]?.y ?? 0,
    x0: Math.min(...group.map(({ x0 }) => x0)),
    x1: Math.max(...group.map(({ x1 }) => x1)),
    size: Math.max(...group.map(({ size }) => size)),
    rtl,
  }
}

/** The x in the middle of the white strip between two text columns, or undefined on a one-column page. */
function findGutter(segments: Segment[]): number | undefined {
  if (segments.length < COLUMN_ROWS * 2) return undefined
  const left = Math.min(...segments.map(({ x0 }) => x0))
  const width = Math.max(...segments.map(({ x1 }) => x1)) - left
  const narrow = segments.filter(({ x0, x1 }) => x1 - x0 < width * 0.6).sort((a, b) => a.x0 - b.x0)
  if (narrow.length < segments.length * 0.7) return undefined
  let covered = left
  let best: { middle: number; wide: number } | undefined
  for (const { x0, x1, size } of narrow) {
    const middle = (covered + x0) / 2
    const central = middle > left + width * 0.3 && middle < left + width * 0.7
    if (central && x0 - covered > size && x0 - covered > (best?.wide ?? 0))
      best = { middle, wide: x0 - covered }
    covered = Math.max(covered, x1)
  }
  return best && areColumns(narrow, best.middle) ? best.middle : undefined
}

/** Columns of running text, not of a table: lines are long on both sides. The last column may be nearly empty. */
function areColumns(segments: Segment[], gutter: number): boolean {
  const text = segments.filter(({ text }) => !/^\d{1,5}$/.test(text))
  const sides = [text.filter(({ x1 }) => x1 <= gutter), text.filter(({ x0 }) => x0 >= gutter)]
  const [left = [], right = []] = sides
  if (left.length < COLUMN_ROWS || right.length === 0) return false
  if (right.length < COLUMN_ROWS && left.length < COLUMN_ROWS * 3) return false
  return sides.every(
    (side) => side.filter(({ text }) => text.length >= LONG_LINE).length >= side.length * 0.4,
  )
}
