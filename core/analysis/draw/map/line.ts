/** The emotion line of the two-way map: net sentiment at each touchpoint, with the n it rests on. */
import { scaleLinear, scaleSqrt } from 'd3-scale'
import { formatNumber } from '../../stats/format.ts'
import { words } from '../picture.ts'
import type { Palette } from '../palette.ts'
import { element, type Markup } from '../svg.ts'
import type { MapRow } from './lanes.ts'

export const LINE_HEIGHT = 78

const upward = scaleLinear().domain([-1, 1]).range([50, 12])
const size = scaleSqrt().domain([0, 40]).range([2.5, 11])

interface Frame {
  palette: Palette
  smallN: number
  top: number
  /** The middle of each touchpoint's column. */
  middles: readonly number[]
}

/** Pleased above the middle, displeased below. Touchpoints with fewer than `smallN` residents break the line. */
export function drawEmotionLine(rows: readonly MapRow[], frame: Frame): Markup[] {
  const { palette, smallN, top, middles } = frame
  const heights = rows.map(({ residents }) =>
    residents !== null && residents.sentiment !== null && residents.E >= smallN
      ? top + upward(residents.sentiment)
      : null,
  )
  const zero = top + upward(0)
  const edges = { x1: (middles[0] ?? 0) - 40, x2: (middles.at(-1) ?? 0) + 40, y1: zero, y2: zero }
  return [
    element('line', { ...edges, stroke: palette.line, 'stroke-dasharray': '3 3' }),
    ...heights.flatMap((y2, at) => {
      const y1 = heights[at - 1]
      if (y1 === null || y1 === undefined || y2 === null) return []
      const ends = { x1: middles[at - 1], x2: middles[at], y1, y2 }
      return [element('line', { ...ends, stroke: palette.quiet, 'stroke-width': 1.5 })]
    }),
    ...rows.flatMap((row, at) => drawPoint(row, { ...frame, x: middles[at] ?? 0, y: heights[at] ?? null })),
  ]
}

function drawPoint(
  { residents }: MapRow,
  { palette, smallN, top, x, y }: Frame & { x: number; y: number | null },
): Markup[] {
  const below = { x, y: top + LINE_HEIGHT - 8, size: 10.5, fill: palette.quiet, anchor: 'middle' } as const
  if (residents === null || residents.E === 0) return [words('not mentioned', below)]
  if (y === null) return [words(`n<${smallN}`, below)]
  const { E, sentiment } = residents
  return [
    element('circle', { cx: x, cy: y, r: size(E), fill: palette.fill(0.5), stroke: palette.ink }),
    words(`${formatNumber(sentiment ?? 0, 1)}, n=${E}`, below),
  ]
}
