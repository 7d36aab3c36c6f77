/** Reads one worksheet into rows of cell texts. */
import { damaged } from '../../errors.ts'
import { walkXml, type Attributes, type XmlHandler } from '../xml.ts'
import { showNumber, type CellStyles } from './cell-styles.ts'
import { decodeEscapes } from './escapes.ts'

interface SheetContext {
  strings: string[]
  styles: CellStyles
  fileName: string
}

/** Columns beyond this hold no transcript; Excel itself stops at 16,384. */
const MAX_COLUMNS = 1024
const MAX_CELLS = 5_000_000

/** Rows of cell texts; rows without a value are left out. */
export function readSheet(xml: string, context: SheetContext): string[][] {
  const walker = new SheetWalker(context)
  walkXml(xml, {}, walker, context.fileName)
  return walker.rows
}

class SheetWalker implements XmlHandler {
  readonly rows: string[][] = []
  readonly #context: SheetContext
  #row: string[] = []
  #cells = 0
  #column = -1
  #type = 'n'
  #style = 0
  #value = ''
  #collecting = false
  /** Inside a reading aid for Japanese, which repeats the text. */
  #aid = false

  constructor(context: SheetContext) {
    this.#context = context
  }

  open(name: string, attributes: Attributes): void {
    switch (name.slice(name.indexOf(':') + 1)) {
      case 'row':
        this.#row = []
        this.#column = -1
        break
      case 'c':
        this.#column = columnOf(attributes['r']) ?? this.#column + 1
        this.#type = attributes['t'] ?? 'n'
        this.#style = Number(attributes['s'] ?? 0)
        this.#value = ''
        break
      case 'v':
      case 't':
        this.#collecting = !this.#aid
        break
      case 'rPh':
        this.#aid = true
    }
  }

  close(name: string): void {
    switch (name.slice(name.indexOf(':') + 1)) {
      case 'v':
      case 't':
        this.#collecting = false
        break
      case 'rPh':
        this.#aid = false
        break
      case 'c':
        this.#endCell()
        break
      case 'row':
        if (this.#row.some((text) => text !== '')) this.rows.push(this.#row)
    }
  }

  text(text: string): void {
    if (this.#collecting) this.#value += text
  }

  #endCell(): void {
    const text = this.#show()
    if (text === '' || this.#column >= MAX_COLUMNS) return
    this.#cells += this.#column + 1 - this.#row.length
    if (this.#cells > MAX_CELLS) throw damaged(this.#context.fileName, 'a sheet has too many cells')
    while (this.#row.length < this.#column) this.#row.push('')
    this.#row[this.#column] = text
  }

  #show(): string {
    const value = this.#value
    if (this.#type === 's') return this.#context.strings[Number(value)] ?? ''
    if (this.#type === 'b') return value === '1' ? 'TRUE' : 'FALSE'
    if (this.#type === 'd') return value.replace('T', ' ')
    if (this.#type !== 'n' || value === '') return decodeEscapes(value)
    return showNumber(value, this.#context.styles.kinds[this.#style] ?? 'number')
  }
}

/** Column number, from 0, of a reference such as "AB12". */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0]
  if (letters === undefined) return undefined
  let column = 0
  for (const letter of letters) column = column * 26 + (letter.charCodeAt(0) - 64)
  return column - 1
}
