/** Reads a codebook from whatever file it comes in. */
import { CoreError } from '../../contract/errors.ts'
import { ImportError } from '../../import/errors.ts'
import { decodeText } from '../../import/formats/decode.ts'
import { decodeXml } from '../../import/formats/xml.ts'
import { readSource, type SourceFile } from '../../import/read.ts'
import { rowsOf } from '../../import/rows.ts'
import type { IncomingCodebook } from './incoming.ts'
import { readRefiCodebook } from './refi-read.ts'
import { readTable } from './table-read.ts'

/** The first sheet that holds anything. */
async function sheetOf(file: SourceFile): Promise<string[][]> {
  const { blocks } = await readSource(file)
  const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block.rows] : []))
  const sheet = tables.find((rows) => rows.length > 0) ?? []
  return sheet.map((row) => row.map((cell) => cell.map(({ text }) => text).join('\n')))
}

async function readAny(file: SourceFile): Promise<IncomingCodebook> {
  const { name, bytes } = file
  const start = Buffer.from(bytes.subarray(0, 4)).toString('latin1')
  if (start.startsWith('PK')) return readTable(await sheetOf(file))
  const xml = /^\s*</u.test(decodeXml(bytes.subarray(0, 400)).replace(/^\ufeff/u, ''))
  if (xml) return readRefiCodebook(decodeXml(bytes), name)
  const { text } = decodeText(bytes, name)
  return readTable(rowsOf(text, name))
}

/** The most a codebook may weigh: hundreds of times any real one. */
const LIMIT = 50 * 1024 * 1024

/** Reads .csv, .xlsx or .qdc by its content. Throws with what is wrong with the file as a whole. */
export async function readCodebookFile(file: SourceFile): Promise<IncomingCodebook> {
  if (file.bytes.length > LIMIT) {
    throw new CoreError(
      'too-large',
      `${file.name} is larger than 50 MB, too large to be a codebook. Check that it is the right file.`,
    )
  }
  const nothing = new CoreError('empty', `${file.name} holds no codes. Check that it is the right file.`)
  if (file.bytes.length === 0) throw nothing
  try {
    const read = await readAny(file)
    if (read.codes.length === 0 && read.problems.length === 0) throw nothing
    return read
  } catch (error) {
    if (error instanceof ImportError) throw new CoreError(error.code, error.message)
    throw error
  }
}
