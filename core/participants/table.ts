/** A table of participants: one row for each person, known columns and new attributes. */
import { CoreError } from '../contract/errors.ts'
import type { CommandContext } from '../context.ts'
import { sql } from '../db/sql.ts'
import { restore } from '../exporting/table.ts'
import { rowsOf } from '../import/rows.ts'
import { attributeByHeading, setAttributeValue, statedValue } from './attributes.ts'
import { participantByName } from './people.ts'

const ROLES = new Set(['resident', 'colleague', 'stakeholder'])
/** Headings of the column that says who, the first there is. */
const WHO = ['participant', 'name', 'pseudonym']
/** Columns of a participants' table that are not attributes. */
const OWN_COLUMNS = new Set([...WHO, 'role', 'document', 'date', 'interview_date', 'kind'])

interface ReadTable {
  matched: number
  added: number
  failed: { line: number; message: string }[]
}

interface Columns {
  who: number
  role: number
  /** Place of a column → key of its attribute. */
  attributes: ReadonlyMap<number, string>
}

/** Reads the rows that can be read and says why the others were not. Throws `invalid` when no column says who. */
export function importTable(context: CommandContext, csv: string): ReadTable {
  const [headings = [], ...rows] = rowsOf(csv, 'The file')
  const columns = columnsOf(context, headings)
  const read: ReadTable = { matched: 0, added: 0, failed: [] }
  rows.forEach((row, index) => {
    if (row.every((cell) => cell.trim() === '')) return
    try {
      read[importRow(context, row, columns)]++
    } catch (error) {
      if (!(error instanceof CoreError)) throw error
      read.failed.push({ line: index + 2, message: error.message })
    }
  })
  return read
}

function columnsOf(context: CommandContext, headings: readonly string[]): Columns {
  const plain = headings.map((heading) => restore(heading).trim())
  const lower = plain.map((heading) => heading.toLowerCase())
  const who = lower.indexOf(WHO.find((heading) => lower.includes(heading)) ?? '')
  if (who === -1) {
    throw new CoreError(
      'invalid',
      'The table has no column headed “participant”, so it does not say who the rows are about. Head that column “participant” and read it again.',
    )
  }
  const attributes = plain.flatMap((heading, at): [number, string][] =>
    heading === '' || OWN_COLUMNS.has(heading.toLowerCase()) || lower.indexOf(heading.toLowerCase()) !== at
      ? []
      : [[at, attributeByHeading(context, heading)]],
  )
  return { who, role: lower.indexOf('role'), attributes: new Map(attributes) }
}

function importRow(
  context: CommandContext,
  row: readonly string[],
  { who, role: roleAt, attributes }: Columns,
): 'matched' | 'added' {
  const cell = (at: number) => restore(row[at] ?? '').trim()
  const name = cell(who)
  if (name === '') throw new CoreError('invalid', 'there is no name in it')
  const said = cell(roleAt).toLowerCase()
  const role = said || 'resident'
  if (!ROLES.has(role))
    throw new CoreError('invalid', `the role “${role}” is not resident, colleague or stakeholder`)
  // Read before anything is stored: a row is taken whole or not at all.
  const values = [...attributes].map(([at, key]) => [key, statedValue(key, cell(at))] as const)
  const known = context.db.value<number>(sql`SELECT id FROM participant WHERE name = ${name}`)
  const id = known ?? participantByName(context, name, role)
  if (known !== undefined && said !== '')
    context.db.run(sql`UPDATE participant SET role = ${role} WHERE id = ${id}`)
  for (const [key, value] of values) {
    if (value !== '') setAttributeValue(context, id, key, value)
  }
  return known === undefined ? 'added' : 'matched'
}
