/** The emotion profile as a picture: how many people, with the interval, for each emotion. */
import { isSmall, openCount } from '../small.ts'
import { formatPercentInterval } from '../stats/format.ts'
import type { SummaryOut } from '../shapes.ts'
import { paletteOf, type Palette, type Theme } from './palette.ts'
import { picture, words, wordsIn } from './picture.ts'
import { element, estimateWidth, wrap, type Markup } from './svg.ts'

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
  const title = 'Participants by emotion, with 95% intervals'
  return picture(
    { title, about: frame?.caption, width, height, paper: palette.paper },
    ...(frame
      ? [words(frame.title, { x: MARGIN, y: MARGIN + 14, size: 16, fill: palette.ink, weight: 600 })]
      : []),
    ...marks,
    ...wordsIn(caption, { x: MARGIN, y: bottom + 14, ...CAPTION, fill: palette.quiet }),
  )
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
