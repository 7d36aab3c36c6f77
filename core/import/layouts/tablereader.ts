/** Walks a table of turns row by row and gives every cell its place. */
import type { Table } from '../model.ts'
import { type Columns, cellText } from './grid.ts'
import { asideRow } from './headed.ts'
import type { Row } from './layout.ts'
import type { Stack } from './stack.ts'
import type { Head } from './support/heads.ts'
import { trimLabel } from './support/labels.ts'
import type { Line } from './support/lines.ts'
import { isEvent, type Script } from './support/script.ts'
import { stampAt } from './support/times.ts'

/** A table of the document that is neither facts nor a roster. */
export interface TurnTable {
  block: number
  table: Table
  columns: Columns | null
  /** Rows whose left cell holds several labels, by row number. */
  stacks: Map<number, Stack>
  /** Labels that name whole columns, by column: one side's words stand in each. */
  sides: Map<number, string> | null
  /** Labels in front of the words of the text column, by line, when there is no column for them. */
  prefixes: Map<number, Head> | null
  /** Lines by row, then column. */
  cells: Map<number, Map<number, Line[]>>
}

type Cells = Map<number, Line[]>

export class TableReader {
  readonly #script: Script
  readonly #table: TurnTable
  readonly #rows: Row[] = []
  /** Columns behind those with a name: what stands there are words that slipped out of theirs. */
  readonly #unnamed: Set<number>
  #speaker: string | null = null

  constructor(script: Script, table: TurnTable) {
    this.#script = script
    this.#table = table
    const names = table.columns?.header ? (table.table.rows[0] ?? []).map(cellText) : []
    const named = names.findLastIndex((name) => name !== '')
    this.#unnamed = new Set([...names.keys()].filter((at) => at > named))
  }

  read(): Row[] {
    const { table, stacks, columns, sides, cells } = this.#table
    let header = columns?.header || sides !== null
    table.rows.forEach((row, at) => {
      const lines: Cells = cells.get(at) ?? new Map()
      const stack = stacks.get(at)
      if (stack) this.#stacked(lines, stack)
      else if (header) {
        header = false
        this.#aside([...lines.values()].flat(), 'column heading')
      } else if (sides) this.#sides(lines, sides)
      else if (columns) this.#turn(row, lines, columns)
      else this.#loose([...lines.values()].flat())
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

  #prefix(line: Line | undefined): Head | undefined {
    return line && this.#script.heads(line).find(({ form }) => form === 'L:')
  }

  /** Words in a merged cell or an odd row: a turn when a label opens them, else nobody's. */
  #loose(lines: Line[]): void {
    for (const line of lines) {
      const head = this.#prefix(line)
      if (head) {
        this.#speaker = head.label
        const speaker = this.#speaker
        this.#push(line, { from: head.speech, as: 'speech', speaker, opens: true, restWhy: 'speaker label' })
      } else this.#push(line, { as: isEvent(this.#script.text(line)) ? 'event' : 'note', opens: true })
    }
  }

  #sides(lines: Cells, sides: Map<number, string>): void {
    for (const [column, cell] of lines) {
      const speaker = sides.get(column) ?? null
      cell.forEach((line, at) => this.#push(line, { as: 'speech', speaker, opens: at === 0, join: '\n' }))
    }
  }

  #turn(row: Table['rows'][number], lines: Cells, columns: Columns): void {
    const { speaker, text, second } = columns
    const words = lines.get(text) ?? []
    const isMerged =
      lines.size === 1 && speaker !== null && (words.length === 0 || this.#prefix(words[0]) !== undefined)
    if (isMerged) return this.#loose([...lines.values()].flat())
    const label = speaker === null ? '' : trimLabel(cellText(row[speaker]).replace(/\n+/g, ' '))
    if (label) this.#speaker = label
    const isHeard = speaker !== null && !label && words.every((line) => isEvent(this.#script.text(line)))
    const times = readTimes(row, columns)
    for (const [column, cell] of lines) {
      if (column === text && isHeard) this.#loose(cell)
      else if (column === text) this.#words(cell, times)
      else if (column === second || this.#unnamed.has(column))
        for (const line of cell) this.#push(line, { as: 'note', opens: true })
      else this.#aside(cell, columnWhy(column, columns))
    }
  }

  #words(cell: Line[], times: Times): void {
    cell.forEach((line, at) => {
      const head = this.#table.prefixes?.get(line.index)
      if (head) this.#speaker = head.label
      this.#push(line, {
        ...(head && { from: head.speech, restWhy: 'speaker label' }),
        as: 'speech',
        speaker: this.#speaker,
        opens: at === 0 || head !== undefined,
        join: '\n',
        ...(at === 0 && times),
      })
    })
  }

  #stacked(lines: Cells, stack: Stack): void {
    for (const [column, cell] of lines)
      for (const line of cell) {
        const place = line.cell?.paragraph ?? -1
        if (column === stack.speech) this.#block(line, stack, place)
        else if (column === stack.labels && stack.places.has(place))
          this.#push(line, { as: 'ignored', why: why(stack) })
        else this.#push(line, { as: 'note', opens: true })
      }
  }

  #block(line: Line, stack: Stack, place: number): void {
    const block = stack.blockOf.get(place)
    const speaker = block ? (stack.matches?.[block.index] ?? null) : null
    this.#push(line, { as: 'speech', speaker, opens: !!block?.first && line.first, join: '\n' })
  }
}

type Times = { startMs?: number; endMs?: number }

function readTimes(row: Table['rows'][number], { start, end, unit }: Columns): Times {
  const read = (column: number | null): Times | null => {
    const cell = column === null ? '' : cellText(row[column])
    if (cell === '') return null
    if (unit === 0) return stampAt(cell, 0)
    const startMs = Math.round(Number(cell.replace(',', '.')) * unit)
    return startMs >= 0 ? { startMs } : null
  }
  const [from, to] = [read(start), read(end)]
  const endMs = to?.startMs ?? from?.endMs
  return {
    ...(from?.startMs !== undefined && { startMs: from.startMs }),
    ...(endMs !== undefined && { endMs }),
  }
}

function columnWhy(column: number, { speaker, start, end }: Columns): string {
  if (column === speaker) return 'speaker column'
  return column === start || column === end ? 'time stamp' : 'other column'
}

const why = ({ matches }: Stack) =>
  matches ? 'speaker column' : 'speaker column; its labels could not be matched to the speech'
