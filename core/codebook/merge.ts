/** Merging codes into one: codings, memos, counterparts, and whatever else named them goes to the one that stays. */
import { moveCells } from '../analysis/mapping/cells.ts'
import type { Input, Output } from '../contract/index.ts'
import { CoreError } from '../contract/errors.ts'
import type { CommandContext } from '../context.ts'
import type { ReadableDb } from '../db/database.ts'
import { inList, sql } from '../db/sql.ts'
import { requireKnown, type Known } from './codes.ts'
import { followInQueries, followShortId } from './follow.ts'
import { inSight } from './sight.ts'

type Merge = Input<'codebook.merge'>

/** What a merge would do to the codings in sight. */
export function previewMerge(db: ReadableDb, { from, into }: Merge): Output<'codebook.mergePreview'> {
  const sources = from.filter((id) => id !== into)
  const moving = inSight(db, sql`c.code IN ${inList(sources)}`).codings
  const shared = db.rows<[number]>(sql`
    SELECT passage FROM coding AS c
    WHERE passage IN (SELECT passage FROM coding WHERE id IN ${inList(moving)}) AND code IN ${inList([...sources, into])}
    GROUP BY passage HAVING count(*) > 1`)
  return {
    codings: moving.length,
    shared: shared.length,
    children:
      db.value<number>(sql`
      SELECT count(*) FROM code WHERE parent IN ${inList(sources)} AND id <> ${into} AND id NOT IN ${inList(sources)}`) ??
      0,
  }
}

/** Throws `invalid` for codes of different kinds, and when none would go. */
export function mergeCodes(context: CommandContext, { from, into }: Merge): void {
  const { db } = context
  const target = requireKnown(context, into)
  const sources = [...new Set(from)].filter((id) => id !== into).map((id) => requireKnown(context, id))
  const foreign = sources.find((source) => source.family !== target.family || source.level !== target.level)
  if (foreign) {
    throw new CoreError(
      'invalid',
      `“${foreign.name}” and “${target.name}” are of different kinds, so they cannot be merged.`,
    )
  }
  if (sources.length === 0)
    throw new CoreError('invalid', `“${target.name}” cannot be merged into itself. Choose another code.`)
  const names = sources.flatMap(({ id, name }) => [name, ...aliasesOf(db, id)])
  for (const { id } of sources) moveInto(context, id, target)
  const aliases = new Set([...aliasesOf(db, into), ...names.filter((name) => name !== target.name)])
  db.run(
    sql`UPDATE code SET aliases = ${JSON.stringify([...aliases].slice(0, MOST_ALIASES))} WHERE id = ${into}`,
  )
  context.say(`Merged ${sources.map(({ name }) => `“${name}”`).join(', ')} into “${target.name}”`)
}

/** As many as the contract takes back. */
const MOST_ALIASES = 50

const aliasesOf = (db: ReadableDb, code: number): string[] =>
  JSON.parse(db.value<string>(sql`SELECT aliases FROM code WHERE id = ${code}`) ?? '[]') as string[]

/** Looked up again: an earlier code of the same merge may have held it, or been held by it. */
function moveInto(context: CommandContext, id: number, target: Known): void {
  const { db } = context
  const into = target.id
  const source = requireKnown(context, id)
  moveCodings(context, id, into)
  if (isUnder(db, into, id)) db.run(sql`UPDATE code SET parent = ${source.parent} WHERE id = ${into}`)
  db.run(sql`UPDATE code SET parent = ${into} WHERE parent = ${id}`)
  db.run(sql`UPDATE memo SET target_id = ${into} WHERE target = 'code' AND target_id = ${id}`)
  db.run(sql`UPDATE suggestion_decision SET code = ${into} WHERE code = ${id}`)
  db.run(
    sql`UPDATE code SET pairs_with = CASE WHEN id = ${into} THEN NULL ELSE ${into} END WHERE pairs_with = ${id}`,
  )
  moveCells(context, 'code', { from: id, into })
  moveFacts(context, id, into)
  followInQueries(context, id, into)
  followShortId(context, source.key, target.key)
  db.run(sql`DELETE FROM code WHERE id = ${id}`)
}

/** Whether a code stands anywhere under another. */
const isUnder = (db: ReadableDb, code: number, other: number): boolean =>
  db.value(sql`
    WITH RECURSIVE up (id) AS (
      SELECT parent FROM code WHERE id = ${code} UNION SELECT code.parent FROM code JOIN up ON code.id = up.id
    ) SELECT 1 FROM up WHERE id = ${other}`) !== undefined

/**
 * A passage that carries both keeps the stronger feeling. Definitions are counted for each code by itself: what was up to
 * date under the one that goes is so under the one that stays, and what was to be looked at again still is.
 */
function moveCodings({ db }: CommandContext, from: number, into: number): void {
  db.run(sql`
    UPDATE coding SET intensity = max(coalesce(intensity, 0), coalesce((SELECT o.intensity FROM coding AS o
      WHERE o.passage = coding.passage AND o.code = ${from}), 0))
    WHERE code = ${into} AND EXISTS (SELECT 1 FROM coding AS o WHERE o.passage = coding.passage AND o.code = ${from}
      AND o.intensity > coalesce(coding.intensity, 0))`)
  db.run(sql`
    DELETE FROM coding WHERE code = ${from}
      AND EXISTS (SELECT 1 FROM coding AS b WHERE b.passage = coding.passage AND b.code = ${into})`)
  db.run(sql`
    UPDATE coding SET code = ${into}, code_version = (SELECT version FROM code WHERE id = ${into})
      - (code_version < (SELECT version FROM code WHERE id = ${from})) WHERE code = ${from}`)
}

/** The researcher's own words on the map, one under the other; of two measures or dates of the same thing the one that is there stays. */
function moveFacts({ db }: CommandContext, from: number, into: number): void {
  db.run(sql`
    DELETE FROM metric WHERE code = ${from} AND EXISTS (SELECT 1 FROM metric AS b
      WHERE b.code = ${into} AND b.name = metric.name AND b.date IS metric.date)`)
  db.run(sql`UPDATE metric SET code = ${into} WHERE code = ${from}`)
  db.run(sql`
    UPDATE target SET text = trim(target.text || char(10) || o.text, char(10)),
      value = iif(target.value = '', o.value, target.value), due = coalesce(target.due, o.due)
    FROM target AS o WHERE target.code = ${into} AND o.code = ${from}`)
  db.run(sql`UPDATE OR IGNORE target SET code = ${into} WHERE code = ${from}`)
}
