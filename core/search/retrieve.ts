/** Retrieval: passages by their codes, their neighbours, and who says them where. */
import { attributeValues, requireUnsealed } from '../analysis/sample.ts'
import type { Retrieve } from '../contract/search.ts'
import type { ReadableDb } from '../db/database.ts'
import { inList, join, sql, type Sql } from '../db/sql.ts'
import { readWithheld } from '../participants/withheld.ts'
import { holdsWords } from '../text/fold.ts'
import { relationTest, type Spot } from './relations.ts'

interface Row extends Spot {
  participant: number | null
}

/** The codes and all codes of the families, with every code under them. */
function codeSet(
  db: ReadableDb,
  codes: readonly number[],
  families: readonly string[],
  below: boolean,
): number[] {
  const chosen = db
    .rows<[number]>(sql`SELECT id FROM code WHERE id IN ${inList(codes)} OR family IN ${inList(families)}`)
    .map(([id]) => id)
  if (!below) return chosen
  return db
    .rows<[number]>(sql`
      WITH RECURSIVE tree (id) AS (
        SELECT value FROM json_each(${JSON.stringify(chosen)}) UNION SELECT code.id FROM code JOIN tree ON code.parent = tree.id
      ) SELECT id FROM tree`)
    .map(([id]) => id)
}

/** Conditions on one coding of the passage, all of which it must meet; null when there are none. */
function codingCondition(db: ReadableDb, query: Retrieve): Sql | null {
  const conditions: Sql[] = []
  if (query.codes.length > 0 || query.families.length > 0) {
    conditions.push(sql`c.code IN ${inList(codeSet(db, query.codes, query.families, query.below))}`)
  }
  if (query.intensities) conditions.push(sql`c.intensity IN ${inList(query.intensities)}`)
  if (query.stances) conditions.push(sql`c.stance IN ${inList(query.stances)}`)
  if (query.origins) conditions.push(sql`c.origin IN ${inList(query.origins)}`)
  if (query.stale !== undefined) {
    conditions.push(
      sql`(c.code_version < (SELECT version FROM code WHERE id = c.code)) = ${Number(query.stale)}`,
    )
  }
  return conditions.length === 0 ? null : join(conditions, ' AND ')
}

/** Conditions on the passage itself and its source. */
function passageCondition(db: ReadableDb, query: Retrieve): Sql {
  const conditions: Sql[] = [sql`1`]
  const oneOf = (column: Sql, values: readonly (string | number)[] | undefined) => {
    if (values) conditions.push(sql`${column} IN ${inList(values)}`)
  }
  const coding = codingCondition(db, query)
  if (coding) {
    conditions.push(sql`EXISTS (SELECT 1 FROM coding AS c WHERE c.passage = p.id AND ${coding})`)
  }
  oneOf(sql`p.coder`, query.coders)
  oneOf(sql`p.document`, query.documents)
  oneOf(sql`d.kind`, query.kinds)
  oneOf(sql`d.journey`, query.journeys)
  oneOf(sql`d.wave`, query.waves)
  oneOf(sql`who.role`, query.roles)
  oneOf(sql`who.id`, query.participants)
  if (query.flagged !== undefined) conditions.push(sql`p.flagged = ${Number(query.flagged)}`)
  if (query.memo !== undefined) {
    conditions.push(
      sql`EXISTS (SELECT 1 FROM memo WHERE target = 'passage' AND target_id = p.id) = ${Number(query.memo)}`,
    )
  }
  return join(conditions, ' AND ')
}

const ORDERS: Record<Retrieve['sort'], Sql> = {
  transcript: sql`d.name COLLATE NOCASE, d.id, p.start, p."end" DESC, p.id`,
  participant: sql`who.name IS NULL, who.name COLLATE NOCASE, d.name COLLATE NOCASE, d.id, p.start, p.id`,
  newest: sql`p.created DESC, p.id DESC`,
  intensity: sql`(SELECT max(coalesce(c.intensity, 0)) FROM coding AS c WHERE c.passage = p.id) DESC,
    d.name COLLATE NOCASE, d.id, p.start, p.id`,
}

/** Tests that need more than SQL says simply. */
function testsOf(db: ReadableDb, query: Retrieve): ((row: Row & { quote: string }) => boolean)[] {
  const withheld = readWithheld(db)
  const tests = [
    (row: Row & { quote: string }) => !withheld.place(row),
    ...query.and.map((condition) =>
      relationTest(db, condition, codeSet(db, condition.codes, condition.families, query.below)),
    ),
  ]
  for (const [key, values] of Object.entries(query.attributes ?? {})) {
    const valuesOf = attributeValues(db, key)
    tests.push(
      ({ participant }) =>
        participant !== null && valuesOf(participant).some((value) => values.includes(value)),
    )
  }
  if (query.text !== undefined && query.text.trim() !== '') {
    const holds = holdsWords(query.text)
    tests.push(({ quote }) => holds(quote))
  }
  return tests
}

/**
 * Ids of every passage the query finds, sorted. Passages with withheld words are left out. Throws `sealed` when residents'
 * findings are sealed and the query does not keep to others.
 */
export function retrieve(db: ReadableDb, query: Retrieve): number[] {
  requireUnsealed(db, query.roles && !query.roles.includes('resident') ? 'colleague' : 'any')
  const rows = db.all<Row & { quote: string }>(sql`
    SELECT p.id, p.document, p.start, p."end", p.coder, s.participant, ${query.text === undefined ? sql`''` : sql`p.quote`} AS quote
    FROM passage AS p JOIN document AS d ON d.id = p.document
    LEFT JOIN speaker AS s ON s.id = p.speaker LEFT JOIN participant AS who ON who.id = s.participant
    WHERE ${passageCondition(db, query)} ORDER BY ${ORDERS[query.sort]}`)
  const tests = testsOf(db, query)
  return rows.filter((row) => tests.every((test) => test(row))).map(({ id }) => id)
}
