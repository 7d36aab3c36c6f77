/** CSV and TSV: one table, every cell plain text; formulas are never anything else. */
import { parse } from 'csv-parse/sync'
import type { Source, Warning } from '../model.ts'
import { cellOf } from './cells.ts'
import type { DecodedText } from './decode.ts'

const DELIMITERS = [',', ';', '\t', '|']
/** Records looked at to find the separator. */
const PROBE = 30

export function readDelimited(decoded: DecodedText, format: 'csv' | 'tsv', fileName: string): Source {
  const { text, declared } = takeDeclaration(decoded.text)
  const delimiter = declared ?? (format === 'tsv' ? '\t' : findDelimiter(text).delimiter)
  const warnings = [...decoded.warnings]
  const records = parseQuoted(text, delimiter) ?? parseUnquoted(text, delimiter, fileName, warnings)
  const rows = records.map((cells) => cells.map(cellOf))
  return {
    format,
    blocks: [{ kind: 'table', rows }],
    asides: [],
    comments: [],
    warnings,
    encoding: decoded.encoding,
  }
}

/** Excel's first line `sep=;` names the separator and is no data. */
function takeDeclaration(text: string): { text: string; declared?: string } {
  const match = /^sep=(.)\r?\n/i.exec(text.slice(0, 20))
  return match?.[1] === undefined ? { text } : { text: text.slice(match[0].length), declared: match[1] }
}

const COMMON = {
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: true,
  record_delimiter: ['\r\n', '\n', '\r'],
}

function parseQuoted(text: string, delimiter: string, to?: number): string[][] | undefined {
  try {
    return parse(text, { ...COMMON, delimiter, ...(to !== undefined && { to }) })
  } catch {
    return undefined
  }
}

/** A quotation mark that is never closed would swallow the rest of the file: quotes are then plain characters. */
function parseUnquoted(text: string, delimiter: string, fileName: string, warnings: Warning[]): string[][] {
  warnings.push({
    code: 'unclosed-quote',
    message: `${fileName} has a quotation mark that is never closed. Its quotation marks were kept as text; check the rows.`,
  })
  return parse(text, { ...COMMON, delimiter, quote: false })
}

/** The separator that cuts the first records into the most equal columns, and how equal they are, 0–1. */
function findDelimiter(text: string): { delimiter: string; equal: number; header: string[] } {
  const head = text.slice(0, 200_000)
  let best = { delimiter: ',', equal: 0, header: [''] }
  for (const delimiter of DELIMITERS) {
    const records =
      parseQuoted(head, delimiter, PROBE) ?? head.split('\n', PROBE).map((line) => line.split(delimiter))
    const header = records[0] ?? ['']
    const equal = records.filter((record) => record.length === header.length).length / records.length
    const better = equal - best.equal || (header.length - best.header.length) / 1000
    if (header.length > 1 && better > 0) best = { delimiter, equal, header }
  }
  return best
}

/** Words that head the columns of exported transcripts. */
const HEADERS =
  /^(?:speaker|name|text|words|content|transcript|utterance|start|end|time|timestamp|timespan|begin|duration|participant|respondent|question|answer|id|line|tags?)\b/i

/**
 * True when text is a table of separated values. `named` says that the file's name claims so: then only running
 * text speaks against it; otherwise the first line must name known columns.
 */
export function isDelimited(text: string, named: boolean): boolean {
  const { text: data, declared } = takeDeclaration(text)
  if (declared !== undefined) return true
  const { equal, header } = findDelimiter(data)
  if (named) return equal >= 0.6
  return equal >= 0.9 && header.length > 1 && header.every((cell) => HEADERS.test(cell.trim()))
}
