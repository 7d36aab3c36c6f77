/** One band of the two-way map: its journey, the spine, residents above, how the sides meet, colleagues below. */
import type { z } from 'zod'
import type { mapping } from '../../../contract/mapping.ts'
import { isSmall, openCount } from '../../small.ts'
import type { Palette, Theme } from '../palette.ts'
import { words } from '../picture.ts'
import { element, wrap, type Markup } from '../svg.ts'
import { stagesOf, type Band } from './bands.ts'
import { LANES, type Lane, type MapRow } from './lanes.ts'
import { drawEmotionLine, LINE_HEIGHT } from './line.ts'

export interface MapStyle {
  theme: Theme
  /** Fewer residents than these: no colour, and muted with hatching. */
  smallN: number
  thinN: number
}

export const MARGIN = 24
export const LABELS = 128
export const COLUMN = 118
const STEP = 13
const SIZE = { journey: 14, stage: 11.5, name: 11.5, small: 10.5 }
const HEAT = 24

/** What a band's parts are drawn with: colours, and where its columns stand. */
interface Frame extends MapStyle {
  palette: Palette
  rows: readonly MapRow[]
  middles: readonly number[]
}

/** Something drawn from `top` down to `bottom`. */
export interface Part {
  marks: Markup[]
  bottom: number
}

/** Drawn from 0 down, to be moved to its place on a page. */
export function drawBand(
  { journey, continued, rows }: Band,
  map: Pick<z.input<typeof mapping.twoWay.output>, 'residents'>,
  style: MapStyle & { palette: Palette },
): Part {
  const middles = rows.map((_, at) => MARGIN + LABELS + at * COLUMN + COLUMN / 2)
  const frame = { ...style, rows, middles }
  const heading = continued ? `${journey} (continued)` : journey
  const ink = { fill: style.palette.ink, weight: 600 }
  const marks = [words(heading, { x: MARGIN, y: SIZE.journey, size: SIZE.journey, ...ink })]
  let { bottom } = append(marks, drawSpine(frame, SIZE.journey + 10))
  if (map.residents !== null) {
    bottom = append(marks, drawFeeling(frame, bottom)).bottom
  }
  for (const lane of LANES) bottom = append(marks, drawLane(lane, frame, bottom)).bottom
  return { marks, bottom }
}

function append(marks: Markup[], part: Part): Part {
  marks.push(...part.marks)
  return part
}

/** Stages as a strip, and under it the touchpoints by name. */
function drawSpine({ palette, rows, middles }: Frame, top: number): Part {
  const strips = stagesOf(rows).flatMap(({ name, from, count }) => {
    const x = (middles[from] ?? 0) - COLUMN / 2
    const width = count * COLUMN
    const [line = '', ...rest] = wrap(name, width - 12, SIZE.stage)
    const strip = { x: x + 1, y: top, width: width - 2, height: 20, rx: 2, fill: palette.line }
    return [
      element('rect', strip),
      words(rest.length > 0 ? `${line} …` : line, {
        x: x + 8,
        y: top + 14,
        size: SIZE.stage,
        fill: palette.ink,
        weight: 600,
      }),
    ]
  })
  const names = cellLines(
    rows.map(({ name, paired }) => [name, ...paired.map((other) => `+ ${other.name}`)]),
    { middles, top: top + 26, size: SIZE.name, fill: palette.ink, least: 1 },
  )
  return { marks: [...strips, ...names.marks], bottom: names.bottom }
}

/** How it felt, as a line; and how many of those who spoke of it were frustrated. */
function drawFeeling(frame: Frame, top: number): Part {
  const { palette, rows, middles } = frame
  const heat = top + LINE_HEIGHT
  return {
    marks: [
      ...laneHead('How it felt', palette, top),
      ...drawEmotionLine(rows, { ...frame, top }),
      ...laneHead('Frustrated', palette, heat),
      ...rows.flatMap((row, at) => drawHeat(row, frame, { x: middles[at] ?? 0, y: heat + 5 })),
    ],
    bottom: heat + HEAT + 10,
  }
}

function drawHeat(
  { residents }: MapRow,
  { palette, smallN, thinN }: Frame,
  { x, y }: { x: number; y: number },
): Markup[] {
  if (residents === null || residents.E === 0) return []
  const { E, F, prevalence } = residents
  const label = { x, y: y + HEAT / 2 + 4, size: SIZE.name, anchor: 'middle' } as const
  if (E < smallN) return [words(`n<${smallN}`, { ...label, fill: palette.quiet })]
  if (isSmall(F, smallN)) return [words(`${openCount(F, smallN)}/${E}`, { ...label, fill: palette.quiet })]
  const fill = E < thinN ? palette.muted(prevalence ?? 0) : palette.fill(prevalence ?? 0)
  const box = { x: x - COLUMN / 2 + 8, y, width: COLUMN - 16, height: HEAT, rx: 2 }
  return [
    element('rect', { ...box, fill }),
    ...(E < thinN ? [element('rect', { ...box, fill: 'url(#wm-thin)' })] : []),
    words(`${F}/${E}`, { ...label, fill: palette.inkOn(fill) }),
  ]
}

/** A lane of words; one with nothing in this band takes no room. */
function drawLane(
  { half, title, lines }: Lane,
  { palette, rows, middles, smallN }: Frame,
  top: number,
): Part {
  const cells = rows.map((row) => lines(row, smallN))
  if (cells.every((cell) => cell.length === 0)) return { marks: [], bottom: top }
  const size = SIZE.small
  const about = half === 'colleagues' ? 'colleagues' : ''
  const least = about === '' ? 1 : 2
  const body = cellLines(cells, { middles, top: top + 3, size, fill: palette.ink, least })
  return { marks: [...laneHead(title, palette, top, about), ...body.marks], bottom: body.bottom }
}

function laneHead(title: string, palette: Palette, top: number, about = ''): Markup[] {
  const right = MARGIN + LABELS
  const rule = { x1: MARGIN, x2: right - 8, y1: top, y2: top, stroke: palette.line }
  const head = { x: MARGIN, y: top + 15, size: SIZE.name, fill: palette.quiet, weight: 600 }
  const under = { x: MARGIN, y: top + 28, size: SIZE.small, fill: palette.quiet }
  return [element('line', rule), words(title, head), ...(about === '' ? [] : [words(about, under)])]
}

interface Cells {
  middles: readonly number[]
  top: number
  size: number
  fill: string
  /** Lines that the lane's own head takes. */
  least: number
}

/** Each cell's lines, wrapped to its column; as high as the highest of them. */
function cellLines(cells: readonly (readonly string[])[], { middles, top, size, fill, least }: Cells): Part {
  const wrapped = cells.map((lines) => lines.flatMap((line) => wrap(line, COLUMN - 14, size)))
  const most = Math.max(least, ...wrapped.map((lines) => lines.length))
  const marks = wrapped.flatMap((lines, at) =>
    lines.map((line, place) =>
      words(line, { x: middles[at] ?? 0, y: top + 11 + place * STEP, size, fill, anchor: 'middle' }),
    ),
  )
  return { marks, bottom: top + most * STEP + 8 }
}
