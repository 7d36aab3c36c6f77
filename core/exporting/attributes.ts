/** Participants' details in exports: which columns there are, and who would stand out. */
import type { ReadableDb } from '../db/database.ts'
import { sql } from '../db/sql.ts'
import { listAttributes } from '../participants/attributes.ts'
import { readSettings } from '../project/handlers.ts'
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
    cautions: standingOut(shown, used, { among: wanted.among, smallN: readSettings(db).smallN }),
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

/**
 * Whoever shares a combination of quasi-identifiers with too few others could be recognised (k-anonymity, with the
 * study's limit for small counts as k).
 */
function standingOut(
  shown: readonly Attribute[],
  used: ReadonlyMap<string, ReadonlyMap<number, string>>,
  { among, smallN }: { among: readonly number[]; smallN: number },
): string[] {
  const quasi = shown.filter(({ sensitivity }) => sensitivity !== 'A')
  if (quasi.length === 0) return []
  const valuesOf = (participant: number) => quasi.map(({ id }) => used.get(id)?.get(participant) ?? null)
  // By nothing at all nobody is recognised.
  const described = among.filter((participant) => valuesOf(participant).some((value) => value !== null))
  const alike = Map.groupBy(described, (participant) => JSON.stringify(valuesOf(participant)))
  const groups = [...alike.values()].map((people) => people.length)
  const inGroups = (sizes: readonly number[]) => sizes.reduce((sum, size) => sum + size, 0)
  const rare = inGroups(groups.filter((size) => size < smallN))
  if (rare === 0) return []
  const alone = groups.filter((size) => size === 1).length
  const names = quasi.map(({ name }) => name).join(', ')
  return [
    `${rare} of ${among.length} participants have a combination of ${names} that fewer than ${smallN} share${alone > 0 ? `, ${alone} of them nobody else` : ''}, and might be recognised. Band or drop some of these details before sharing the file.`,
  ]
}
