/** Moving through a grid by keyboard, as the ARIA grid pattern says. */

export interface Place {
  row: number
  column: number
}

/** Rows that Page Up and Page Down pass over. */
const PAGE = 10

type Move = (from: Place, size: Place) => Place

const MOVES: Record<string, Move> = {
  ArrowUp: ({ row, column }) => ({ row: row - 1, column }),
  ArrowDown: ({ row, column }) => ({ row: row + 1, column }),
  ArrowLeft: ({ row, column }) => ({ row, column: column - 1 }),
  ArrowRight: ({ row, column }) => ({ row, column: column + 1 }),
  PageUp: ({ row, column }) => ({ row: row - PAGE, column }),
  PageDown: ({ row, column }) => ({ row: row + PAGE, column }),
  Home: ({ row }) => ({ row, column: 0 }),
  End: ({ row }, size) => ({ row, column: size.column - 1 }),
  'Ctrl+Home': () => ({ row: 0, column: 0 }),
  'Ctrl+End': (_, size) => ({ row: size.row - 1, column: size.column - 1 }),
}

/** Where a key leads in a grid of `size` rows and columns; null when it is not a key of the grid. */
export function nextPlace(key: string, from: Place, size: Place): Place | null {
  const to = Object.hasOwn(MOVES, key) ? MOVES[key]?.(from, size) : undefined
  return to === undefined ? null : within(to, size)
}

/** The nearest place that exists: a grid can shrink under the one that had the focus. */
export const within = ({ row, column }: Place, size: Place): Place => ({
  row: Math.max(0, Math.min(row, size.row - 1)),
  column: Math.max(0, Math.min(column, size.column - 1)),
})
