/** A cell's figures in words and in steps of colour. */
import { measureOf, type Cell, type Heatmap, type HeatmapSettings } from '../../core/contract/analysis.ts'
import { number, percent } from '../evidence/format.ts'

export type Measure = HeatmapSettings['measure']

interface AboutMeasure {
  name: string
  /** What is divided by what, for the list to choose from. */
  about: string
  /** Both ends of the scale; the largest value shown is the far end where none is set. */
  ends?: readonly [number, number]
  unit?: '%'
  digits?: 1 | 2
}

export const MEASURES: Record<Measure, AboutMeasure> = {
  prevalence: {
    name: 'Prevalence',
    about: 'Of those who spoke of it, how many with frustration',
    ends: [0, 1],
    unit: '%',
  },
  reach: { name: 'Reach', about: 'Of everyone counted, how many spoke of it', ends: [0, 1], unit: '%' },
  share: { name: 'Share', about: 'Of everyone counted, how many with frustration', ends: [0, 1], unit: '%' },
  intensity: {
    name: 'Intensity',
    about: 'Mean over participants, mild 1 to strong 3',
    ends: [1, 3],
    digits: 1,
  },
  index: { name: 'Frustration index', about: 'Weight and intensity together, 0 to 100', ends: [0, 100] },
  density: { name: 'Density', about: 'Frustrated words in every 1,000 they said', digits: 1 },
  sentiment: { name: 'Net sentiment', about: 'Positive less negative, 1 to −1', ends: [1, -1], digits: 2 },
  passages: { name: 'Passages', about: 'How many passages; people are not counted' },
  counter: {
    name: 'Counter-evidence',
    about: 'Of those who spoke of it, how many spoke well of it',
    ends: [0, 1],
    unit: '%',
  },
  spread: {
    name: 'Spread',
    about: 'Share of passages from the one who said most',
    ends: [0, 1],
    unit: '%',
  },
}

export const STEPS = 8

/** What decides how a cell is drawn. */
export interface Look {
  measure: Measure
  ends: readonly [number, number]
  /** Percentages above the counts. */
  percent: boolean
  smallN: number
  /** Each column is one person or one transcript: no statistic, so nothing is too small to show. */
  isCases: boolean
}

export function lookOf({ settings, cells, rows }: Heatmap, percent: boolean): Look {
  const { measure, columns, smallN } = settings
  const ends = MEASURES[measure].ends ?? [0, most([...cells, ...rows.map(({ total }) => total)], measure)]
  return { measure, ends, percent, smallN, isCases: columns === 'participant' || columns === 'document' }
}

const most = (cells: readonly Cell[], measure: Measure): number =>
  Math.max(1, ...cells.map((cell) => measureOf(cell, measure) ?? 0))

/** A person's own cell is no statistic: its colour says how strong the frustration was, mild to strong. */
export const isCase = (cell: Cell, { isCases }: Look): boolean => isCases && cell.P === 1 && cell.E === 1

/** Which of the eight colours a cell has; null where it has none. */
export function heatOf(cell: Cell, look: Look): number | null {
  if (isCase(cell, look)) return cell.F === 0 ? 0 : Math.round(2 * (cell.intensity ?? 1))
  if (cell.state !== 'value' && cell.state !== 'zero') return null
  const value = measureOf(cell, look.measure)
  if (value === null) return null
  const [from, to] = look.ends
  return Math.max(0, Math.min(STEPS - 1, Math.floor(((value - from) / (to - from)) * STEPS)))
}

export function figure(value: number, measure: Measure): string {
  const { unit, digits } = MEASURES[measure]
  return unit === '%' ? percent(value) : number(value, digits)
}

/** What is printed in a cell: the counts always, and above them the figure where it is another one or is asked for. */
export function cellLines(cell: Cell, look: Look): string[] {
  const { measure, percent, smallN } = look
  if (cell.state === 'unmentioned' || cell.state === 'uncoded') return []
  if (isCase(cell, look)) return [String(cell.passages)]
  if (cell.state === 'small') return [`n<${smallN}`]
  const counts = `${cell.F}/${cell.E}`
  if (measure === 'prevalence' && (!percent || cell.thin)) return [counts]
  const value = measureOf(cell, measure)
  return [value === null ? '–' : figure(value, measure), counts]
}

/** What a cell shows by colour or by being empty, in words for people who hear the grid. */
export function cellAside(cell: Cell, look: Look): string {
  if (cell.state === 'uncoded') return 'not coded yet'
  if (cell.state === 'unmentioned') return 'nobody mentioned it'
  if (isCase(cell, look)) {
    const strength = cell.intensity === null ? 'no frustration' : `intensity ${number(cell.intensity, 1)}`
    return `${cell.passages === 1 ? 'passage' : 'passages'}, ${strength}`
  }
  if (cell.state === 'small') return 'participants'
  return cell.thin ? `of ${cell.P}, thin evidence` : `of ${cell.P}`
}

export interface Reading {
  name: string
  value: string
}

/** Everything known of a cell, for the line under the grid and the head of its passages. */
export function readings(cell: Cell): Reading[] {
  if (cell.state !== 'value' && cell.state !== 'zero') return []
  const between = (low: number | null, high: number | null, write: (value: number) => string): string =>
    low === null || high === null ? '' : ` (${write(low)} to ${write(high)})`
  const list: (Reading | null)[] = [
    cell.prevalence === null || cell.thin
      ? null
      : { name: 'prevalence', value: percent(cell.prevalence) + between(cell.low, cell.high, percent) },
    cell.reach === null ? null : { name: 'reach', value: percent(cell.reach) },
    cell.intensity === null ? null : { name: 'intensity', value: number(cell.intensity, 1) },
    cell.index === null
      ? null
      : { name: 'index', value: number(cell.index) + between(cell.indexLow, cell.indexHigh, number) },
    cell.sentiment === null ? null : { name: 'net', value: number(cell.sentiment, 2) },
    {
      name: 'spoke well of it',
      value: cell.both > 0 ? `${cell.positive}, ${cell.both} both` : `${cell.positive}`,
    },
    cell.spread === null || cell.passages === 0
      ? null
      : { name: 'passages', value: `${cell.passages}, ${percent(cell.spread)} from one person` },
  ]
  return list.filter((reading) => reading !== null)
}
