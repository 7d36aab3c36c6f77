/** Tables of turns: one turn for each row, or labels and speech stacked in one row (L08, L09, L30). */
import type { Table } from '../model.ts'
import { cellText, type Columns, readColumns } from './grid.ts'
import { asideRow, findOpenings, isTitle, readHeaded } from './headed.ts'
import type { Layout, Reading, Row } from './layout.ts'
import { matchStack, type Stack } from './stack.ts'
import { decide, type Decision } from './support/decide.ts'
import { isLabel, trimLabel } from './support/labels.ts'
import type { Line } from './support/lines.ts'
import type { Script } from './support/script.ts'
import { stampAt } from './support/times.ts'

/** A table of the document that is neither facts nor a roster. */
interface TurnTable {
  block: number
  table: Table
  columns: Columns | null
  /** Rows whose left cell holds several labels, by row number. */
  stacks: Map<number, Stack>
  /** Lines by row, then column. */
  cells: Map<number, Map<number, Line[]>>
}

export const turnTable: Layout = {
  id: 'turn-table',
  name: 'Table with one turn in each row',
  detect: (script) => detect(script, false),
}

export const stackedTable: Layout = {
  id: 'stacked-table',
  name: 'Table with all labels in one cell and all speech in the next',
  detect: (script) => detect(script, true),
}

function detect(script: Script, stacked: boolean) {
  const tables = findTables(script)
  const hasStacks = tables.some(({ stacks }) => stacks.size > 0)
  const fitting = tables.filter(({ columns, stacks }) => stacks.size > 0 || (columns !== null && (columns.fit >= 0.8 || isTimed(columns))))
  if (fitting.length === 0 || hasStacks !== stacked) return null
  const inTables = size(script, (line) => fitting.some(({ block }) => block === line.block))
  const share = inTables / Math.max(1, size(script, () => true))
  if (share < 0.3) return null
  return { confidence: 0.6 + 0.38 * share, read: () => readTables(script, fitting) }
}

/** Times and words without speakers, as Whisper writes them. */
const isTimed = ({ speaker, start }: Columns) => speaker === null && start !== null

const size = (script: Script, of: (line: Line) => boolean) =>
  script.content.reduce((sum, line) => (of(line) ? sum + line.to - line.from : sum), 0)

function findTables(script: Script): TurnTable[] {
  const byBlock = Map.groupBy(script.content.filter((line) => line.cell), (line) => line.block)
  const tables: TurnTable[] = []
  for (const [block, lines] of byBlock) {
    const table = script.source.blocks[block]
    if (table?.kind !== 'table') continue
    const stacks = new Map<number, Stack>()
    table.rows.forEach((row, at) => {
      const stack = matchStack(row)
      if (stack) stacks.set(at, stack)
    })
    const plainRows = table.rows.filter((_, at) => !stacks.has(at))
    tables.push({ block, table, stacks, columns: readColumns(plainRows), cells: byCell(lines) })
  }
  return tables
}

function byCell(lines: Line[]): TurnTable['cells'] {
  const cells: TurnTable['cells'] = new Map()
  for (const line of lines) {
    const { row = 0, column = 0 } = line.cell ?? {}
    const columns = cells.get(row) ?? new Map<number, Line[]>()
    columns.set(column, [...(columns.get(column) ?? []), line])
    cells.set(row, columns)
  }
  return cells
}

/** Reads the tables row by row, and the paragraphs around them by their labels when they have some. */
function readTables(script: Script, tables: TurnTable[]): Reading {
  const byBlock = new Map(tables.map((each) => [each.block, each]))
  const outside = readOutside(script, byBlock)
  const rows: Row[] = []
  const done = new Set<number>()
  const problems: Stack[] = []
  for (const line of script.lines) {
    const table = byBlock.get(line.block)
    if (!table) rows.push(...(outside.get(line.index) ?? []))
    else if (!done.has(line.block)) {
      done.add(line.block)
      rows.push(...new TableReader(script, table).read())
      problems.push(...[...table.stacks.values()].filter((stack) => stack.matches === null))
    }
  }
  const lost = problems.reduce((sum, { blocks }) => sum + blocks, 0)
  const stacked = tables.flatMap(({ stacks }) => [...stacks.values()])
  const all = stacked.reduce((sum, { blocks }) => sum + blocks, 0)
  return {
    rows,
    warnings: [...problems.map(mismatch), ...translation(tables)],
    ...(lost > 0.5 * all && stacked.length > 0 && { undecided: true }),
  }
}

function readOutside(script: Script, tables: Map<number, TurnTable>): Map<number, Row[]> {
  const content = script.content.filter((line) => !tables.has(line.block))
  const part: Script = { ...script, content }
  const decision = decide(part, findOpenings({ forms: ['L:', 'L;'] }, part))
  const none: Decision = { openings: new Map(), labels: 0, possible: [], confidence: 0 }
  const lines = script.lines.filter((line) => !tables.has(line.block))
  if (decision.confidence >= 0.5) return Map.groupBy(readHeaded({ ...part, lines }, decision).rows, (row) => row.line)
  const rows = readHeaded({ ...part, lines }, none).rows
  return Map.groupBy(rows, (row) => row.line)
}

