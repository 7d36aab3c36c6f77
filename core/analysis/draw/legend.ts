/** The key to a heatmap's colours, hatching and empty states. */
import type { Heatmap } from '../../contract/analysis.ts'
import type { Disclosure } from '../heatmap/shown.ts'
import { figureText, scaleOf, smallCount } from './figures.ts'
import type { Palette } from './palette.ts'
import { element, estimateWidth, text, type Markup } from './svg.ts'

const BAR = { width: 160, height: 14, steps: 8 }
const SWATCH = 18
const SIZE = 11.5
const ROW = 26
const LINE = 22

/** Hatching and the gradient, by ids that a page can hold beside others. */
export function patterns(palette: Palette): Markup {
  const stops = Array.from({ length: BAR.steps + 1 }, (_, step) =>
    element('stop', { offset: step / BAR.steps, 'stop-color': palette.fill(step / BAR.steps) }),
  )
  return element(
    'defs',
    {},
    hatch('wm-thin', palette.paper, 0.75),
    hatch('wm-uncoded', palette.quiet, 0.7),
    element('linearGradient', { id: 'wm-scale' }, ...stops),
  )
}

function hatch(id: string, colour: string, opacity: number): Markup {
  const line = { x1: 0, y1: 0, x2: 0, y2: 6, stroke: colour, 'stroke-width': 2, 'stroke-opacity': opacity }
  return element(
    'pattern',
    { id, width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
    element('line', line),
  )
}

/** The key, no wider than `width`: what does not fit goes on the next line. */
export function drawLegend(
  heatmap: Heatmap,
  disclosure: Disclosure,
  palette: Palette,
  at: { x: number; y: number; width: number },
): { marks: Markup[]; height: number } {
  const marks = drawScale(heatmap, palette, at)
  let left = at.x
  let top = at.y + ROW
  for (const [name, fill, pattern] of swatchesOf(heatmap, disclosure, palette)) {
    const wide = SWATCH + 6 + estimateWidth(name, SIZE)
    if (left > at.x && left + wide > at.x + at.width) {
      left = at.x
      top += LINE
    }
    const box = { x: left, y: top, width: SWATCH, height: 14, rx: 2 }
    marks.push(element('rect', { ...box, fill, stroke: palette.line }))
    if (pattern) marks.push(element('rect', { ...box, fill: pattern }))
    marks.push(label(name, palette, left + SWATCH + 6, top))
    left += wide + 16
  }
  return { marks, height: top + LINE - at.y }
}

function drawScale(heatmap: Heatmap, palette: Palette, { x, y }: { x: number; y: number }): Markup[] {
  const { measure } = heatmap.settings
  const [low, high] = scaleOf(measure, [...heatmap.cells, ...heatmap.rows.map(({ total }) => total)])
  const from = figureText(low, measure)
  const bar = x + estimateWidth(from, SIZE) + 8
  return [
    label(from, palette, x, y),
    element('rect', { x: bar, y, width: BAR.width, height: BAR.height, fill: 'url(#wm-scale)' }),
    label(figureText(high, measure), palette, bar + BAR.width + 8, y),
  ]
}

type Swatch = [name: string, fill: string, pattern: string | null]

function swatchesOf(
  { settings: { smallN, thinN } }: Heatmap,
  { exact }: Disclosure,
  palette: Palette,
): Swatch[] {
  const few: [string, string] = exact
    ? [`n<${smallN}: too few for a figure`, `${smallCount(smallN, exact)}/n: too few for a colour`]
    : [`${smallCount(smallN, exact)}: left out`, `${smallCount(smallN, exact)}/n: left out of n`]
  return [
    [`${smallN} to ${thinN - 1} participants`, palette.muted(0.6), 'url(#wm-thin)'],
    ...few.map((name): Swatch => [name, palette.paper, null]),
    ['0/n: mentioned, none frustrated', palette.fill(0), null],
    ['blank: nobody mentioned it', palette.paper, null],
    ['not coded yet', palette.paper, 'url(#wm-uncoded)'],
  ]
}

const label = (value: string, palette: Palette, x: number, y: number): Markup =>
  element('text', { x, y: y + 11, 'font-size': SIZE, fill: palette.quiet }, text(value))
