/** Builds a table block, with tables inside its cells laid out as further rows. */
import type { Paragraph, Table } from '../model.ts'

const MAX_SPAN = 64

/**
 * Rows and cells as they open and close. A table inside a cell becomes rows of its own below the words
 * before it; what follows it in the cell continues in a new row, in the same column, so order holds.
 */
export class TableBuilder {
  readonly #rows: Paragraph[][][] = []
  readonly #columns: number[] = []
  #row: Paragraph[][] = []
  #depth = 0

  openTable(): void {
    if (this.#depth++ === 0) return
    this.#columns.push(this.#row.length)
    this.#endRow()
  }

  /** True when the outermost table closed. */
  closeTable(): boolean {
    if (--this.#depth === 0) return true
    this.#endRow()
    const column = this.#columns.pop() ?? 1
    this.#row = Array.from({ length: column }, () => [])
    return false
  }

  openCell(): void {
    this.#row.push([])
  }

  /** Pads the cells a merged cell covers, so that columns stay in line. */
  closeCell(span: number): void {
    for (let covered = 1; covered < Math.min(span, MAX_SPAN); covered++) this.#row.push([])
  }

  /** Ends a row; a row a tracked change deleted leaves nothing. */
  closeRow(deleted = false): void {
    if (deleted) this.#row = []
    this.#endRow()
  }

  add(paragraph: Paragraph): void {
    if (this.#row.length === 0) this.#row.push([])
    this.#row.at(-1)?.push(paragraph)
  }

  finish(): Table {
    this.#endRow()
    return { kind: 'table', rows: this.#rows }
  }

  /** Rows without a word in them are left out: they come of cells split around an inner table. */
  #endRow(): void {
    if (this.#row.some((cell) => cell.some(({ text }) => text !== ''))) this.#rows.push(this.#row)
    this.#row = []
  }
}
