/** What of a heatmap may leave the project: small counts stay behind, with others that would give them away. */
import type { Cell, Heatmap } from '../../contract/analysis.ts'
import { isSmall } from '../small.ts'
import { hiddenInLines } from '../stats/suppression.ts'

/** What one cell may show outside. */
export type Shown = 'all' | 'without F' | 'nothing'

export interface Disclosure {
  readonly of: (cell: Cell) => Shown
  /** How many cells leave a count out. */
  readonly suppressed: number
  /** Whether each is left out because it is small itself: then it may be said to be, otherwise that would tell which are. */
  readonly exact: boolean
}

/** Cells of each row in the order of the columns, the total last. */
export function gridOf({ rows, columns, cells }: Heatmap): Cell[][] {
  const byPlace = new Map(cells.map((cell) => [`${cell.row}\n${cell.column}`, cell]))
  return rows.map((row) => [...columns.flatMap(({ id }) => byPlace.get(`${row.id}\n${id}`) ?? []), row.total])
}

/**
 * Segments of people add up to everyone, so a small one needs others hidden with it. Emotions, reasons and channels
 * overlap and do not add up: there only the small counts themselves are hidden.
 */
export function disclosureOf(heatmap: Heatmap): Disclosure {
  const { columns, smallN: threshold } = heatmap.settings
  const lines = gridOf(heatmap)
  const addUp = /^(attribute:|participant|document|wave|role)/.test(columns)
  const hidden = (of: (cell: Cell) => number): boolean[][] =>
    hiddenInLines(
      lines.map((line) => line.map(of)),
      { threshold, addUp },
    )
  const [inScope, spoke, felt] = [hidden(({ P }) => P), hidden(({ E }) => E), hidden(({ F }) => F)]
  const shown = new Map<Cell, Shown>()
  lines.forEach((line, r) =>
    line.forEach((cell, c) => {
      if (inScope[r]?.[c] || spoke[r]?.[c]) shown.set(cell, 'nothing')
      else if (felt[r]?.[c]) shown.set(cell, 'without F')
    }),
  )
  return {
    of: (cell) => shown.get(cell) ?? 'all',
    suppressed: shown.size,
    exact: [...shown].every(([{ P, E, F }, what]) =>
      what === 'nothing' ? isSmall(P, threshold) || isSmall(E, threshold) : isSmall(F, threshold),
    ),
  }
}
