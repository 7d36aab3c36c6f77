/** A codebook from a table: one row for each code, columns by their headings in any order. */
import { Family } from '../../contract/common.ts'
import { Valence } from '../../contract/codebook.ts'
import { restore } from '../../exporting/table.ts'
import type { IncomingCode, IncomingCodebook, IncomingFields } from './incoming.ts'
import { ALIAS_SEPARATOR } from './table.ts'

/** Headings people use, by the column they mean. */
const HEADINGS: Readonly<Record<string, readonly string[]>> = {
  code: ['code', 'id', 'short id', 'key'],
  family: ['family', 'type', 'kind'],
  parent: ['parent', 'under', 'parent code'],
  name: ['name', 'code name', 'label'],
  definition: ['definition', 'description'],
  include: ['include', 'when to use', 'inclusion criteria'],
  exclude: ['exclude', 'when not to use', 'exclusion criteria'],
  example: ['example'],
  colour: ['colour', 'color'],
  aliases: ['aliases', 'other names'],
  side: ['side'],
  clock: ['clock'],
  channel: ['channel'],
  pairs_with: ['pairs_with', 'pairs with'],
  valence: ['valence'],
  weight: ['weight', 'frustration weight'],
  archived: ['archived'],
}
/** Columns of our own tables that follow from the others. */
const DERIVED = new Set(['level', 'version', 'used', 'path'])

/** Why a row cannot be read, as the end of a sentence. */
class RowProblem extends Error {}

type Cells = ReadonlyMap<string, string>

/** What a cell says of a code. */
type Field = (cell: string) => IncomingFields

const text = (cell: string): string | null => (cell === '' ? null : cell)

/** Throws what is wrong with the cell, as the end of a sentence. */
function weightOf(cell: string): number | null {
  if (cell === '') return null
  const weight = Number(cell.replace(',', '.'))
  if (!(weight >= 0 && weight <= 1)) throw new RowProblem(`the weight “${cell}” is not a number from 0 to 1`)
  return Math.round(weight * 1000)
}

function valenceOf(cell: string): IncomingFields['valence'] & (string | null) {
  if (cell === '') return null
  const valence = Valence.safeParse(cell.toLowerCase())
  if (!valence.success) throw new RowProblem(`the valence “${cell}” is not neg, neutral, pos or either`)
  return valence.data
}

function yesNo(cell: string): boolean {
  if (/^(?:yes|y|true|1)$/i.test(cell)) return true
  if (/^(?:no|n|false|0)?$/i.test(cell)) return false
  throw new RowProblem(`“${cell}” under archived is neither yes nor no`)
}

const FIELDS: Readonly<Record<string, Field>> = {
  definition: (definition) => ({ definition }),
  include: (include) => ({ include }),
  exclude: (exclude) => ({ exclude }),
  example: (example) => ({ example }),
  colour: (cell) => ({ colour: text(cell) }),
  aliases: (cell) => ({
    aliases: cell
      .split(ALIAS_SEPARATOR.trim())
      .map((alias) => alias.trim())
      .filter(Boolean),
  }),
  side: (cell) => ({ side: text(cell) }),
  clock: (cell) => ({ clock: text(cell) }),
  channel: (cell) => ({ channel: text(cell) }),
  pairs_with: (cell) => ({ pairsWith: text(cell) }),
  valence: (cell) => ({ valence: valenceOf(cell) }),
  weight: (cell) => ({ weight: weightOf(cell) }),
  archived: (cell) => ({ archived: yesNo(cell) }),
}

function familyOf(cell: string | undefined): IncomingCode['family'] {
  if (cell === undefined || cell === '') return null
  const family = Family.safeParse(cell.toLowerCase())
  if (!family.success) {
    throw new RowProblem(`“${cell}” is not a family; the families are ${Family.options.join(', ')}`)
  }
  return family.data
}

function codeOf(cells: Cells, line: number): IncomingCode {
  const name = cells.get('name') ?? cells.get('code') ?? ''
  if (name === '') throw new RowProblem('there is no name')
  const parent = cells.get('parent')
  return {
    line,
    guid: null,
    code: text(cells.get('code') ?? ''),
    name,
    family: familyOf(cells.get('family')),
    parent: parent === undefined ? undefined : text(parent),
    fields: Object.assign(
      {},
      ...[...cells].map(([column, cell]): IncomingFields => FIELDS[column]?.(cell) ?? {}),
    ) as IncomingFields,
  }
}

/** Which column of ours each column of the table is; undefined for those that are none. */
function columnsOf(headings: readonly string[]): { columns: (string | undefined)[]; unread: string[] } {
  const plain = headings.map((heading) => restore(heading).trim().toLowerCase().replaceAll(/\s+/gu, ' '))
  const columns = plain.map((heading, index) => {
    if (plain.indexOf(heading) !== index) return undefined
    return Object.keys(HEADINGS).find((column) => HEADINGS[column]?.includes(heading))
  })
  const unread = plain.filter(
    (heading, i) => columns[i] === undefined && heading !== '' && !DERIVED.has(heading),
  )
  return { columns, unread }
}

/** Reads rows whose first is the headings. Rows that make no sense become problems; the others are read. */
export function readTable(rows: readonly (readonly string[])[]): IncomingCodebook {
  const [headings = [], ...body] = rows
  const { columns, unread } = columnsOf(headings)
  const codes: IncomingCode[] = []
  const problems: IncomingCodebook['problems'] = []
  if (!columns.includes('name') && !columns.includes('code')) {
    return {
      codes,
      problems: [
        {
          line: 1,
          message: 'The table has no column headed “name”. Give its columns headings and read it again.',
        },
      ],
      notes: [],
    }
  }
  body.forEach((row, index) => {
    const line = index + 2
    const cells = new Map<string, string>()
    columns.forEach((column, at) => {
      if (column !== undefined && !cells.has(column)) cells.set(column, restore(row[at] ?? '').trim())
    })
    if ([...cells.values()].every((cell) => cell === '')) return
    try {
      codes.push(codeOf(cells, line))
    } catch (error) {
      if (!(error instanceof RowProblem)) throw error
      problems.push({ line, message: `Line ${line} cannot be read: ${error.message}.` })
    }
  })
  return {
    codes,
    problems,
    notes: unread.map((heading) => `The column “${heading}” has no place in the codebook and is not read.`),
  }
}
