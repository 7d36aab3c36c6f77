/** Tables for people with spreadsheets: CSV that Excel and LibreOffice read as it was meant. */
import { stringify } from 'csv-stringify/sync'
import { utf8 } from './utf8.ts'

export type TableCell = string | number | null

export interface Column {
  /** Heading, and the name in the data dictionary. */
  key: string
  meaning: string
  /** What a cell holds: "text", "1 to 3", "YYYY-MM-DD". */
  holds: string
}

export interface Table {
  columns: readonly Column[]
  rows: readonly (readonly TableCell[])[]
}

/** Beginnings that make a spreadsheet take text for a formula, in half and full width. */
const formula = /^'*[=+\-@＝＋－＠\t\r\n]/u

/** Text no spreadsheet will run (OWASP, CSV injection): an apostrophe goes before what would start a formula. */
export const neutralise = (text: string): string => (formula.test(text) ? `'${text}` : text)

/** Takes back {@link neutralise}, so that a table comes home as it left. */
export const restore = (text: string): string =>
  text.startsWith("'") && formula.test(text.slice(1)) ? text.slice(1) : text

/** RFC 4180 in UTF-8 with a byte order mark, which is how Excel knows the encoding. */
export function toCsv({ columns, rows }: Table): Uint8Array<ArrayBuffer> {
  const safe = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? neutralise(cell) : cell)))
  const text = stringify([columns.map(({ key }) => neutralise(key)), ...safe], {
    bom: true,
    record_delimiter: 'windows',
    quoted_string: true,
    quoted_match: /[\r\n]/,
  })
  return utf8(text)
}

/** The data dictionary of a table: a row for each of its columns. */
export function dictionaryOf({ columns }: Table): Table {
  return {
    columns: [
      { key: 'column', meaning: 'Heading of the column', holds: 'text' },
      { key: 'meaning', meaning: 'What the column says', holds: 'text' },
      { key: 'holds', meaning: 'What its cells hold', holds: 'text' },
    ],
    rows: columns.map(({ key, meaning, holds }) => [key, meaning, holds]),
  }
}
