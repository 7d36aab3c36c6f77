/** The heatmap as lines to draw, either way round: touchpoints down the side or across the top. */
import type { Cell, Heatmap } from '../../core/contract/analysis.ts'
import type { Place } from '../evidence/grid-keys.ts'
import type { Spot } from './settings.ts'

/** A figure and what it opens. */
interface Slot extends Spot {
  cell: Cell | null
}

/** A heading, at the side or at the top. */
export interface Head extends Spot {
  id: string
  name: string
  /** The journey it belongs to, and the stage inside it; '' where rows have none or are not in journey order. */
  band: string
  stage: string
  look: 'row' | 'column' | 'total'
  /** Bootstrap probability of being among the top three. */
  topThree: number | null
  why: Heatmap['rows'][number]['why']
}

export interface Line {
  head: Head
  slots: readonly Slot[]
}

export interface Sheet {
  heads: readonly Head[]
  lines: readonly Line[]
}

const PLAIN: Pick<Head, 'band' | 'stage' | 'topThree' | 'why'> = {
  band: '',
  stage: '',
  topThree: null,
  why: [],
}

export function sheetOf(heatmap: Heatmap, transposed: boolean): Sheet {
  const { rows, columns, settings } = heatmap
  const cells = new Map(heatmap.cells.map((cell) => [`${cell.row}\n${cell.column}`, cell]))
  const inOrder = settings.sort === 'journey'
  const total: Head = {
    ...PLAIN,
    id: 'total',
    name: totalName(settings),
    look: 'total',
    row: null,
    column: null,
  }
  const across = columns.map((column): Head => ({
    ...PLAIN,
    id: column.id,
    name: column.name,
    look: 'column',
    row: null,
    column: column.id,
  }))
  const down = rows.map((row): Head => ({
    id: row.id,
    name: row.name,
    band: inOrder && settings.rows !== 'journey' ? row.journey : '',
    stage: settings.rows === 'touchpoint' ? (row.stage ?? '') : '',
    look: 'row',
    topThree: row.topThree,
    why: row.why,
    row: row.id,
    column: null,
  }))
  const totals = new Map(rows.map((row) => [row.id, row.total]))
  const slot = (row: Head, column: Head): Slot => ({
    cell:
      column.look === 'total' ? (totals.get(row.id) ?? null) : (cells.get(`${row.id}\n${column.id}`) ?? null),
    row: row.row,
    column: column.column,
  })
  const tops = [total, ...across]
  return transposed
    ? { heads: down, lines: tops.map((head) => ({ head, slots: down.map((row) => slot(row, head)) })) }
    : { heads: tops, lines: down.map((head) => ({ head, slots: tops.map((column) => slot(head, column)) })) }
}

/** What a row's total counts: everyone of the row, with frustration as it is defined. */
const totalName = ({ columns }: Heatmap['settings']): string =>
  columns === 'emotion' ? 'Frustrated' : 'Everyone'

/** Neighbours with the same band, as one heading over all of them. */
export function bandsOf(heads: readonly Head[]): { band: string; from: number; heads: readonly Head[] }[] {
  const bands: { band: string; from: number; heads: Head[] }[] = []
  heads.forEach((head, at) => {
    const last = bands.at(-1)
    if (last?.band === head.band) last.heads.push(head)
    else bands.push({ band: head.band, from: at, heads: [head] })
  })
  return bands
}

/** Where a spot stands in the grid, whose headings are row 0 and column 0; null when it is not there, or none is open. */
export function placeOfSpot({ heads, lines }: Sheet, spot: Spot | null): Place | null {
  if (spot === null) return null
  const isSpot = (slot: Spot) => slot.row === spot.row && slot.column === spot.column
  const row = lines.findIndex(({ slots }) => slots.some(isSpot))
  if (row !== -1) return { row: row + 1, column: (lines[row]?.slots.findIndex(isSpot) ?? -1) + 1 }
  const top = heads.findIndex(isSpot)
  const side = lines.findIndex(({ head }) => isSpot(head))
  if (top !== -1) return { row: 0, column: top + 1 }
  return side === -1 ? null : { row: side + 1, column: 0 }
}

/** The figure a spot shows, for the heading of its passages. */
export function cellAt({ rows, cells }: Heatmap, { row, column }: Spot): Cell | null {
  if (row === null) return null
  if (column === null) return rows.find(({ id }) => id === row)?.total ?? null
  return cells.find((cell) => cell.row === row && cell.column === column) ?? null
}
