/** The font table and style sheet at the head of an RTF file. */
import iconv from 'iconv-lite'
import { codePageOfCharset, codePageOfNumber } from './code-pages.ts'

/** Code pages of fonts by their number. */
export class FontTable {
  readonly #pages = new Map<number, string>()
  #font = 0

  control(word: string, value: number): void {
    if (word === 'f') this.#font = value
    else if (word === 'fcharset') this.#set(codePageOfCharset(value))
    else if (word === 'cpg') this.#set(codePageOfNumber(value))
  }

  codePage(font: number): string | undefined {
    return this.#pages.get(font)
  }

  #set(page: string | undefined): void {
    if (page !== undefined && iconv.encodingExists(page)) this.#pages.set(this.#font, page)
  }
}

interface StyleEntry {
  number: number | undefined
  name: string
  heading?: number
}

/** Paragraph styles by their number. */
export class StyleSheet {
  readonly #styles = new Map<number, { name: string; heading?: number }>()
  #open: StyleEntry = { number: 0, name: '' }

  openGroup(): void {
    this.#open = { number: 0, name: '' }
  }

  control(word: string, value: number): void {
    if (word === 's') this.#open.number = value
    else if (word === 'cs' || word === 'ds' || word === 'ts') this.#open.number = undefined
    else if (word === 'outlinelevel' && value < 6) this.#open.heading = value + 1
  }

  text(text: string): void {
    const end = text.indexOf(';')
    this.#open.name += end < 0 ? text : text.slice(0, end)
    if (end >= 0) this.#close()
  }

  get(style: number): { name: string; heading?: number } | undefined {
    return this.#styles.get(style)
  }

  #close(): void {
    const { number, heading } = this.#open
    const name = this.#open.name.trim().replace(/^heading (?=\d$)/, 'Heading ')
    const level = heading ?? (Number(/^Heading ([1-6])$/.exec(name)?.[1] ?? 0) || undefined)
    // "Normal" is what every paragraph is unless it says otherwise.
    if (number !== undefined && name !== '' && name !== 'Normal') {
      this.#styles.set(number, level === undefined ? { name } : { name, heading: level })
    }
    this.openGroup()
  }
}
