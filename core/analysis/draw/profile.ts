/** The emotion profile as a picture: how many people, with the interval, for each emotion. */
import { isSmall, openCount } from '../small.ts'
import { formatPercentInterval } from '../stats/format.ts'
import type { SummaryOut } from '../shapes.ts'
import { FONTS, words } from './heatmap.ts'
import { paletteOf, type Palette, type Theme } from './palette.ts'
import { element, estimateWidth, text, wrap, type Markup } from './svg.ts'

const LINE = 26
const SIZE = 13
const BAR = 320
const RIGHT = 190
const MARGIN = 24
const CAPTION = { size: 11.5, step: 16 }

/** What stands round a profile that leaves the page it belongs to; on its own it keeps small counts to itself. */
interface ProfileFrame {
  title: string
  caption: string
  theme: Theme
  smallN: number
}

/** Bars are shares of those who spoke; the thin line is the Wilson 95% interval. */
export function drawProfile(emotions: SummaryOut['emotions'], spoke: number, frame?: ProfileFrame): string {
  const palette = paletteOf(frame?.theme ?? 'light')
  const labels = Math.max(80, ...emotions.map(({ name }) => estimateWidth(name, SIZE))) + 12
  const margin = frame ? MARGIN : 0
  const inside = Math.ceil(labels + BAR + RIGHT)
  const top = frame ? MARGIN + 34 : 4
  const marks = emotions.flatMap((emotion, place) =>
    drawBar(emotion, {
      spoke,
      palette,
      labels,
      left: margin,
      top: top + place * LINE,
      smallN: frame?.smallN ?? 0,
    }),
  )
  const bottom = top + emotions.length * LINE + 4
  const caption = frame ? wrap(frame.caption, inside, CAPTION.size) : []
  const width = inside + 2 * margin
  const height = bottom + (frame ? caption.length * CAPTION.step + MARGIN : 0)
  const svg = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
      'font-family': FONTS,
    },
    element('title', {}, text('Participants by emotion, with 95% intervals')),
    ...(frame ? [element('desc', {}, text(frame.caption))] : []),
    element('rect', { width, height, fill: palette.paper }),
    ...(frame
      ? [words(frame.title, { x: MARGIN, y: MARGIN + 14, size: 16, fill: palette.ink, weight: 600 })]
      : []),
    ...marks,
    ...caption.map((line, place) => {
      const y = bottom + 14 + place * CAPTION.step
      return words(line, { x: MARGIN, y, size: CAPTION.size, fill: palette.quiet })
    }),
  )
  return svg.markup
}

interface Place {
  spoke: number
  palette: Palette
  /** Width of the names. */
  labels: number
  left: number
  top: number
  smallN: number
}

function drawBar(
  { name, participants, interval }: SummaryOut['emotions'][number],
  { spoke, palette: { ink, quiet, line, fill }, labels, left, top, smallN }: Place,
): Markup[] {
  const bar = left + labels
  const at = (share: number): number => bar + share * BAR
  const middle = top + LINE / 2
  const range = interval ?? { low: 0, high: 1 }
  const counts = `${participants} of ${spoke} (${formatPercentInterval(range)})`
  const box = { x: bar, y: top + 4, height: LINE - 8 }
  const edge = { stroke: ink, 'stroke-width': 1.5, 'stroke-opacity': 0.65 }
  const frame = [
    words(name, { x: left, y: middle + 4.5, size: SIZE, fill: ink }),
    element('rect', { ...box, width: BAR, fill: 'none', stroke: line }),
  ]
  const told = { x: at(1) + 10, y: middle + 4.5, size: SIZE, fill: quiet }
  if (isSmall(participants, smallN)) {
    return [...frame, words(`${openCount(participants, smallN)} of ${spoke}`, told)]
  }
  return [
    ...frame,
    element('rect', { ...box, width: (participants / Math.max(1, spoke)) * BAR, fill: fill(0.45) }),
    element('line', { x1: at(range.low), x2: at(range.high), y1: middle, y2: middle, ...edge }),
    words(counts, told),
  ]
}
