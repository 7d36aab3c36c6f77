/** The heatmap as a picture for a report: values in the cells, three different empty states, caption and settings. */
import type { Cell, Heatmap } from '../../contract/analysis.ts'
import { columnsInWords, MEASURES } from '../heatmap/caption.ts'
import { disclosureOf, type Disclosure } from '../heatmap/shown.ts'
import { cellLines, cellTitle, openFigure, scaleOf, smallCount } from './figures.ts'
import { drawLegend, patterns } from './legend.ts'
import { paletteOf, type Palette, type Theme } from './palette.ts'
import { picture, words, wordsIn } from './picture.ts'
import { element, estimateWidth, text, wrap, type Markup } from './svg.ts'

const CELL = { width: 62, height: 34 }
const MARGIN = 24
const SIZE = { title: 18, label: 13, small: 11, caption: 11.5 }
const GROUP = 26
const LABELS = { narrowest: 150, widest: 300 }
const NARROWEST = 640

interface Line {
  y: number
  row: Heatmap['rows'][number] | null
  heading: string
}

interface Plan {
  heatmap: Heatmap
  palette: Palette
  labels: number
  /** Where the cells begin, and the lines down the side. */
  top: number
  lines: readonly Line[]
  bottom: number
  width: number
  disclosure: Disclosure
  /** Along the scale, from 0 to 1; null for a figure that stays behind. */
  share: (cell: Cell) => number | null
  cells: ReadonlyMap<string, Cell>
}

/**
 * One SVG document, to leave the project: without counts of too few people, as in the table. The same heatmap and theme
 * always give the same bytes.
 */
export function drawHeatmap(heatmap: Heatmap, theme: Theme): string {
  const plan = planOf(heatmap, paletteOf(theme))
  const { palette, width } = plan
  const legend = drawLegend(heatmap, plan.disclosure, palette, {
    x: MARGIN,
    y: plan.bottom + 22,
    width: width - 2 * MARGIN,
  })
  const caption = captionBlock(plan, plan.bottom + 22 + legend.height + 16)
  const height = caption.bottom + MARGIN
  const { measure, rows, columns } = heatmap.settings
  const title = `${MEASURES[measure].split(':')[0] ?? ''} by ${rows} and ${columnsInWords(columns)}`
  const sheet = { title, about: heatmap.settings.caption, width: Math.ceil(width), height: Math.ceil(height) }
  return picture(
    { ...sheet, paper: palette.paper },
    patterns(palette),
    words(title, { x: MARGIN, y: MARGIN + SIZE.title, size: SIZE.title, fill: palette.ink, weight: 600 }),
    ...columnHeads(plan),
    ...plan.lines.flatMap((line) => drawLine(plan, line)),
    ...legend.marks,
    ...caption.marks,
  )
}

function planOf(heatmap: Heatmap, palette: Palette): Plan {
  const names = heatmap.rows.map(({ name }) => estimateWidth(name, SIZE.label))
  const labels = Math.min(LABELS.widest, Math.max(LABELS.narrowest, ...names)) + 12
  const heads = [...heatmap.columns.map(({ name }) => name), 'Everyone']
  const headHeight = Math.max(...heads.map((name) => estimateWidth(name, SIZE.label))) * Math.SQRT1_2 + 24
  const top = MARGIN + SIZE.title + 16 + headHeight
  const { lines, bottom } = stackLines(heatmap, top)
  const slant = estimateWidth(heads.at(-1) ?? '', SIZE.label) * Math.SQRT1_2
  const across = MARGIN * 2 + labels + heads.length * CELL.width + 8 + slant
  const totals = heatmap.rows.map(({ total }) => total)
  const [low, high] = scaleOf(heatmap.settings.measure, [...heatmap.cells, ...totals])
  const disclosure = disclosureOf(heatmap)
  const share = (cell: Cell): number | null => {
    const figure = openFigure(cell, { ...heatmap.settings, disclosure })
    return figure === null ? null : (figure - low) / (high - low)
  }
  return {
    heatmap,
    palette,
    labels,
    top,
    lines,
    bottom,
    width: Math.max(NARROWEST, across),
    disclosure,
    share,
    cells: new Map(heatmap.cells.map((cell) => [`${cell.row}\n${cell.column}`, cell])),
  }
}

/** Rows one under another; in journey order each stage (or journey) has a heading. */
function stackLines({ rows, settings }: Heatmap, top: number): { lines: Line[]; bottom: number } {
  const lines: Line[] = []
  let y = top
  let last = ''
  for (const row of rows) {
    const above = settings.rows === 'touchpoint' ? `${row.journey} › ${row.stage ?? ''}` : row.journey
    if (settings.sort === 'journey' && settings.rows !== 'journey' && above !== last) {
      lines.push({ y, row: null, heading: above })
      y += GROUP
      last = above
    }
    lines.push({ y, row, heading: '' })
    y += CELL.height
  }
  return { lines, bottom: y }
}

