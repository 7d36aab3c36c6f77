/** Rows of a table with counts of people in them: figures made of a small count are left out. */
import type { TableCell } from '../../exporting/table.ts'
import { isSmall } from '../small.ts'

/** Figures that stay only while none of the counts of people they rest on is small, and nothing else speaks against it. */
export interface Guarded {
  readonly isShut: (smallN: number) => boolean
  readonly figures: readonly TableCell[]
}

export const guard = (counts: readonly number[], ...figures: readonly TableCell[]): Guarded => ({
  isShut: (smallN) => counts.some((count) => isSmall(count, smallN)),
  figures,
})

/** Figures that are open or shut whatever they are: a table as a whole decided it. */
export const decided = (isShut: boolean, ...figures: readonly TableCell[]): Guarded => ({
  isShut: () => isShut,
  figures,
})

export type GuardedRow = readonly (TableCell | Guarded)[]

interface Open {
  rows: TableCell[][]
  /** How many rows leave something out. */
  suppressed: number
}

/** `blank` stands where a figure is left out. A row that would say nothing at all goes altogether. */
export function openUp(rows: readonly GuardedRow[], smallN: number, blank: TableCell = null): Open {
  const isShut = (cell: TableCell | Guarded): boolean => isGuarded(cell) && cell.isShut(smallN)
  return {
    rows: rows
      .filter((row) => !row.every(isShut))
      .map((row) =>
        row.flatMap((cell): readonly TableCell[] => {
          if (!isGuarded(cell)) return [cell]
          return isShut(cell) ? cell.figures.map(() => blank) : cell.figures
        }),
      ),
    suppressed: rows.filter((row) => row.some(isShut)).length,
  }
}

const isGuarded = (cell: TableCell | Guarded): cell is Guarded => typeof cell === 'object' && cell !== null
