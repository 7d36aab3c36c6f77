/** Rows of a table with counts of people in them: figures made of a small count are left out. */
import type { TableCell } from '../../exporting/table.ts'

/** Figures that stay only while none of the counts of people they rest on is small. */
export interface Guarded {
  readonly counts: readonly number[]
  readonly figures: readonly TableCell[]
}

export const guard = (counts: readonly number[], ...figures: readonly TableCell[]): Guarded => ({
  counts,
  figures,
})

export type GuardedRow = readonly (TableCell | Guarded)[]

/** Nought stays: that nobody said something identifies nobody. `suppressed` is how many rows leave something out. */
export function openUp(
  rows: readonly GuardedRow[],
  smallN: number,
): { rows: TableCell[][]; suppressed: number } {
  const isShut = (cell: TableCell | Guarded): boolean =>
    isGuarded(cell) && cell.counts.some((count) => count > 0 && count < smallN)
  return {
    rows: rows.map((row) =>
      row.flatMap((cell): readonly TableCell[] => {
        if (!isGuarded(cell)) return [cell]
        return isShut(cell) ? cell.figures.map(() => null) : cell.figures
      }),
    ),
    suppressed: rows.filter((row) => row.some(isShut)).length,
  }
}

const isGuarded = (cell: TableCell | Guarded): cell is Guarded => typeof cell === 'object' && cell !== null
