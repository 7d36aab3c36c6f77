/** What matters against what frustrates, as a picture: a numbered mark for each touchpoint, and its name beside it. */
import { scaleLinear, scaleSqrt } from 'd3-scale'
import type { z } from 'zod'
import type { mapping } from '../../contract/mapping.ts'
import { paletteOf, type Palette, type Theme } from './palette.ts'
import { picture, words, wordsIn } from './picture.ts'
import { isSmall, openCount } from '../small.ts'
import { element, text, wrap, type Markup } from './svg.ts'

type Importance = z.input<typeof mapping.importance.output>
type Point = Importance['points'][number]

const WIDTH = 1020
const MARGIN = 24
const TOP = 64
const PLOT = { left: 80, right: 540, top: TOP + 8, bottom: TOP + 468 }
const KEY = { left: 580, step: 17 }
const SIZE = { title: 18, small: 11, number: 10 }
const TICKS = [0, 0.25, 0.5, 0.75, 1]
/** The widest a line of numbers beside a mark gets. */
const LABEL = 120

const x = scaleLinear().domain([0, 1]).range([PLOT.left, PLOT.right])
const y = scaleLinear().domain([0, 1]).range([PLOT.bottom, PLOT.top])
const radius = scaleSqrt().domain([0, 40]).range([3, 14])

interface Style {
  theme: Theme
  /** Fewer people than these: no mark, since its place would tell how many. */
  smallN: number
}

/** One SVG document, to leave the project: without counts of too few people. The same figures give the same bytes. */
export function drawImportance({ points, caption }: Importance, { theme, smallN }: Style): string {
  const palette = paletteOf(theme)
  const hasSmall = ({ matters, F }: Point): boolean => isSmall(matters, smallN) || isSmall(F, smallN)
  const spoken = points.filter(({ small }) => !small)
  const ranked = inOrder(spoken.filter((point) => !hasSmall(point)))
  const unmarked = spoken.filter(hasSmall)
  const key = [
    ...ranked.map((point, at) => ({ point, mark: String(at + 1) })),
    ...unmarked.map((point) => ({ point, mark: '–' })),
  ]
  const left = leftOut(points.length - spoken.length, unmarked.length, smallN)
  const foot = Math.max(PLOT.bottom + 56, TOP + 40 + key.length * KEY.step)
  const lines = wrap(caption + left, WIDTH - 2 * MARGIN, SIZE.small)
  const height = foot + lines.length * 16 + MARGIN
  const title = 'What matters against what frustrates'
  return picture(
    { title, about: caption, width: WIDTH, height, paper: palette.paper },
    words(title, { x: MARGIN, y: MARGIN + SIZE.title, size: SIZE.title, fill: palette.ink, weight: 600 }),
    ...drawAxes(palette),
    ...drawMarks(ranked, palette),
    ...drawKey(key, palette, smallN),
    ...wordsIn(lines, { x: MARGIN, y: foot, step: 16, size: SIZE.small, fill: palette.quiet }),
  )
}

function leftOut(unheard: number, unmarked: number, smallN: number): string {
  const parts = [
    ...(unmarked > 0 ? [`– has no mark: fewer than ${smallN} would be known by its place.`] : []),
    ...(unheard > 0 ? [`Left out, since fewer than ${smallN} spoke of them: ${unheard}.`] : []),
  ]
  return parts.map((part) => ` ${part}`).join('')
}

/** Upper right first, as in the list beside the plot on screen. */
const inOrder = (points: readonly Point[]): Point[] =>
  points.toSorted(
    (a, b) => b.importance * b.frustration - a.importance * a.frustration || b.matters - a.matters,
  )

function drawAxes({ line, quiet }: Palette): Markup[] {
  const label = { size: SIZE.small, fill: quiet, anchor: 'middle' } as const
  const middle = (PLOT.top + PLOT.bottom) / 2
  return [
    ...TICKS.flatMap((tick) => [
      element('line', { x1: x(tick), x2: x(tick), y1: PLOT.top, y2: PLOT.bottom, stroke: line }),
      element('line', { x1: PLOT.left, x2: PLOT.right, y1: y(tick), y2: y(tick), stroke: line }),
      words(`${100 * tick}%`, { ...label, x: x(tick), y: PLOT.bottom + 16 }),
      words(`${100 * tick}%`, { ...label, x: PLOT.left - 28, y: y(tick) + 4 }),
    ]),
    words('say that it matters, of those who spoke of it', { ...label, x: x(0.5), y: PLOT.bottom + 34 }),
    element(
      'g',
      { transform: `translate(${MARGIN + 2} ${middle}) rotate(-90)` },
      words('frustrated, of those who spoke of it', { ...label, x: 0, y: 0 }),
    ),
  ]
}

/** Touchpoints on the same spot share a mark, as large as the largest of them, with all their numbers. */
function drawMarks(ranked: readonly Point[], palette: Palette): Markup[] {
  const spots = Map.groupBy(
    ranked.map((point, at) => ({ point, number: at + 1 })),
    ({ point }) => `${point.importance.toFixed(2)} ${point.frustration.toFixed(2)}`,
  )
  return [...spots.values()].flatMap((spot) => drawSpot(spot, palette))
}

function drawSpot(
  spot: readonly { point: Point; number: number }[],
  { fill, ink, paper }: Palette,
): Markup[] {
  const [first] = spot
  if (!first) return []
  const { importance, frustration } = first.point
  const r = radius(Math.max(...spot.map(({ point }) => point.E)))
  const [cx, cy] = [x(importance), y(frustration)]
  const names = spot.map(({ point }) => point.name).join('; ')
  const isRight = importance > 0.5
  const label = { size: SIZE.number, fill: ink, ...(isRight ? { anchor: 'end' as const } : {}) }
  const lines = wrap(spot.map(({ number }) => number).join(', '), LABEL, SIZE.number)
  return [
    element('circle', { cx, cy, r, fill: fill(0.5), stroke: paper }, element('title', {}, text(names))),
    ...lines.map((line, at) =>
      words(line, { ...label, x: cx + (isRight ? -1 : 1) * (r + 4), y: cy + 3.5 + at * 12 }),
    ),
  ]
}

interface Entry {
  point: Point
  mark: string
}

/** Each mark's number with its touchpoint and the counts behind it. */
function drawKey(entries: readonly Entry[], { ink, quiet }: Palette, smallN: number): Markup[] {
  const heads = { y: TOP + 8, size: SIZE.small, fill: quiet }
  return [
    words('matters', { ...heads, x: WIDTH - MARGIN - 110 }),
    words('frustrated', { ...heads, x: WIDTH - MARGIN - 56 }),
    ...entries.flatMap(({ point: { name, E, F, matters }, mark }, at) => {
      const line = { y: TOP + 8 + (at + 1) * KEY.step, size: SIZE.small, fill: ink }
      const [first = '', ...rest] = wrap(name, WIDTH - MARGIN - 140 - KEY.left, SIZE.small)
      return [
        words(`${mark}  ${rest.length > 0 ? `${first} …` : first}`, { ...line, x: KEY.left }),
        words(`${openCount(matters, smallN)}/${E}`, { ...line, x: WIDTH - MARGIN - 110 }),
        words(`${openCount(F, smallN)}/${E}`, { ...line, x: WIDTH - MARGIN - 56 }),
      ]
    }),
  ]
}
