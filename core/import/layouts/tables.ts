/** Tables of turns: one turn for each row, or labels and speech stacked in one row (L08, L09, L30). */
import type { Table } from '../model.ts'
import { type Columns, cellText, readColumns } from './grid.ts'
import { findOpenings, readHeaded } from './headed.ts'
import { BELIEVED, type Candidate, type Layout, type Reading, type Row } from './layout.ts'
import { alternate, matchStack, type Stack } from './stack.ts'
import { decide, type Decision } from './support/decide.ts'
import { isLabel, trimLabel, wordRole } from './support/labels.ts'
import type { Line } from './support/lines.ts'
import type { Script } from './support/script.ts'
import { TableReader, type TurnTable } from './tablereader.ts'

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

/** Offered where labels and speech in one row differ in number; too unsure to be taken unasked. */
export const alternatingTable: Layout = {
  id: 'alternating-table',
  name: 'Table with all labels in one cell, the two speakers in turn',
  detect(script) {
    const tables = findTables(script).map((table) => ({ ...table, stacks: alternated(table.stacks) }))
    const guessed = tables.filter(({ stacks }) => stacks.size > 0)
    if (guessed.length === 0) return null
    return { confidence: OFFERED, read: () => withGuess(readTables(script, tables.filter(isTalk))) }
  },
}

/** Confidence of a reading that is only offered. */
const OFFERED = 0.3

/** The stacks with speakers in turn; none where no stack needs that or one cannot be read so. */
function alternated(stacks: Map<number, Stack>): Map<number, Stack> {
  const guesses = [...stacks].map(([row, stack]) => [row, stack.matches ? stack : alternate(stack)] as const)
  const readable = guesses.flatMap(([row, stack]) => (stack ? [[row, stack] as const] : []))
  const isGuess = [...stacks.values()].some(({ matches }) => matches === null)
  return new Map(isGuess && readable.length === guesses.length ? readable : [])
}

function withGuess(reading: Reading): Reading {
  const message =
    'Labels and speech in a table row differ in number. Its speech was given to the two speakers in turn, as asked. ' +
    'Check each turn in the preview: one paragraph too many shifts all that follow.'
  return { ...reading, warnings: [...(reading.warnings ?? []), { code: 'speakers-in-turn', message }] }
}

function detect(script: Script, stacked: boolean): Candidate | null {
  const tables = findTables(script).filter(isTalk)
  const stacks = tables.flatMap((table) => [...table.stacks.values()])
  if (tables.length === 0 || stacks.length > 0 !== stacked) return null
  const blocks = new Set(tables.map(({ block }) => block))
  const share =
    size(script, (line) => blocks.has(line.block)) /
    Math.max(
      1,
      size(script, () => true),
    )
  const labelled = stacks.some(({ count }) => count > 0)
  if (share < (labelled ? 0.1 : 0.3)) return null
  // Where no speaker is told, a layout that finds labels in the same text is to be preferred.
  const told = tables.some(namesSpeakers)
  // Around stacked rows the paragraphs are read by their labels, so nothing is gained by another layout.
  return {
    confidence: labelled ? 1 : told ? 0.6 + 0.38 * share : BELIEVED,
    read: () => readTables(script, tables),
  }
}

const size = (script: Script, of: (line: Line) => boolean) =>
  script.content.reduce((sum, line) => (of(line) ? sum + line.to - line.from : sum), 0)

const namesSpeakers = ({ columns, sides, prefixes }: TurnTable) =>
  sides !== null || prefixes !== null || (columns !== null && columns.fit >= 0.8)

/** Tables that name speakers, stack them, or hold times and words as Whisper writes them. */
function isTalk(table: TurnTable): boolean {
  const { columns, stacks } = table
  return (
    stacks.size > 0 ||
    namesSpeakers(table) ||
    (columns !== null && columns.speaker === null && columns.start !== null)
  )
}

function findTables(script: Script): TurnTable[] {
  const byBlock = Map.groupBy(
    script.content.filter((line) => line.cell),
    (line) => line.block,
  )
  const tables: TurnTable[] = []
  for (const [block, lines] of byBlock) {
    const table = script.source.blocks[block]
    if (table?.kind !== 'table') continue
    const stacks = findStacks(table)
    const columns = readColumns(table.rows.filter((_, at) => !stacks.has(at)))
    const prefixes = columns && columns.fit < 0.8 ? findPrefixes(script, lines, columns) : null
    const sides = stacks.size === 0 ? findSides(table) : null
    tables.push({ block, table, stacks, columns, prefixes, sides, cells: byCell(lines) })
  }
  return tables
}

