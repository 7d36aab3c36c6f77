/** Builds a table block, with tables inside its cells laid out as further rows. */
import type { Paragraph, Table } from '../model.ts'

const MAX_SPAN = 64

/**
 * Rows and cells as they open and close. A table inside a cell becomes rows of its own below the words
 * before it; what follows it in the cell continues in a new row, in the same column, so order holds.
 */
export class TableBuilder {
  readonly #rows: Paragraph[][][] = []
  /** For each open inner table, how many cells the row around it had. */
  readonly #columns: number[] = []
  #row: Paragraph[][] = []
  #depth = 0
  #covered = 0
  #deleted = false

  openTable(): void {
    if (this.#depth++ === 0) return
    this.#columns.push(this.#row.length)
    this.closeRow()
  }

  /** True when the outermost table closed. */
  closeTable(): boolean {
    this.closeRow()
    if (--this.#depth <= 0) return true
    this.#row = Array.from({ length: this.#columns.pop() ?? 1 }, () => [])
    return false
  }

  openCell(): void {
    for (; this.#covered > 0; this.#covered--) this.#row.push([])
    this.#row.push([])
  }

  /** Says that the open cell covers `span` columns: the next cell stands after them. */
  spanColumns(span: number): void {
    this.#covered = Math.min(Math.max(span, 1), MAX_SPAN) - 1
  }

  /** Says that a tracked change removed the open row. */
  deleteRow(): void {
    this.#deleted = true
  }

  /** Rows without a word in them are left out: they come of cells split around an inner table. */
  closeRow(): void {
    const said = this.#row.some((cell) => cell.some(({ text }) => text !== ''))
    if (said && !this.#deleted) this.#rows.push(this.#row)
    this.#row = []
    this.#covered = 0
    this.#deleted = false
  }

  add(paragraph: Paragraph): void {
    if (this.#row.length === 0) this.openCell()
    this.#row.at(-1)?.push(paragraph)
  }

  finish(): Table {
    this.closeRow()
    return { kind: 'table', rows: this.#rows }
  }
}
