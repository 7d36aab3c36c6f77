/** Small counts kept out of exported tables, with enough others that subtraction cannot bring them back. */

import { cheapestWayBack, type Grid } from './suppressionGraph.ts'

/** 'primary': the count itself is small. 'secondary': hidden to protect a small one. Print both alike. */
export type Mask = 'none' | 'primary' | 'secondary'

export interface SuppressionOptions {
  /** Counts from 1 to threshold − 1 are small: 3 unless told. */
  readonly threshold?: number | undefined
  /** Whether each kind of total is printed: all of them unless told. */
  readonly totals?: { readonly rows: boolean; readonly columns: boolean; readonly grand: boolean } | undefined
}

/** A mask for each cell and each total. A total that is not printed is 'secondary'. */
export interface SuppressedTable {
  readonly cells: readonly (readonly Mask[])[]
  readonly rows: readonly Mask[]
  readonly columns: readonly Mask[]
  readonly grand: Mask
}

/**
 * Which counts and totals of a table to hide. Nought stays: that nobody said something identifies nobody.
 *
 * A reader who adds and subtracts what is left finds at least two possible values for every hidden cell: each
 * one lies on a closed path of hidden counts along which one person could be moved without changing anything
 * printed. (Two hidden counts in each line are not enough for that.) Paths take the fewest and smallest extra
 * counts they can, and a total only when they must. Not guarded: a reader who knows some of the counts already.
 *
 * Sources: protection by cycles, Gusfield, D. (1988), SIAM Journal on Computing 17, 552–571; shortest paths,
 * Castro, J. (2007), INFORMS Journal on Computing 19, 520–533.
 * Throws RangeError unless the table is rectangular and its counts are whole numbers from 0.
 */
export function suppress(
  counts: readonly (readonly number[])[],
  options: SuppressionOptions = {},
): SuppressedTable {
  const { threshold = 3, totals = { rows: true, columns: true, grand: true } } = options
  requireTable(counts)
  const grid = withTotals(counts)
  const lastRow = grid.length - 1
  const lastColumn = (grid[0]?.length ?? 1) - 1
  const printed = (row: number, column: number): boolean =>
    row < lastRow ? column < lastColumn || totals.rows : column < lastColumn ? totals.columns : totals.grand

  const masks = grid.map((line, row) =>
    line.map((count, column) => firstMask(count, threshold, printed(row, column))),
  )
  masks.forEach((line, row) => {
    line.forEach((mask, column) => {
      if (mask === 'primary') protect(grid, masks, row, column)
    })
  })
  return {
    cells: masks.slice(0, lastRow).map((line) => line.slice(0, lastColumn)),
    rows: masks.slice(0, lastRow).map((line) => line[lastColumn] ?? 'none'),
    columns: (masks[lastRow] ?? []).slice(0, lastColumn),
    grand: masks[lastRow]?.[lastColumn] ?? 'none',
  }
}

/**
 * Which counts to leave out of a table whose lines end with their total. Where the counts of a line add up to it, others
 * go with a small one; where they overlap (a person may be in several), only the small ones do.
 */
export function hiddenInLines(
  lines: readonly (readonly number[])[],
  { threshold, addUp }: { threshold: number; addUp: boolean },
): boolean[][] {
  const totals = { rows: addUp, columns: false, grand: false }
  const { cells, rows } = suppress(
    lines.map((line) => line.slice(0, -1)),
    { threshold, totals },
  )
  return lines.map((line, r) => {
    const total = line.at(-1) ?? 0
    const isSmall = total > 0 && total < threshold
    return [...(cells[r] ?? []).map((mask) => mask !== 'none'), isSmall || (addUp && rows[r] !== 'none')]
  })
}

function firstMask(count: number, threshold: number, printed: boolean): Mask {
  if (!printed) return 'secondary'
  return count > 0 && count < threshold ? 'primary' : 'none'
}

function protect(grid: Grid, masks: Mask[][], row: number, column: number): void {
  const hidden = (r: number, c: number): boolean => masks[r]?.[c] !== 'none'
  for (const [r, c] of cheapestWayBack(grid, hidden, row, column)) {
    const line = masks[r]
    if (line && line[c] === 'none') line[c] = 'secondary'
  }
}

/** The counts with a last column of row totals and a last row of column totals. */
function withTotals(counts: readonly (readonly number[])[]): number[][] {
  const sum = (list: readonly number[]): number => list.reduce((total, count) => total + count, 0)
  const rows = counts.map((line) => [...line, sum(line)])
  const columns = (rows[0] ?? [0]).map((_, column) => sum(rows.map((line) => line[column] ?? 0)))
  return [...rows, columns]
}

function requireTable(counts: readonly (readonly number[])[]): void {
  const width = counts[0]?.length ?? 0
  if (counts.some((line) => line.length !== width))
    throw new RangeError('Every row of the table needs as many cells.')
  if (counts.flat().some((count) => !Number.isInteger(count) || count < 0)) {
    throw new RangeError('A table to suppress holds whole numbers from 0.')
  }
}
