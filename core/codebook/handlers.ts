/** The codebook: adding, defining, ordering, merging and retiring codes. */
import type { z } from 'zod'
import type { Code } from '../contract/codebook.ts'
import { CoreError } from '../contract/errors.ts'
import type { Handlers } from '../context.ts'
import type { ReadableDb } from '../db/database.ts'
import { inList, sql } from '../db/sql.ts'
import { addCode, changeCode, moveCode, requireKnown } from './codes.ts'
import { importFile, previewFile } from './exchange/import.ts'
import { inSight, requireNothingHidden, usesInSight } from './sight.ts'
import { confirmCodings, orderFamilies, splitCode, staleCodings } from './revise.ts'

type CodeOut = z.input<typeof Code>
interface CodeRow extends Omit<CodeOut, 'aliases' | 'archived'> {
  aliases: string
  archived: number
}

function usedSentence(codings: number): string {
  if (codings === 0) return ''
  return codings === 1 ? ' and its one coding' : ` and its ${codings} codings`
}

/** Whether a code stands anywhere under another. */
const isUnder = (db: ReadableDb, code: number, other: number): boolean =>
  db.value(sql`
    WITH RECURSIVE up (id) AS (
      SELECT parent FROM code WHERE id = ${code} UNION SELECT code.parent FROM code JOIN up ON code.id = up.id
    ) SELECT 1 FROM up WHERE id = ${other}`) !== undefined

export const codebook: Handlers<'codebook'> = {
  list: ({ db }) => {
    const uses = usesInSight(db)
    const codes = db
      .all<CodeRow>(sql`
        SELECT c.id, c.key AS code, c.family, c.parent, c.name, c.definition, c.include, c.exclude, c.example, c.colour, c.aliases,
          c.version, c.archived, c.ord AS "order", c.level, c.side, c.clock, c.channel, c.pairs_with AS pairsWith, c.valence, c.weight
        FROM code AS c ORDER BY c.ord, c.id`)
      .map((row) => ({
        ...row,
        aliases: JSON.parse(row.aliases) as string[],
        archived: row.archived === 1,
        used: uses.get(row.id) ?? 0,
      }))
    return { codes }
  },

  add: addCode,

  change: (context, change) => {
    changeCode(context, change)
    return {}
  },

  move: (context, move) => {
    moveCode(context, move)
    return {}
  },

  archive: (context, { code, archived }) => {
    const known = requireKnown(context, code)
    context.db.run(sql`UPDATE code SET archived = ${archived ? 1 : 0} WHERE id = ${code}`)
    context.say(`${archived ? 'Archived' : 'Brought back'} the code “${known.name}”`)
    return {}
  },

  remove: (context, { code }) => {
    const { db } = context
    const known = requireKnown(context, code)
    const children = db.value<number>(sql`SELECT count(*) FROM code WHERE parent = ${code}`) ?? 0
    if (children > 0) {
      throw new CoreError(
        'conflict',
        `“${known.name}” still holds ${children} codes. Move or remove them first, or archive it.`,
      )
    }
    requireNothingHidden(db, code, known.name)
    const codings = db.run(sql`DELETE FROM coding WHERE code = ${code}`).changes
    db.run(sql`DELETE FROM memo WHERE target = 'code' AND target_id = ${code}`)
    db.run(sql`DELETE FROM code WHERE id = ${code}`)
    context.say(`Removed the code “${known.name}”${usedSentence(codings)}`)
    return {}
  },

  mergePreview: ({ db }, { from, into }) => ({
    codings: inSight(db, sql`c.code IN ${inList(from)}`).codings.length,
    already: inSight(
      db,
      sql`c.code IN ${inList(from)}
        AND EXISTS (SELECT 1 FROM coding AS b WHERE b.passage = c.passage AND b.code = ${into})`,
    ).codings.length,
    children: db.value<number>(sql`SELECT count(*) FROM code WHERE parent IN ${inList(from)}`) ?? 0,
  }),

  merge: (context, { from, into }) => {
    const { db } = context
    const target = requireKnown(context, into)
    const sources = from.filter((id) => id !== into).map((id) => requireKnown(context, id))
    const foreign = sources.find((source) => source.family !== target.family || source.level !== target.level)
    if (foreign) {
      throw new CoreError(
        'invalid',
        `“${foreign.name}” and “${target.name}” are of different kinds, so they cannot be merged.`,
      )
    }
    for (const source of sources) {
      // A passage that carries both keeps the stronger feeling.
      db.run(sql`
        UPDATE coding SET intensity = max(coalesce(intensity, 0), coalesce((SELECT o.intensity FROM coding AS o
          WHERE o.passage = coding.passage AND o.code = ${source.id}), 0))
        WHERE code = ${into} AND EXISTS (SELECT 1 FROM coding AS o WHERE o.passage = coding.passage AND o.code = ${source.id}
          AND o.intensity > coalesce(coding.intensity, 0))`)
      db.run(sql`
        DELETE FROM coding WHERE code = ${source.id}
          AND EXISTS (SELECT 1 FROM coding AS b WHERE b.passage = coding.passage AND b.code = ${into})`)
      db.run(sql`UPDATE coding SET code = ${into} WHERE code = ${source.id}`)
      if (isUnder(db, into, source.id)) {
        db.run(sql`UPDATE code SET parent = ${source.parent} WHERE id = ${into}`)
      }
      db.run(sql`UPDATE code SET parent = ${into} WHERE parent = ${source.id}`)
      db.run(sql`UPDATE memo SET target_id = ${into} WHERE target = 'code' AND target_id = ${source.id}`)
      db.run(
        sql`UPDATE code SET pairs_with = CASE WHEN id = ${into} THEN NULL ELSE ${into} END WHERE pairs_with = ${source.id}`,
      )
      db.run(sql`DELETE FROM code WHERE id = ${source.id}`)
    }
    const aliases = JSON.parse(
      db.value<string>(sql`SELECT aliases FROM code WHERE id = ${into}`) ?? '[]',
    ) as string[]
    const merged = [...new Set([...aliases, ...sources.map((source) => source.name)])]
    db.run(sql`UPDATE code SET aliases = ${JSON.stringify(merged)} WHERE id = ${into}`)
    context.say(`Merged ${sources.map((source) => `“${source.name}”`).join(', ')} into “${target.name}”`)
    return {}
  },

  split: splitCode,

  stale: ({ db }, asked) => staleCodings(db, asked),

  confirm: (context, chosen) => ({ codings: confirmCodings(context, chosen) }),

  orderFamilies: (context, { families }) => {
    orderFamilies(context, families)
    return {}
  },

  readFile: ({ db }, { file }) => previewFile(db, file),

  importFile,
}
