/** A cell's figure in the few characters a picture has room for. */
import { measureOf, type Cell, type HeatmapSettings } from '../../contract/analysis.ts'
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

/** What is printed: the counts always, and the figure above them where it is another one. */
export function cellLines(cell: Cell, measure: Measure, smallN: number): string[] {
  if (cell.state === 'unmentioned' || cell.state === 'uncoded') return []
  if (cell.state === 'small') return [`n<${smallN}`]
  const counts = `${cell.F}/${cell.E}`
  if (measure === 'prevalence') return [counts]
  const value = measureOf(cell, measure)
  return [value === null ? '0' : figureText(value, measure), counts]
}

/** The cell as a sentence, for people who hear the picture. */
export function cellTitle(cell: Cell, row: string, column: string, smallN: number): string {
  const place = `${row}, ${column}`
  if (cell.state === 'uncoded') return `${place}: not coded yet`
  if (cell.state === 'unmentioned') return `${place}: nobody mentioned it`
  if (cell.state === 'small') return `${place}: fewer than ${smallN} participants`
  return `${place}: ${cell.F} of ${cell.E} (of ${cell.P})`
}
