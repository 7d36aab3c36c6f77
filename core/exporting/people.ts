/** The table of participants, in the form that can be read back. */
import type { ReadableDb } from '../db/database.ts'
import { sql } from '../db/sql.ts'
import { readDetails, type Details } from './attributes.ts'
import { toCsv, type Column } from './table.ts'
import type { Exported, ExportRequest } from './format.ts'

const OWN: readonly Column[] = [
  { key: 'participant', meaning: 'Name or pseudonym', holds: 'text' },
  { key: 'role', meaning: 'Role', holds: 'resident; colleague; stakeholder' },
]

function peopleIn(db: ReadableDb, role: string): { id: number; name: string; role: string }[] {
  return db.all(sql`
    SELECT id, name, role FROM participant WHERE withdrawn IS NULL AND (${role} = 'any' OR role = ${role}) ORDER BY name COLLATE NOCASE, id`)
}

export const participantDetails = ({ db, role, special }: ExportRequest): Details =>
  readDetails(db, {
    special,
    among: peopleIn(db, role).map(({ id }) => id),
    taken: new Set(OWN.map(({ key }) => key)),
  })

export function participantTable(request: ExportRequest): Exported {
  const { db, role, stem } = request
  const people = peopleIn(db, role)
  const details = participantDetails(request)
  const rows = people.map((person) => [person.name, person.role, ...details.valuesOf(person.id)])
  return {
    files: [
      { name: `${stem} – participants.csv`, bytes: toCsv({ columns: [...OWN, ...details.columns], rows }) },
    ],
    rows: rows.length,
    lost: ['Notes about participants.', ...details.lost],
  }
}