function columnHeads({ heatmap, palette, labels, top }: Plan): Markup[] {
  const names = [...heatmap.columns.map(({ name }) => name), 'Everyone']
  return names.map((name, place) => {
    const x = columnAt(labels, place, heatmap.columns.length) + CELL.width / 2
    return element(
      'text',
      {
        transform: `translate(${Math.round(x)} ${Math.round(top - 8)}) rotate(-45)`,
        'font-size': SIZE.label,
        fill: palette.ink,
      },
      text(name),
    )
  })
}

/** The last column, everyone, stands a little apart. */
const columnAt = (labels: number, place: number, columns: number): number =>
  MARGIN + labels + place * CELL.width + (place === columns ? 8 : 0)

function drawLine(plan: Plan, { y, row, heading }: Line): Markup[] {
  const { heatmap, palette, labels, disclosure } = plan
  if (!row) {
    return [
      words(heading, { x: MARGIN, y: y + GROUP - 8, size: SIZE.small, fill: palette.quiet, weight: 600 }),
    ]
  }
  const label = fitted(row.name, labels - 12)
  const places = [...heatmap.columns.map(({ id }) => plan.cells.get(`${row.id}\n${id}`)), row.total]
  const names = [...heatmap.columns.map(({ name }) => name), 'everyone']
  return [
    words(label, { x: MARGIN, y: y + CELL.height / 2 + 4.5, size: SIZE.label, fill: palette.ink }),
    ...places.flatMap((cell, place) => {
      if (!cell) return []
      const x = columnAt(labels, place, heatmap.columns.length)
      const title = cellTitle(cell, row.name, names[place] ?? '', { ...heatmap.settings, disclosure })
      return [drawCell(plan, cell, { x, y }, title)]
    }),
  ]
}

function fitted(name: string, width: number): string {
  if (estimateWidth(name, SIZE.label) <= width) return name
  let cut = name
  while (cut.length > 1 && estimateWidth(`${cut}…`, SIZE.label) > width) cut = cut.slice(0, -1)
  return `${cut.trimEnd()}…`
}

function drawCell(
  { palette, heatmap, share, disclosure }: Plan,
  cell: Cell,
  { x, y }: { x: number; y: number },
  title: string,
): Markup {
  const box = { x: x + 1, y: y + 1, width: CELL.width - 2, height: CELL.height - 2, rx: 2 }
  const isFigure = cell.state === 'value' || cell.state === 'zero'
  const along = isFigure ? share(cell) : null
  const coloured = along !== null
  const fill = !coloured ? palette.paper : cell.thin ? palette.muted(along) : palette.fill(along)
  const hatch = cell.state === 'uncoded' ? 'url(#wm-uncoded)' : coloured && cell.thin ? 'url(#wm-thin)' : null
  const lines = cellLines(cell, { ...heatmap.settings, disclosure })
  const ink = coloured ? palette.inkOn(fill) : palette.quiet
  const middle = y + CELL.height / 2
  return element(
    'g',
    {},
    element('title', {}, text(title)),
    element('rect', { ...box, fill, stroke: palette.line, 'stroke-width': coloured ? 0 : 1 }),
    ...(hatch ? [element('rect', { ...box, fill: hatch })] : []),
    ...lines.map((line, place) =>
      words(line, {
        x: x + CELL.width / 2,
        y: middle + (lines.length === 1 ? 4.5 : place === 0 ? -1 : 11),
        size: place === 0 ? SIZE.label : SIZE.small - 1,
        fill: ink,
        anchor: 'middle',
      }),
    ),
  )
}

function captionBlock(
  { heatmap, palette, width, disclosure }: Plan,
  top: number,
): { marks: Markup[]; bottom: number } {
  const { settings, survival } = heatmap
  const lines = [settings.caption, ...leftOut(disclosure, settings.smallN), survival.sentence].flatMap(
    (paragraph) => wrap(paragraph, width - 2 * MARGIN, SIZE.caption),
  )
  const step = 16
  const marks = wordsIn(lines, { x: MARGIN, y: top, step, size: SIZE.caption, fill: palette.quiet })
  return { marks, bottom: top + (lines.length - 1) * step }
}

function leftOut({ suppressed, exact }: Disclosure, smallN: number): string[] {
  if (suppressed === 0) return []
  const others = exact ? '' : ', and with them others that would give them away'
  return [
    `To protect people, counts from 1 to ${smallN - 1} are left out (${smallCount(smallN, exact)})${others}.`,
  ]
}
