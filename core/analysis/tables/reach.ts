/** Who has been heard on what: a row for each touchpoint and group of people. */
import { HeatmapSettings, type Cell, type Heatmap } from '../../contract/analysis.ts'
import type { TableView } from '../../contract/tables.ts'
import type { ReadableDb } from '../../db/database.ts'
import { buildHeatmap } from '../heatmap/heatmap.ts'
import { layOut } from '../heatmap/layout.ts'
import { hiddenInLines } from '../stats/suppression.ts'
import { decided, type GuardedRow } from './guard.ts'
import { COUNT, SHARE, TOUCHPOINT, type ViewTable } from './table.ts'

type Asked = Extract<TableView, { view: 'reach' }>['settings']
type Row = Heatmap['rows'][number]

/** Touchpoints nobody spoke of are in it: what is missing is what such a table is for. */
export function reachTable(db: ReadableDb, asked: Asked): ViewTable {
  const { heatmap } = buildHeatmap(layOut(db, HeatmapSettings.parse({ ...asked, all: true })))
  const names = new Map(heatmap.columns.map(({ id, name }) => [id, name]))
  const lines = linesOf(heatmap)
  const isHidden = hiddenPlaces(lines, heatmap.settings.smallN)
  return {
    title: 'Who has been heard on what',
    columns: [
      ...TOUCHPOINT,
      { key: 'journey', meaning: 'The journey it belongs to', holds: 'text' },
      { key: 'stage', meaning: 'The stage it belongs to', holds: 'text' },
      { key: 'group', meaning: 'Short id of the group; total is everyone', holds: 'text' },
      { key: 'group_name', meaning: 'Name of the group', holds: 'text' },
      { key: 'P', meaning: 'Participants in scope', holds: COUNT },
      { key: 'E', meaning: 'Participants who spoke of it', holds: COUNT },
      { key: 'reach', meaning: 'E/P', holds: SHARE },
      { key: 'passages', meaning: 'Passages there', holds: COUNT },
    ],
    rows: heatmap.rows.flatMap((row, r) =>
      (lines[r] ?? []).map((cell, c) => rowOf(row, cell, names.get(cell.column), isHidden(r, c))),
    ),
  }
}

/** Cells of each row in the order of the columns, the total last. */
function linesOf({ rows, columns, cells }: Heatmap): Cell[][] {
  const byPlace = new Map(cells.map((cell) => [`${cell.row}\n${cell.column}`, cell]))
  return rows.map((row) => [...columns.flatMap(({ id }) => byPlace.get(`${row.id}\n${id}`) ?? []), row.total])
}

function hiddenPlaces(lines: readonly Cell[][], threshold: number): (row: number, column: number) => boolean {
  const [inScope, spoke] = [({ P }: Cell) => P, ({ E }: Cell) => E].map((of) =>
    hiddenInLines(
      lines.map((line) => line.map(of)),
      { threshold, addUp: true },
    ),
  )
  return (row, column) => (inScope?.[row]?.[column] ?? true) || (spoke?.[row]?.[column] ?? true)
}

const rowOf = (row: Row, cell: Cell, name: string | undefined, isHidden: boolean): GuardedRow => [
  row.id,
  row.name,
  row.journey,
  row.stage,
  cell.column,
  name ?? 'Everyone',
  decided(isHidden, cell.P, cell.E, cell.reach, cell.passages),
]
