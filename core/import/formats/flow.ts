/** Blocks in the order they finish; paragraphs inside a table go into its cells. */
import type { Block, Paragraph } from '../model.ts'
import { TableBuilder } from './table.ts'

export class Flow {
  readonly blocks: Block[] = []
  #table: TableBuilder | undefined

  /** The open table, innermost rows included. */
  get table(): TableBuilder | undefined {
    return this.#table
  }

  add(paragraph: Paragraph): void {
    if (this.#table) this.#table.add(paragraph)
    else this.blocks.push(paragraph)
  }

  openTable(): void {
    this.#table ??= new TableBuilder()
    this.#table.openTable()
  }

  closeTable(): void {
    if (!this.#table?.closeTable()) return
    const table = this.#table.finish()
    this.#table = undefined
    if (table.rows.length > 0) this.blocks.push(table)
  }

  /** Closes what the file left open. */
  finish(): Block[] {
    while (this.#table) this.closeTable()
    return this.blocks
  }
}

/** The words of blocks as lines, tables cell by cell. */
export function linesOf(blocks: Block[]): string {
  return blocks
    .flatMap((block) => (block.kind === 'table' ? block.rows.flat(2) : [block]))
    .map(({ text }) => text.trim())
    .filter((text) => text !== '')
    .join('\n')
}
