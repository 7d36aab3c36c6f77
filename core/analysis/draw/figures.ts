/** A cell's figure in the few characters a picture has room for. */
import { measureOf, type Cell, type HeatmapSettings } from '../../contract/analysis.ts'
import type { Disclosure } from '../heatmap/shown.ts'
import { isSmall } from '../small.ts'
import { formatNumber } from '../stats/format.ts'

type Measure = HeatmapSettings['measure']

/** The ends of each measure's scale; null where the largest value shown sets it. */
const SCALES: Record<Measure, readonly [number, number] | null> = {
  prevalence: [0, 1],
  reach: [0, 1],
  share: [0, 1],
  intensity: [1, 3],
  index: [0, 100],
  density: null,
  // Less pleasant is darker, as with frustration.
  sentiment: [1, -1],
  passages: null,
  counter: [0, 1],
  spread: [0, 1],
}

export function scaleOf(measure: Measure, cells: readonly Cell[]): readonly [number, number] {
  const fixed = SCALES[measure]
  if (fixed) return fixed
  return [0, Math.max(1, ...cells.map((cell) => measureOf(cell, measure) ?? 0))]
}

const PERCENT: ReadonlySet<Measure> = new Set(['prevalence', 'reach', 'share', 'counter', 'spread'])

/** The number as printed on the legend and in cells. */
export function figureText(value: number, measure: Measure): string {
  if (PERCENT.has(measure)) return `${formatNumber(100 * value)}%`
  if (measure === 'passages' || measure === 'index') return formatNumber(value)
  return formatNumber(value, measure === 'density' ? 1 : 2)
}

/** Where a count is left out and it would tell too much to say that it is small. */
const LEFT_OUT = '–'

/** How a count that may not leave the project is written; from the counts themselves nothing can be read off. */
export const smallCount = (smallN: number, exact: boolean): string => (exact ? `<${smallN}` : LEFT_OUT)

interface Print {
  measure: Measure
  smallN: number
  disclosure: Disclosure
}

/** The figure that a picture colours and prints; null where it would tell of too few people. */
export function openFigure(cell: Cell, { measure, smallN, disclosure }: Print): number | null {
  const shown = disclosure.of(cell)
  if (shown === 'nothing' || (shown === 'without F' && measure !== 'reach')) return null
  if (measure === 'counter' && isSmall(cell.positive, smallN)) return null
  return measureOf(cell, measure)
}

/** What is printed: the counts always, and the figure above them where it is another one. */
export function cellLines(cell: Cell, print: Print): string[] {
  const { measure, smallN, disclosure } = print
  const shown = disclosure.of(cell)
  if (shown === 'nothing') return [disclosure.exact ? `n<${smallN}` : LEFT_OUT]
  if (cell.state === 'unmentioned' || cell.state === 'uncoded') return []
  const F = shown === 'all' ? String(cell.F) : smallCount(smallN, disclosure.exact)
  const counts = `${F}/${cell.E}`
  if (measure === 'prevalence') return [counts]
  const value = openFigure(cell, print)
  if (value !== null) return [figureText(value, measure), counts]
  return shown === 'all' && measureOf(cell, measure) === null ? ['0', counts] : [counts]
}

/** The cell as a sentence, for people who hear the picture. */
export function cellTitle(cell: Cell, row: string, column: string, { smallN, disclosure }: Print): string {
  const place = `${row}, ${column}`
  const shown = disclosure.of(cell)
  if (shown === 'nothing') {
    return `${place}: ${disclosure.exact ? `fewer than ${smallN} participants` : 'left out to protect people'}`
  }
  if (cell.state === 'uncoded') return `${place}: not coded yet`
  if (cell.state === 'unmentioned') return `${place}: nobody mentioned it`
  const small = disclosure.exact ? `fewer than ${smallN}` : 'a number left out'
  return `${place}: ${shown === 'all' ? cell.F : small} of ${cell.E} (of ${cell.P})`
}
