/** The emotion profile as a picture: how many people, with the interval, for each emotion. */
import { formatPercentInterval } from '../stats/format.ts'
import type { SummaryOut } from '../shapes.ts'
import { FONTS, words } from './heatmap.ts'
import { paletteOf } from './palette.ts'
import { element, estimateWidth, text, type Markup } from './svg.ts'

const LINE = 26
const SIZE = 13
const BAR = 320
const RIGHT = 190

/** Bars are shares of those who spoke; the thin line is the Wilson 95% interval. */
export function drawProfile(emotions: SummaryOut['emotions'], spoke: number): string {
  const { paper, ink, quiet, line, fill } = paletteOf('light')
  const labels = Math.max(80, ...emotions.map(({ name }) => estimateWidth(name, SIZE))) + 12
  const width = Math.ceil(labels + BAR + RIGHT)
  const height = emotions.length * LINE + 8
  const at = (share: number): number => labels + share * BAR
  const marks = emotions.flatMap(({ name, participants, interval }, place): Markup[] => {
    const y = 4 + place * LINE
    const middle = y + LINE / 2
    const range = interval ?? { low: 0, high: 1 }
    const counts = `${participants} of ${spoke} (${formatPercentInterval(range)})`
    const edge = { stroke: ink, 'stroke-width': 1.5, 'stroke-opacity': 0.65 }
    return [
      words(name, { x: 0, y: middle + 4.5, size: SIZE, fill: ink }),
      element('rect', { x: labels, y: y + 4, width: BAR, height: LINE - 8, fill: 'none', stroke: line }),
      element('rect', {
        x: labels,
        y: y + 4,
        width: (participants / Math.max(1, spoke)) * BAR,
        height: LINE - 8,
        fill: fill(0.45),
      }),
      element('line', { x1: at(range.low), x2: at(range.high), y1: middle, y2: middle, ...edge }),
      words(counts, { x: labels + BAR + 10, y: middle + 4.5, size: SIZE, fill: quiet }),
    ]
  })
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
    element('rect', { width, height, fill: paper }),
    ...marks,
  )
  return svg.markup
}