/** Stacked rows. An empty label cell counts only beside others, or where the table is nothing else. */
function findStacks(table: Table): Map<number, Stack> {
  const stacks = new Map<number, Stack>()
  table.rows.forEach((row, at) => {
    const stack = matchStack(row)
    if (stack) stacks.set(at, stack)
  })
  const labelled = [...stacks.values()].some(({ count }) => count > 0)
  if (!labelled && stacks.size < table.rows.length) stacks.clear()
  return stacks
}

function findPrefixes(script: Script, lines: Line[], { text }: Columns): TurnTable['prefixes'] {
  const part: Script = { ...script, content: lines.filter((line) => line.cell?.column === text) }
  const decision = decide(part, findOpenings({ forms: ['L:'], slips: ['L;'] }, part))
  if (decision.confidence < BELIEVED) return null
  return new Map(decision.openings.map(({ line, head }) => [line.index, head]))
}

/** A first row of role names above columns of talk: the question in one column, the answer in the next. */
function findSides(table: Table): Map<number, string> | null {
  const [names = [], ...rows] = table.rows.map((row) => row.map((cell) => cellText(cell)))
  const sides = new Map<number, string>()
  names.forEach((name, column) => {
    const label = trimLabel(name)
    if (label !== '' && isLabel(label) && wordRole(label)) sides.set(column, label)
  })
  const words = rows.reduce((sum, row) => sum + row.join(' ').split(/\s+/).length, 0)
  const isTalk = rows.length >= 2 && words >= 4 * rows.length
  return sides.size >= 2 && sides.size === names.filter(Boolean).length && isTalk ? sides : null
}

function byCell(lines: Line[]): TurnTable['cells'] {
  const cells: TurnTable['cells'] = new Map()
  for (const line of lines) {
    const { row = 0, column = 0 } = line.cell ?? {}
    const columns = cells.get(row) ?? new Map<number, Line[]>()
    const cell = columns.get(column)
    if (cell) cell.push(line)
    else columns.set(column, [line])
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
  for (const line of script.lines) {
    const table = byBlock.get(line.block)
    if (!table) rows.push(...(outside.get(line.index) ?? []))
    else if (!done.has(line.block)) {
      done.add(line.block)
      for (const row of new TableReader(script, table).read()) rows.push(row)
    }
  }
  const stacks = tables.flatMap((table) => [...table.stacks.values()])
  const unmatched = stacks.filter(({ matches }) => matches === null)
  const blocksOf = (some: Stack[]) => some.reduce((sum, { blocks }) => sum + blocks, 0)
  return {
    rows,
    warnings: [...unmatched.map(mismatch), ...translation(tables)],
    ...(blocksOf(unmatched) > 0.1 * blocksOf(stacks) && { undecided: true }),
  }
}

/** Paragraphs around the tables: talk where labels say so, else headings and notes. */
function readOutside(script: Script, tables: Map<number, TurnTable>): Map<number, Row[]> {
  const keep = (line: Line) => !tables.has(line.block)
  const part: Script = { ...script, lines: script.lines.filter(keep), content: script.content.filter(keep) }
  const decision = decide(part, findOpenings({ forms: ['L:'], slips: ['L;'] }, part))
  const none: Decision = { openings: [], labels: 0, possible: [], confidence: 0 }
  const { rows } = readHeaded(part, decision.confidence >= BELIEVED ? decision : none)
  return Map.groupBy(rows, (row) => row.line)
}

function mismatch({ blocks, count }: Stack) {
  const message =
    `A table row has ${count} speaker labels beside ${blocks} blocks of speech, so this speech was imported ` +
    'without speakers. Put each turn in a row of its own and import the file again, or name the speakers in the preview.'
  return { code: 'labels-and-speech-differ', message }
}

function translation(tables: TurnTable[]): Reading['warnings'] & {} {
  if (!tables.some(({ columns }) => columns?.second !== null && columns?.second !== undefined)) return []
  const message =
    'The table has two columns of text. The first was imported as speech and the second as notes below it. Check that this is the right way round.'
  return [{ code: 'two-text-columns', message }]
}
