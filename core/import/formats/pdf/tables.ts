/** Recognises tables among the rows of a PDF: stretches that start again and again at the same places. */
import type { Paragraph, Table } from '../../model.ts'
import { joint } from './join.ts'
import type { Row } from './rows.ts'

/** Fewest rows with a second cell that make a table. */
const MIN_ROWS = 3
/** How far, in points, cells of one column may start apart. */
const ALIGNED = 4

/** A run of rows that make a table, `end` excluded. */
export interface TableRange {
  start: number
  end: number
  columns: number[]
}

/** Finds the table that starts at row `start`, if one does. Lines of a cell stand at most `pitch` points apart. */
export function findTable(rows: Row[], start: number, pitch: number): TableRange | undefined {
  const first = rows[start]
  if (!first || first.segments.length < 2 || first.rtl) return undefined
  const columns = first.segments.map(({ x0 }) => x0)
  let end = start
  let full = 0
  for (let row = rows[end]; row && fits(row, columns); row = rows[++end]) {
    const above = rows[end - 1]
    if (row.segments.length > 1) full++
    // A lone stretch far below is no line of the last cell but what comes after the table.
    else if (above && row.page === above.page && row.y - above.y > pitch) break
  }
  return full >= MIN_ROWS ? { start, end, columns } : undefined
}

/** True when every stretch of the row starts in a column and ends before the next one. */
function fits(row: Row, columns: number[]): boolean {
  if (row.rtl) return false
  return row.segments.every((segment) => {
    const column = columns.findIndex((x) => Math.abs(x - segment.x0) <= ALIGNED)
    const next = columns[column + 1]
    return column >= 0 && (next === undefined || segment.x1 <= next + 1)
  })
}

/** Builds the table of a range. A row starts where most columns have a stretch; other rows continue its cells. */
export function toTable(rows: Row[], { start, end, columns }: TableRange): Table {
  const opening = Math.max(2, Math.ceil(columns.length * 0.75))
  const cells: string[][] = []
  for (const row of rows.slice(start, end)) {
    if (row.segments.length >= opening || cells.length === 0) cells.push(columns.map(() => ''))
    const current = cells.at(-1) ?? []
    for (const segment of row.segments) {
      const column = columns.findIndex((x) => Math.abs(x - segment.x0) <= ALIGNED)
      current[column] = append(current[column] ?? '', segment.text.trim())
    }
  }
  const page = rows[start]?.page
  return { kind: 'table', rows: cells.map((row) => row.map((text) => cell(text, page))) }
}

function append(line: string, next: string): string {
  const { drop, glue } = joint(line, next)
  return (drop ? line.slice(0, -1) : line) + glue + next
}

function cell(text: string, page: number | undefined): Paragraph[] {
  return text === '' ? [] : [{ kind: 'paragraph', text, ...(page !== undefined && { at: page }) }]
}
