/** Where RTF text becomes paragraphs: the body, and each note, header and text box apart. */
import type { Block, Paragraph } from '../../model.ts'
import { Flow } from '../flow.ts'
import { RunCollector } from '../runs.ts'

/** Paragraph properties in force until `\pard`. */
interface ParagraphFormat {
  style: number | undefined
  heading: number | undefined
  rtl: boolean
  inTable: boolean
  /** Depth of the table the paragraph is in; 1 for an outermost table. */
  depth: number
}

export interface StyleNames {
  /** Name and heading level of paragraph styles by their number. */
  get(style: number): { name: string; heading?: number } | undefined
}

export class Sink {
  readonly runs = new RunCollector()
  label = ''
  format: ParagraphFormat = plainFormat()
  readonly #styles: StyleNames
  readonly #flow = new Flow()
  #cellOpen = false
  #inner: Paragraph[] = []
  #innerRow: Paragraph[][] = []
  #count = 0

  constructor(styles: StyleNames) {
    this.#styles = styles
  }

  /** Index the open paragraph's block will have. */
  get blockIndex(): number {
    return this.#flow.blocks.length
  }

  resetFormat(): void {
    this.format = plainFormat()
  }

  endParagraph(): Paragraph {
    const paragraph = this.#take()
    if (!this.format.inTable) {
      while (this.#flow.table) this.#flow.closeTable()
      this.#flow.add(paragraph)
    } else if (this.format.depth > 1) this.#inner.push(paragraph)
    else {
      this.#openCell()
      this.#flow.add(paragraph)
    }
    return paragraph
  }

  endCell(): void {
    if (!this.runs.isEmpty || !this.#cellOpen) {
      const paragraph = this.#take()
      this.#openCell()
      this.#flow.add(paragraph)
    }
    this.#cellOpen = false
  }

  endRow(): void {
    this.#flow.table?.closeRow()
    this.#cellOpen = false
  }

  endInnerCell(): void {
    this.#inner.push(this.#take())
    this.#innerRow.push(this.#inner)
    this.#inner = []
  }

  endInnerRow(): void {
    this.#openCell()
    const table = this.#flow.table
    table?.openTable()
    for (const cell of this.#innerRow) {
      table?.openCell()
      for (const paragraph of cell) table?.add(paragraph)
    }
    this.#innerRow = []
    this.#flow.closeTable()
  }

  /** Ends what the file left open. */
  finish(): Block[] {
    if (this.#innerRow.length > 0) this.endInnerRow()
    for (const paragraph of this.#inner) this.#flow.add(paragraph)
    if (!this.runs.isEmpty) this.endParagraph()
    return this.#flow.finish()
  }

  #openCell(): void {
    if (!this.#flow.table) this.#flow.openTable()
    if (!this.#cellOpen) this.#flow.table?.openCell()
    this.#cellOpen = true
  }

  #take(): Paragraph {
    const style = this.format.style === undefined ? undefined : this.#styles.get(this.format.style)
    const label = this.runs.isEmpty ? '' : this.label
    this.label = ''
    this.runs.prepend(label)
    return this.runs.take({
      style: style?.name,
      heading: this.format.heading ?? style?.heading,
      label: label.trimEnd() || undefined,
      rtl: this.format.rtl,
      at: ++this.#count,
    })
  }
}

function plainFormat(): ParagraphFormat {
  return { style: undefined, heading: undefined, rtl: false, inTable: false, depth: 1 }
}
