/** A table as a picture: text to the left, numbers to the right, and a grid of counts darker where there are more. */
import type { Column, TableCell } from '../../exporting/table.ts'
import { percent } from '../../text/percent.ts'
import { capitalised, formatNumber } from '../stats/format.ts'
import { paletteOf, type Palette, type Theme } from './palette.ts'
import { picture, wordsIn } from './picture.ts'
import { element, estimateWidth, wrap, type Markup } from './svg.ts'

const MARGIN = 24
const SIZE = { title: 18, cell: 12, caption: 11 }
const LINE = 16
const PAD = { x: 10, y: 6 }
/** Where lines break: a heading over numbers, and words in a cell. */
const WIDEST = { number: 84, text: 280 }
/** A title or caption over a narrow table still needs room. */
const NARROWEST = 560

interface Drawn {
  title: string
  caption: string
  columns: readonly Column[]
  rows: readonly (readonly TableCell[])[]
  /** Colours cells by their numbers. */
  shaded: boolean
  theme: Theme
}

/** A column with its words broken into lines. */
interface Strip {
  left: number
  width: number
  isNumber: boolean
  heading: string[]
  cells: { lines: string[]; value: TableCell }[]
}

/** One SVG document. The same table gives the same bytes. */
export function drawTable({ title, caption, columns, rows, shaded, theme }: Drawn): string {
  const palette = paletteOf(theme)
  const strips = layOut(columns, rows)
  const last = strips.at(-1)
  const width = Math.max(NARROWEST, Math.ceil((last ? last.left + last.width : 0) + MARGIN))
  const heading = wrap(title, width - 2 * MARGIN, SIZE.title)
  const top = MARGIN + heading.length * 24 + 8
  const heights = heightsOf(strips, rows.length)
  const bottom = heights.reduce((sum, height) => sum + height, top)
  const under = wrap(caption, width - 2 * MARGIN, SIZE.caption)
  const height = bottom + 18 + under.length * LINE + MARGIN
  return picture(
    { title, about: caption, width, height, paper: palette.paper },
    ...wordsIn(heading, {
      x: MARGIN,
      y: MARGIN + SIZE.title,
      step: 24,
      size: SIZE.title,
      fill: palette.ink,
      weight: 600,
    }),
    ...drawRules(heights, { top, width }, palette),
    ...drawCells(strips, heights, { top, most: shaded ? mostIn(rows) : null }, palette),
    ...wordsIn(under, { x: MARGIN, y: bottom + 22, step: LINE, size: SIZE.caption, fill: palette.quiet }),
  )
}

function layOut(columns: readonly Column[], rows: readonly (readonly TableCell[])[]): Strip[] {
  let left = MARGIN
  return columns.map((column, place) => {
    const values = rows.map((row) => row[place] ?? null)
    const isNumber =
      column.holds !== 'text' && values.every((value) => typeof value !== 'string' || value === BLANK)
    const widest = isNumber ? WIDEST.number : WIDEST.text
    const heading = wrap(capitalised(column.key.replaceAll('_', ' ')), widest, SIZE.cell)
    const cells = values.map((value) => ({ value, lines: wrap(written(value, column), widest, SIZE.cell) }))
    const lines = [...heading, ...cells.flatMap((cell) => cell.lines)]
    const width = Math.max(32, ...lines.map((line) => estimateWidth(line, SIZE.cell))) + 2 * PAD.x
    const strip = { left, width, isNumber, heading, cells }
    left += width
    return strip
  })
}

/** What stands where a figure is left out because too few people are behind it. */
export const BLANK = '–'

/** Shares as percentages, other numbers with as many digits as anyone reads. */
function written(value: TableCell, { holds }: Column): string {
  if (typeof value !== 'number') return value ?? ''
  if (holds === '0 to 1' || holds === 'share from 0') return percent(value)
  if (holds === '-1 to 1') return formatNumber(value, 2)
  return holds === 'whole number' && value >= 10_000 && value < 10_000_000_000
    ? formatNumber(value)
    : String(Math.round(value * 10) / 10)
}

/** The heading's height and then each row's. */
function heightsOf(strips: readonly Strip[], rows: number): number[] {
  const tall = (lines: (strip: Strip) => readonly string[] | undefined): number =>
    Math.max(1, ...strips.map((strip) => lines(strip)?.length ?? 0)) * LINE + 2 * PAD.y
  return [
    tall(({ heading }) => heading),
    ...Array.from({ length: rows }, (_, row) => tall(({ cells }) => cells[row]?.lines)),
  ]
}

function drawRules(
  heights: readonly number[],
  { top, width }: { top: number; width: number },
  { line, quiet }: Palette,
): Markup[] {
  let y = top
  return heights.map((height, place) => {
    y += height
    const ends = { x1: MARGIN, x2: width - MARGIN, y1: y, y2: y }
    return element('line', {
      ...ends,
      stroke: place === 0 ? quiet : line,
      'stroke-width': place === 0 ? 1 : 0.5,
    })
  })
}

function drawCells(
  strips: readonly Strip[],
  [head = 0, ...heights]: readonly number[],
  { top, most }: { top: number; most: number | null },
  palette: Palette,
): Markup[] {
  return strips.flatMap((strip) => {
    let y = top + head
    const cells = strip.cells.flatMap(({ lines, value }, row) => {
      const at = y
      const height = heights[row] ?? 0
      y += height
      const isShaded = most !== null && typeof value === 'number' && value > 0
      const fill = isShaded ? palette.fill(value / most) : null
      const box = { x: strip.left + 1, y: at + 1, width: strip.width - 2, height: height - 2, rx: 2 }
      return [
        ...(fill === null ? [] : [element('rect', { ...box, fill })]),
        ...drawLines(lines, strip, at, fill === null ? palette.ink : palette.inkOn(fill)),
      ]
    })
    return [...drawLines(strip.heading, strip, top, palette.quiet), ...cells]
  })
}

function drawLines(
  lines: readonly string[],
  { left, width, isNumber }: Strip,
  top: number,
  fill: string,
): Markup[] {
  const x = isNumber ? left + width - PAD.x : left + PAD.x
  return wordsIn(lines, {
    x,
    y: top + PAD.y + 12,
    step: LINE,
    size: SIZE.cell,
    fill,
    ...(isNumber ? { anchor: 'end' } : {}),
  })
}

const mostIn = (rows: readonly (readonly TableCell[])[]): number =>
  Math.max(1, ...rows.flat().filter((cell) => typeof cell === 'number'))
