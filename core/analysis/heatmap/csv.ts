/** The heatmap as a tidy table: a row for each cell, small counts kept out so that subtraction cannot bring them back. */
import type { Cell, Heatmap } from '../../contract/analysis.ts'
import { toCsv, type Column, type TableCell } from '../../exporting/table.ts'
import { disclosureOf, gridOf, type Shown } from './shown.ts'

const COLUMNS: readonly Column[] = [
  { key: 'row', meaning: 'Short id of the touchpoint, stage or journey', holds: 'text' },
  { key: 'row_name', meaning: 'Its name', holds: 'text' },
  { key: 'journey', meaning: 'The journey it belongs to', holds: 'text' },
  { key: 'stage', meaning: 'The stage it belongs to', holds: 'text' },
  { key: 'column', meaning: 'Short id of the column; total is everyone', holds: 'text' },
  { key: 'column_name', meaning: 'Name of the column', holds: 'text' },
  { key: 'state', meaning: 'value, zero, unmentioned, uncoded or small', holds: 'text' },
  { key: 'P', meaning: 'Participants in scope', holds: 'whole number' },
  { key: 'E', meaning: 'Participants with a passage there', holds: 'whole number' },
  {
    key: 'F',
    meaning: 'Participants with frustration, or the column’s emotion, there',
    holds: 'whole number',
  },
  { key: 'prevalence', meaning: 'F/E', holds: '0 to 1' },
  { key: 'low', meaning: 'Lower end of the 95% Wilson interval', holds: '0 to 1' },
  { key: 'high', meaning: 'Upper end of the 95% Wilson interval', holds: '0 to 1' },
  { key: 'reach', meaning: 'E/P', holds: '0 to 1' },
  { key: 'share', meaning: 'F/P', holds: '0 to 1' },
  { key: 'intensity', meaning: 'Mean over participants of each one’s mean', holds: '1 to 3' },
  { key: 'index', meaning: 'Frustration index', holds: '0 to 100' },
  { key: 'density', meaning: 'Frustrated words per 1,000 participant words', holds: 'number' },
  { key: 'sentiment', meaning: '(positive − negative participants)/E', holds: '-1 to 1' },
  { key: 'suppressed', meaning: 'Whether counts are left out to protect people', holds: 'yes or no' },
]

/** `suppressed` is how many cells leave a count out. */
export function heatmapCsv(heatmap: Heatmap): { bytes: Uint8Array<ArrayBuffer>; suppressed: number } {
  const names = new Map(heatmap.columns.map(({ id, name }) => [id, name]))
  const lines = gridOf(heatmap)
  const { of: shown, suppressed } = disclosureOf(heatmap)
  const rows = heatmap.rows.flatMap((row, r) =>
    (lines[r] ?? []).map((cell): TableCell[] => [
      row.id,
      row.name,
      row.journey,
      row.stage,
      cell.column,
      cell === row.total ? 'Everyone' : (names.get(cell.column) ?? ''),
      ...figures(cell, shown(cell)),
    ]),
  )
  return { bytes: new Uint8Array(toCsv({ columns: COLUMNS, rows })), suppressed }
}

function figures(cell: Cell, shown: Shown): TableCell[] {
  const { state, P, E, F, prevalence, low, high, reach, share, intensity, index, density, sentiment } = cell
  if (shown === 'all') {
    const rest = [prevalence, low, high, reach, share, intensity, index, density, sentiment]
    return [state, P, E, F, ...rest, 'no']
  }
  const open =
    shown === 'without F' ? [P, E, null, null, null, null, reach] : [null, null, null, null, null, null, null]
  return [shown === 'without F' ? state : 'small', ...open, null, null, null, null, null, 'yes']
}
