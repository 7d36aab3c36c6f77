/** Excel workbooks whose bytes depend on nothing but their content. */
import writeExcelFile from 'write-excel-file/node'
import { repack } from './repack.ts'
import type { Table, TableCell } from './table.ts'
import { speakable } from './xml-text.ts'

export interface Sheet {
  name: string
  table: Table
}

/** The most characters Excel keeps in one cell; with more it calls the file damaged. */
export const CELL_LIMIT = 32_767

function cellOf(cell: TableCell) {
  if (typeof cell === 'number') return { type: Number, value: cell }
  // Typed as text, so that nothing in it is ever a formula.
  return cell === null || cell === '' ? null : { type: String, value: speakable(cell.slice(0, CELL_LIMIT)) }
}

function widthOf(table: Table, column: number): number {
  const longest = Math.max(...table.rows.slice(0, 200).map((row) => String(row[column] ?? '').length), 8)
  return Math.min(60, longest + 2)
}

/** One sheet for each table, headings bold and kept in view. */
export async function toWorkbook(sheets: readonly Sheet[]): Promise<Uint8Array<ArrayBuffer>> {
  const written = await writeExcelFile(
    sheets.map(({ name, table }) => ({
      sheet: name,
      data: [
        table.columns.map(({ key }) => ({ type: String, value: key, fontWeight: 'bold' as const })),
        ...table.rows.map((row) => row.map(cellOf)),
      ],
      columns: table.columns.map((_, index) => ({ width: widthOf(table, index) })),
      stickyRowsCount: 1,
    })),
  ).toBuffer()
  return repack(new Uint8Array(written))
}

/** How many texts of a table are longer than a cell holds. */
export const tooLong = ({ rows }: Table): number =>
  rows.flat().filter((cell) => typeof cell === 'string' && cell.length > CELL_LIMIT).length
