/** Participants' details in exports: which columns there are, and who would stand out. */
import type { ReadableDb } from '../db/database.ts'
import { sql } from '../db/sql.ts'
import { listAttributes } from '../participants/handlers.ts'
import type { Column } from './table.ts'

type Attribute = ReturnType<typeof listAttributes>[number]

const SENSITIVITY = {
  A: 'administrative',
  B: 'quasi-identifier, band it before sharing',
  C: 'special category',
}

export interface Details {
  columns: Column[]
  /** A participant's values, one for each column; empty where nothing is known. */
  valuesOf: (participant: number | null) => (string | null)[]
  lost: string[]
  cautions: string[]
}

/** Columns for the study's attributes that have a value; class C only when `special`. */
export function readDetails(
  db: ReadableDb,
  wanted: { special: boolean; among: readonly number[]; taken: ReadonlySet<string> },
): Details {
  const used = valuesByAttribute(db, wanted.among)
  const filled = listAttributes(db).filter(({ id }) => used.has(id))
  const shown = filled.filter(({ sensitivity }) => wanted.special || sensitivity !== 'C')
  const hidden = filled.filter((attribute) => !shown.includes(attribute))
  return {
    columns: shown.map(({ id, name, type, values, sensitivity }) => ({
      key: wanted.taken.has(id) ? `attribute ${id}` : id,
      meaning: `${name} (${SENSITIVITY[sensitivity]})`,
      holds: `${type === 'multi' ? 'several of ' : ''}${values.length > 0 ? values.join('; ') : type}`,
    })),
    valuesOf: (participant) =>
      shown.map(({ id }) => (participant === null ? null : (used.get(id)?.get(participant) ?? null))),
    lost:
      hidden.length === 0
        ? []
        : [
            `Special-category details: ${hidden.map(({ name }) => name).join(', ')}. Include them by choice when the export needs them.`,
          ],
    cautions: standingOut(shown, used, wanted.among),
  }
}

function valuesByAttribute(
  db: ReadableDb,
  among: readonly number[],
): ReadonlyMap<string, ReadonlyMap<number, string>> {
  const included = new Set(among)
  const rows = db.rows<[string, number, string]>(sql`
    SELECT a.key, v.participant, v.value FROM participant_attribute AS v JOIN attribute AS a ON a.id = v.attribute`)
  const byAttribute = new Map<string, Map<number, string>>()
  for (const [key, participant, value] of rows) {
    if (!included.has(participant)) continue
    const values = byAttribute.get(key) ?? new Map<number, string>()
    byAttribute.set(key, values.set(participant, value))
  }
  return byAttribute
}

/** Whoever is alone with a combination of quasi-identifiers could be recognised (k-anonymity, k = 1). */
function standingOut(
  shown: readonly Attribute[],
  used: ReadonlyMap<string, ReadonlyMap<number, string>>,
  among: readonly number[],
): string[] {
  const quasi = shown.filter(({ sensitivity }) => sensitivity !== 'A')
  if (quasi.length === 0) return []
  const combination = (participant: number) =>
    JSON.stringify(quasi.map(({ id }) => used.get(id)?.get(participant) ?? null))
  const alike = Map.groupBy(among, combination)
  const alone = [...alike.values()].filter((people) => people.length === 1).length
  if (alone === 0) return []
  return [
    `${alone} of ${among.length} participants are the only one with their combination of ${quasi.map(({ name }) => name).join(', ')}, and might be recognised. Band or drop some of these details before sharing the file.`,
  ]
}
