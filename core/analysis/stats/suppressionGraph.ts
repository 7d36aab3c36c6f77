/** The table of counts as a network: lines are nodes, counts are links, and moving one person is a closed path. */

/** Counts with their totals in the last column and the last row. */
export type Grid = readonly (readonly number[])[]

export type Place = readonly [row: number, column: number]

const COST_OF_NOUGHT = 3
const COST_OF_TOTAL = 10
const COST_OF_GRAND_TOTAL = 100

/**
 * The cheapest closed path, but for its first link, that lets the count at this place rise by one while every
 * line still adds up. Hidden counts cost nothing; a printed one costs about 1, a little more when it is larger.
 *
 * Rows are nodes 0 … rows − 1 and columns follow. A link is used from its row to its column when its count rises
 * and back when it falls; totals stand on the other side of the sum, so for them the two directions swap. No
 * count falls below nought. There always is a path: the row total, the column total and the grand total can rise.
 * Dijkstra's algorithm over a dense network, so quadratic in rows + columns.
 */
export function cheapestWayBack(
  grid: Grid,
  hidden: (row: number, column: number) => boolean,
  row: number,
  column: number,
): Place[] {
  const network = { grid, hidden, rows: grid.length, columns: grid[0]?.length ?? 0 }
  const rises = isTotal(network, row, column)
  const start = rises ? row : network.rows + column
  const goal = rises ? network.rows + column : row
  const reach = search(network, start, goal, [row, column])

  const path: Place[] = []
  for (let node = goal; node !== start;) {
    const from = reach[node]?.from
    if (from === undefined)
      throw new Error('No closed path in a table with totals: its sums cannot be right.')
    path.push(placeOf(network, from, node))
    node = from
  }
  return path
}

interface Network {
  readonly grid: Grid
  readonly hidden: (row: number, column: number) => boolean
  readonly rows: number
  readonly columns: number
}

interface Reach {
  cost: number
  done: boolean
  from?: number
}

function search(network: Network, start: number, goal: number, without: Place): Reach[] {
  const { rows, columns } = network
  const reach: Reach[] = Array.from({ length: rows + columns }, (_, node) => ({
    cost: node === start ? 0 : Number.POSITIVE_INFINITY,
    done: false,
  }))
  for (let node = nearest(reach); node !== null && node !== goal; node = nearest(reach)) {
    const here = reach[node]
    if (!here) break
    here.done = true
    const [first, end] = node < rows ? [rows, rows + columns] : [0, rows]
    for (let next = first; next < end; next += 1) {
      const there = reach[next]
      const cost = here.cost + linkCost(network, node, next, without)
      if (there && !there.done && cost < there.cost) {
        there.cost = cost
        there.from = node
      }
    }
  }
  return reach
}

function nearest(reach: readonly Reach[]): number | null {
  let best: number | null = null
  let cost = Number.POSITIVE_INFINITY
  reach.forEach((node, i) => {
    if (!node.done && node.cost < cost) {
      best = i
      cost = node.cost
    }
  })
  return best
}

function linkCost(network: Network, from: number, to: number, without: Place): number {
  const [row, column] = placeOf(network, from, to)
  if (row === without[0] && column === without[1]) return Number.POSITIVE_INFINITY
  const count = network.grid[row]?.[column] ?? 0
  const rises = from < network.rows !== isTotal(network, row, column)
  if (!rises && count === 0) return Number.POSITIVE_INFINITY
  if (network.hidden(row, column)) return 0
  return baseCost(network, row, column, count) + count / (count + 1000)
}

function baseCost({ rows, columns }: Network, row: number, column: number, count: number): number {
  const inTotals = Number(row === rows - 1) + Number(column === columns - 1)
  if (inTotals === 2) return COST_OF_GRAND_TOTAL
  if (inTotals === 1) return COST_OF_TOTAL
  return count === 0 ? COST_OF_NOUGHT : 1
}

/** A row total or a column total, not the grand total: that one is on the cells' side again. */
function isTotal({ rows, columns }: Network, row: number, column: number): boolean {
  return (row === rows - 1) !== (column === columns - 1)
}

function placeOf({ rows }: Network, a: number, b: number): Place {
  return a < rows ? [a, b - rows] : [b, a - rows]
}
