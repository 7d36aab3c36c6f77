/** The codebook: adding, defining, ordering, merging and retiring codes. */
import type { z } from 'zod'
import type { Code } from '../contract/codebook.ts'
import { CoreError } from '../contract/errors.ts'
import type { CommandContext, Handlers } from '../context.ts'
import { inList, join, name as column, sql, type Value } from '../db/sql.ts'

type CodeOut = z.input<typeof Code>
interface CodeRow extends Omit<CodeOut, 'aliases' | 'archived'> {
  aliases: string
  archived: number
}
interface Known {
  id: number
  key: string
  name: string
  family: string
  parent: number | null
  level: 'journey' | 'stage' | 'touchpoint' | null
}

const LEVELS = ['journey', 'stage', 'touchpoint'] as const

export function requireKnown(context: Pick<CommandContext, 'db'>, code: number): Known {
  const row = context.db.get<Known>(
    sql`SELECT id, key, name, family, parent, level FROM code WHERE id = ${code}`,
  )
  if (!row) throw new CoreError('not-found', 'That code is no longer in the codebook.')
  return row
}

/** A short id that is free: from the parent (`CMP3.5`), or from the name (`theme.the-lift`). */
function freeKey(context: CommandContext, family: string, name: string, parent: Known | null): string {
  const isFree = (key: string) =>
    context.db.value(sql`SELECT 1 FROM code WHERE key = ${key} COLLATE NOCASE`) === undefined
  if (family === 'touchpoint' && parent) {
    const separator = parent.level === 'stage' ? '.' : ''
    for (let n = 1; ; n++) if (isFree(`${parent.key}${separator}${n}`)) return `${parent.key}${separator}${n}`
  }
  const slug =
    name
      .normalize('NFKD')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
      .replaceAll(/^-|-$/g, '')
      .slice(0, 40) || 'code'
  const stem =
    family === 'touchpoint'
      ? slug.slice(0, 4).toUpperCase()
      : `${family === 'reason' ? 'why' : family}.${slug}`
  for (let n = 1; ; n++) {
    const key = n === 1 ? stem : `${stem}-${n}`
    if (isFree(key)) return key
  }
}

function levelUnder(parent: Known | null, family: string): Known['level'] {
  if (family !== 'touchpoint') return null
  if (!parent) return 'journey'
  const level = LEVELS[LEVELS.indexOf(parent.level ?? 'journey') + 1]
  if (!level)
    throw new CoreError('invalid', 'A touchpoint cannot hold other codes. Put it in a stage of a journey.')
  return level
}

function checkParent(
  context: CommandContext,
  code: Known | null,
  family: string,
  parent: number | null,
): Known | null {
  if (parent === null) return null
  const row = requireKnown(context, parent)
  if (row.family !== family) {
    throw new CoreError(
      'invalid',
      `“${row.name}” belongs to another family (${row.family}), so it cannot hold this code.`,
    )
  }
  const above = context.db.rows<[number]>(sql`
    WITH RECURSIVE up (id, parent) AS (
      SELECT id, parent FROM code WHERE id = ${parent} UNION SELECT code.id, code.parent FROM code JOIN up ON code.id = up.parent
    ) SELECT id FROM up`)
  if (code && above.some(([id]) => id === code.id)) {
    throw new CoreError('invalid', `“${code.name}” cannot be put inside itself.`)
  }
  return row
}

/** Columns that a researcher edits freely; a change of meaning raises the version. */
const PLAIN = ['name', 'colour', 'side', 'clock', 'channel', 'valence', 'weight'] as const
const MEANING = ['definition', 'include', 'exclude', 'example'] as const

function usedSentence(codings: number): string {
  if (codings === 0) return ''
  return codings === 1 ? ' and its one coding' : ` and its ${codings} codings`
}

