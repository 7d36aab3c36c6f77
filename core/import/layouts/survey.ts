/** A survey: one case for each row, some columns describe it, others hold answers in the respondent's words. */
import type { Block, Paragraph, Source, Table } from '../model.ts'
import { cellText, readColumns } from './grid.ts'
import type { Layout, Row } from './layout.ts'
import type { Script } from './support/script.ts'

const CASE =
  /^(?:participant|respondent|case|id|response ?id|respondent ?id|participant ?id|record ?id|name|pseudonym|code|no|number|#)$/i
const OPEN_QUESTION =
  /\?\s*$|^(?:q\d|why|how|what|where|when|who|please|tell|describe|comment|any other|in your own|if you|explain)/i

interface SurveyCase {
  participant: string
  attributes: Record<string, string>
  source: Source
}

/** The cases of a survey table, or null when the source is none. */
export function surveyCases(source: Source): SurveyCase[] | null {
  if (!['csv', 'tsv', 'xlsx'].includes(source.format)) return null
  const table = source.blocks.find((block): block is Table => block.kind === 'table')
  const [names = [], ...rows] = table?.rows ?? []
  if (!table || rows.length < 2 || names.length < 3) return null
  const headers = names.map((cell) => cellText(cell))
  const turns = readColumns(table.rows)
  const caseColumn = headers.findIndex((name) => CASE.test(name.trim()))
  const answers = headers.flatMap((name, at) =>
    at !== caseColumn && isAnswerColumn(name, rows, at) ? [at] : [],
  )
  const distinct = new Set(rows.map((row) => cellText(row[Math.max(0, caseColumn)]))).size
  // A table of turns names speakers again and again; a survey has each case once.
  if (answers.length === 0 || distinct < 0.9 * rows.length || (turns?.start ?? null) !== null) return null
  if (caseColumn < 0 && answers.length < 2 && !OPEN_QUESTION.test(headers[answers[0] ?? 0] ?? '')) return null
  return rows.flatMap((row, at) => oneCase(source, headers, row, { at, caseColumn, answers }))
}

function isAnswerColumn(name: string, rows: Paragraph[][][], at: number): boolean {
  const cells = rows.map((row) => cellText(row[at])).filter(Boolean)
  if (cells.length === 0) return false
  const words = cells.reduce((sum, cell) => sum + cell.split(/\s+/).length, 0) / cells.length
  return words >= 6 || (words >= 2 && OPEN_QUESTION.test(name.trim()))
}

interface Place {
  at: number
  caseColumn: number
  answers: number[]
}

function oneCase(source: Source, headers: string[], row: Paragraph[][], place: Place): SurveyCase[] {
  const { at, caseColumn, answers } = place
  const participant = (caseColumn >= 0 ? cellText(row[caseColumn]) : '') || `Case ${at + 1}`
  const attributes: Record<string, string> = {}
  const blocks: Block[] = []
  headers.forEach((name, column) => {
    const value = cellText(row[column])
    if (column === caseColumn || value === '') return
    if (!answers.includes(column)) attributes[name || `Column ${column + 1}`] = value
    else {
      blocks.push({ kind: 'paragraph', text: name.replace(/\s+/g, ' '), heading: 2 })
      blocks.push({ kind: 'paragraph', text: value, style: participant })
    }
  })
  if (blocks.length === 0) return []
  return [{ participant, attributes, source: { ...source, blocks, asides: [], comments: [] } }]
}

/** Reads one case: questions are headings, answers the participant's speech. */
export const survey: Layout = {
  id: 'survey',
  name: 'Survey: one case in each row',
  detect(script) {
    const isCase = script.source.blocks.every(
      (block) => block.kind === 'paragraph' && (block.heading ?? block.style) !== undefined,
    )
    const isTable = ['csv', 'tsv', 'xlsx'].includes(script.source.format)
    return isCase && isTable ? { confidence: 1, read: () => ({ rows: readCase(script) }) } : null
  },
}

function readCase(script: Script): Row[] {
  return script.lines.map((line) => {
    const row = { line: line.index, from: line.from, to: line.to, opens: line.first, join: '\n' as const }
    return line.heading === undefined
      ? { ...row, as: 'speech', speaker: line.style ?? null }
      : { ...row, as: 'heading' }
  })
}
