/** A table of codings, `document,start,end,codes[,coder]`: every line stands or falls by itself. */
import { parse } from 'csv-parse/sync'
import { parseCodes, type CodeUse } from '../core/codebook/code-string.ts'
import { CoreError } from '../core/contract/errors.ts'
import { pickCode, pickDocument, type Code, type Document } from './find.ts'

export interface Place {
  document: number
  start: number
  end: number
  codes: CodeUse[]
  coder?: string
}
export interface FailedLine {
  line: number
  message: string
}
/** What the lines are checked against. `length` is of a transcript's text. */
export interface Known {
  documents: readonly Document[]
  codes: readonly Code[]
  lengthOf: (document: Document) => Promise<number>
}

interface Line {
  info: { lines: number }
  record: Record<string, string>
}
const COLUMNS = ['document', 'start', 'end', 'codes'] as const

/** Lines with what the columns hold. Throws when the file is not a table or lacks a column. */
function readLines(csv: string): Line[] {
  let columns: string[] = []
  const named = (names: string[]) => (columns = names.map((name) => name.trim().toLowerCase()))
  let lines: Line[]
  try {
    lines = parse(csv, {
      columns: named,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    })
  } catch {
    throw new CoreError('invalid', 'The file is not a table with commas between columns and matching quotes.')
  }
  const missing = COLUMNS.filter((name) => !columns.includes(name))
  if (missing.length === 0) return lines
  throw new CoreError(
    'invalid',
    `The table has no column ${missing.join(', ')}. Its first line must be document,start,end,codes and may end in coder.`,
  )
}

function offset(name: string, words: string | undefined): number {
  if (words === undefined || !/^\d+$/.test(words))
    throw new CoreError('invalid', `${name} is not a whole number.`)
  return Number(words)
}

async function parseLine({ record }: Line, known: Known): Promise<Place> {
  const document = pickDocument(known.documents, record['document'] ?? '')
  const start = offset('start', record['start'])
  const end = offset('end', record['end'])
  const length = await known.lengthOf(document)
  if (start >= end || end > length)
    throw new CoreError(
      'invalid',
      `${start}–${end} is not inside ${document.name}, which has ${length} characters.`,
    )
  const codes = parseCodes(record['codes'] ?? '', (code) => usable(pickCode(known.codes, code)).id)
  const coder = record['coder']
  return { document: document.document, start, end, codes, ...(coder ? { coder } : {}) }
}

function usable(code: Code): Code {
  if (code.archived)
    throw new CoreError('conflict', `“${code.name}” is archived. Bring it back before coding with it.`)
  return code
}

/** The lines that can be coded, and those that cannot with the reason. Lines are counted as in a text editor. */
export async function readCodings(
  csv: string,
  known: Known,
): Promise<{ places: Place[]; failed: FailedLine[] }> {
  const places: Place[] = []
  const failed: FailedLine[] = []
  for (const line of readLines(csv)) {
    try {
      places.push(await parseLine(line, known))
    } catch (error) {
      if (!(error instanceof CoreError)) throw error
      failed.push({ line: line.info.lines, message: error.message })
    }
  }
  return { places, failed }
}