export const codebook: Handlers<'codebook'> = {
  list: ({ db }) => ({
    codes: db
      .all<CodeRow>(sql`
        SELECT c.id, c.key AS code, c.family, c.parent, c.name, c.definition, c.include, c.exclude, c.example, c.colour, c.aliases,
          c.version, c.archived, c.ord AS "order", c.level, c.side, c.clock, c.channel, c.pairs_with AS pairsWith, c.valence, c.weight,
          (SELECT count(*) FROM coding WHERE coding.code = c.id) AS used
        FROM code AS c ORDER BY c.ord, c.id`)
      .map((row) => ({ ...row, aliases: JSON.parse(row.aliases) as string[], archived: row.archived === 1 })),
  }),

  add: (context, { name, family, parent = null, code, ...fields }) => {
    const { db } = context
    const above = checkParent(context, null, family, parent)
    const key = code ?? freeKey(context, family, name, above)
    if (db.value(sql`SELECT 1 FROM code WHERE key = ${key} COLLATE NOCASE`) !== undefined) {
      throw new CoreError('conflict', `The short id ${key} is taken. Choose another.`)
    }
    const order = (db.value<number>(sql`SELECT coalesce(max(ord), 0) FROM code`) ?? 0) + 1
    const { id } = db.run(sql`
      INSERT INTO code (guid, key, family, parent, name, definition, include, exclude, example, colour, aliases, ord, level, side, clock,
        channel, pairs_with, valence, weight)
      VALUES (${context.ids()}, ${key}, ${family}, ${parent}, ${name}, ${fields.definition ?? ''}, ${fields.include ?? ''},
        ${fields.exclude ?? ''}, ${fields.example ?? ''}, ${fields.colour ?? null}, ${JSON.stringify(fields.aliases ?? [])}, ${order},
        ${levelUnder(above, family)}, ${fields.side ?? null}, ${fields.clock ?? null}, ${fields.channel ?? null},
        ${fields.pairsWith ?? null}, ${fields.valence ?? null}, ${fields.weight ?? null})`)
    context.say(`Added the code “${name}”`)
    return { code: id, key }
  },

  change: (context, { code, ...fields }) => {
    const { db } = context
    const known = requireKnown(context, code)
    const set: [string, Value][] = []
    for (const field of [...PLAIN, ...MEANING]) {
      const value = fields[field]
      if (value !== undefined) set.push([field, value])
    }
    if (fields.aliases !== undefined) set.push(['aliases', JSON.stringify(fields.aliases)])
    if (fields.pairsWith !== undefined) set.push(['pairs_with', fields.pairsWith])
    if (set.length === 0) return {}
    const before = db.get<Record<string, Value>>(
      sql`SELECT definition, include, exclude FROM code WHERE id = ${code}`,
    )
    const redefined = (['definition', 'include', 'exclude'] as const).some(
      (field) => fields[field] !== undefined && fields[field] !== before?.[field],
    )
    const columns = join(
      set.map(([field, value]) => sql`${column(field)} = ${value}`),
      ', ',
    )
    db.run(sql`UPDATE code SET ${columns}, version = version + ${redefined ? 1 : 0} WHERE id = ${code}`)
    context.say(`Changed the code “${fields.name ?? known.name}”`)
    return {}
  },

  move: (context, { code, parent, before }) => {
    const { db } = context
    const known = requireKnown(context, code)
    const above = checkParent(context, known, known.family, parent)
    if (known.family === 'touchpoint' && levelUnder(above, known.family) !== known.level) {
      throw new CoreError(
        'invalid',
        `A ${known.level} cannot be put there. Journeys hold stages, and stages hold touchpoints.`,
      )
    }
    const siblings = db
      .rows<[number, number]>(
        sql`SELECT id, ord FROM code WHERE parent IS ${parent} AND family = ${known.family} AND id <> ${code} ORDER BY ord, id`,
      )
      .map(([id]) => id)
    const at = before === undefined || before === null ? siblings.length : siblings.indexOf(before)
    siblings.splice(at === -1 ? siblings.length : at, 0, code)
    db.run(sql`UPDATE code SET parent = ${parent} WHERE id = ${code} AND parent IS NOT ${parent}`)
    const first = db.value<number>(sql`SELECT min(ord) FROM code WHERE id IN ${inList(siblings)}`) ?? 0
    siblings.forEach((id, index) =>
      db.run(sql`UPDATE code SET ord = ${first + index} WHERE id = ${id} AND ord <> ${first + index}`),
    )
    context.say(`Moved the code “${known.name}”`)
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
    const codings = db.run(sql`DELETE FROM coding WHERE code = ${code}`).changes
    db.run(sql`DELETE FROM memo WHERE target = 'code' AND target_id = ${code}`)
    db.run(sql`DELETE FROM code WHERE id = ${code}`)
    context.say(`Removed the code “${known.name}”${usedSentence(codings)}`)
    return {}
  },

  mergePreview: ({ db }, { from, into }) => ({
    codings: db.value<number>(sql`SELECT count(*) FROM coding WHERE code IN ${inList(from)}`) ?? 0,
    already:
      db.value<number>(sql`
        SELECT count(*) FROM coding AS a WHERE a.code IN ${inList(from)}
          AND EXISTS (SELECT 1 FROM coding AS b WHERE b.passage = a.passage AND b.code = ${into})`) ?? 0,
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
      db.run(sql`UPDATE code SET parent = ${into} WHERE parent = ${source.id}`)
      db.run(sql`UPDATE memo SET target_id = ${into} WHERE target = 'code' AND target_id = ${source.id}`)
      db.run(sql`UPDATE code SET pairs_with = ${into} WHERE pairs_with = ${source.id}`)
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
}
