/** How much one file may ask of the machine; checked before anything is inflated. */
import { ImportError } from '../errors.ts'

const MB = 1024 * 1024

/** Largest file read, in bytes. */
const MAX_INPUT = 256 * MB
/** Largest file of plain text or captions read, in bytes: some thousand hours of talk. */
const MAX_TEXT = 64 * MB
/** Most that all compressed parts of one file may inflate to, in bytes. */
export const MAX_INFLATED = 200 * MB
/** Compressed parts may always inflate to this size, in bytes; beyond it the ratio below counts. */
const FREE_INFLATION = 64 * MB
/** Beyond that size, the most an inflated byte count may exceed the compressed one. */
const MAX_RATIO = 250

/** Refuses sizes that only a decompression bomb has. `inflated` counts everything inflated so far, in bytes. */
export function checkInflation(fileName: string, compressed: number, inflated: number): void {
  if (inflated <= FREE_INFLATION) return
  if (inflated <= MAX_INFLATED && inflated <= compressed * MAX_RATIO) return
  throw new ImportError(
    'too-large',
    `${fileName} would unpack to ${Math.round(inflated / MB)} MB, more than a transcript needs. ` +
      'Copy the text into a new document and import that.',
  )
}

/** Refuses files too large to read at once. */
export function checkSize(fileName: string, bytes: number): void {
  if (bytes > MAX_INPUT) throw tooLarge(fileName, bytes, MAX_INPUT)
}

/** The same for text, of which every line is kept in memory. */
export function checkTextSize(fileName: string, bytes: number): void {
  if (bytes > MAX_TEXT) throw tooLarge(fileName, bytes, MAX_TEXT)
}

function tooLarge(fileName: string, bytes: number, most: number): ImportError {
  return new ImportError(
    'too-large',
    `${fileName} is ${Math.ceil(bytes / MB)} MB; at most ${most / MB} MB can be read. Split it and import the parts.`,
  )
}