class TableReader {
  readonly #script: Script
  readonly #table: TurnTable
  readonly #rows: Row[] = []
  #speaker: string | null = null

  constructor(script: Script, table: TurnTable) {
    this.#script = script
    this.#table = table
  }

  read(): Row[] {
    const { table, stacks, columns, cells } = this.#table
    let first = true
    table.rows.forEach((row, at) => {
      const lines = cells.get(at) ?? new Map<number, Line[]>()
      const stack = stacks.get(at)
      if (stack) this.#stacked(lines, stack)
      else if (columns && first && columns.header) this.#aside([...lines.values()].flat(), 'column heading')
      else if (columns) this.#turn(row, lines, columns)
      else this.#loose([...lines.values()].flat())
      if (!stack) first = false
    })
    return this.#rows.toSorted((a, b) => a.line - b.line)
  }

  #push(line: Line, row: Omit<Row, 'line' | 'from' | 'to'> & { from?: number }): void {
    if (asideRow(this.#script, line, this.#rows)) return
    this.#rows.push({ line: line.index, to: line.to, ...row, from: row.from ?? line.from })
  }

  #aside(lines: Line[], why: string): void {
    for (const line of lines) this.#push(line, { as: 'ignored', why })
  }

  /** Words in the table that are in no row of turns: kept, as nobody's. */
  #loose(lines: Line[]): void {
    for (const line of lines) {
      const head = this.#script.heads(line).find(({ form }) => form === 'L:')
      if (head) this.#speaker = head.label
      const speech = head ? { from: head.speech, as: 'speech' as const, speaker: this.#speaker } : { as: 'note' as const }
      this.#push(line, { ...speech, opens: true, restWhy: 'speaker label' })
    }
  }

  #turn(row: Table['rows'][number], lines: Map<number, Line[]>, columns: Columns): void {
    const { speaker, text, second } = columns
    const label = speaker === null ? '' : trimLabel(cellText(row[speaker]).replace(/\n+/g, ' '))
    const filled = row.filter((cell) => cellText(cell) !== '')
    if (filled.length === 1 && !lines.has(text)) return this.#loose([...lines.values()].flat())
    const prefix = filled.length === 1 ? this.#script.heads(lines.get(text)?.[0] as Line).find(({ form }) => form === 'L:') : undefined
    if (prefix) return this.#loose(lines.get(text) ?? [])
    if (label) this.#speaker = label
    const times = this.#times(row, columns)
    for (const [column, cell] of lines) {
      if (column === text)
        cell.forEach((line, at) =>
          this.#push(line, { as: 'speech', speaker: this.#speaker, opens: at === 0, join: '\n', ...(at === 0 && times) }),
        )
      else if (column === second) cell.forEach((line) => this.#push(line, { as: 'note', opens: true }))
      else this.#aside(cell, column === speaker ? 'speaker column' : column === columns.start || column === columns.end ? 'time stamp' : 'other column')
    }
  }

  #times(row: Table['rows'][number], { start, end, unit }: Columns): { startMs?: number; endMs?: number } {
    const read = (column: number | null) => {
      const cell = column === null ? '' : cellText(row[column])
      if (cell === '') return null
      if (unit > 0) return { startMs: Math.round(Number(cell.replace(',', '.')) * unit) }
      return stampAt(cell, 0)
    }
    const [from, to] = [read(start), read(end)]
    const endMs = to?.startMs ?? (from && 'endMs' in from ? from.endMs : undefined)
    return { ...(from && { startMs: from.startMs }), ...(endMs !== undefined && { endMs }) }
  }

  #stacked(lines: Map<number, Line[]>, stack: Stack): void {
    for (const [column, cell] of lines) {
      if (column === stack.labels) {
        const why = stack.matches ? 'speaker column' : 'speaker column; its labels could not be matched to the speech'
        for (const line of cell) {
          const isLabelled = stack.places.has(line.cell?.paragraph ?? -1)
          if (isLabelled) this.#push(line, { as: 'ignored', why })
          else this.#push(line, { as: 'note', opens: true })
        }
      } else if (column !== stack.speech) for (const line of cell) this.#push(line, { as: 'note', opens: true })
      else
        for (const line of cell) {
          const block = stack.blockOf.get(line.cell?.paragraph ?? -1)
          const opens = block !== undefined && block.first && line.first
          const speaker = block ? (stack.matches?.[block.index] ?? null) : null
          this.#push(line, { as: 'speech', speaker, opens, join: '\n' })
        }
    }
  }
}

function mismatch({ labels, blocks, count }: Stack) {
  const message = `A table row has ${count} labels in its column ${labels + 1} but ${blocks} blocks of speech beside them, so this speech was imported without speakers. Put each turn in a row of its own, or name the speakers in the preview.`
  return { code: 'labels-and-speech-differ', message }
}

function translation(tables: TurnTable[]): Reading['warnings'] & {} {
  if (!tables.some(({ columns }) => columns?.second !== null && columns?.second !== undefined)) return []
  const message =
    'The table has two columns of text. The first was imported as speech and the second as notes below it. Check that this is the right way round.'
  return [{ code: 'two-text-columns', message }]
}

/** Kept apart for the survey reader: cells of one table as plain strings. */
export const isSpeakerCell = (cell: string) => isLabel(trimLabel(cell)) && isTitle(cell)
