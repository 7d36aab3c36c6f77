/** Changing single codes: the rules of the codebook, for its handlers and for codebooks that come from files. */
import type { Input } from '../contract/index.ts'
import { CoreError } from '../contract/errors.ts'
import type { CommandContext } from '../context.ts'
import { inList, join, name as column, sql, type Value } from '../db/sql.ts'
import { METHOD_IDS } from '../project/create.ts'
import { followInFigures, followShortId } from './follow.ts'

export interface Known {
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

type NewCode = Input<'codebook.add'>
type CodeChange = Input<'codebook.change'>

/** Throws `conflict` with the name of the code that has the short id, so that it can be found. */
function requireFree({ db }: Pick<CommandContext, 'db'>, key: string, except = 0): void {
  const taken = db.value<string>(
    sql`SELECT name FROM code WHERE key = ${key} COLLATE NOCASE AND id <> ${except}`,
  )
  if (taken === undefined) return
  throw new CoreError('conflict', `The short id ${key} belongs to “${taken}”. Choose another.`)
}

/** Gives a code another short id; whatever names it by the old one follows. */
function changeShortId(context: CommandContext, known: Known, key: string): void {
  if (key === known.key) return
  if (METHOD_IDS.has(known.key)) {
    throw new CoreError(
      'conflict',
      `“${known.name}” keeps the short id ${known.key}: figures and suggestions find it by that.`,
    )
  }
  requireFree(context, key, known.id)
  context.db.run(sql`UPDATE code SET key = ${key} WHERE id = ${known.id}`)
  followShortId(context, known.key, key)
  followInFigures(context, known.key, key)
  context.say(`Changed the short id of “${known.name}” from ${known.key} to ${key}`)
}

/** Adds a code at the end of its siblings. */
export function addCode(
  context: CommandContext,
  { name, family, parent = null, code, ...fields }: NewCode,
): { code: number; key: string } {
  const { db } = context
  const above = checkParent(context, null, family, parent)
  const key = code ?? freeKey(context, family, name, above)
  requireFree(context, key)
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
}

/** Changes what a code says of itself; other words for its meaning make a new version. */
export function changeCode(context: CommandContext, { code, shortId, ...fields }: CodeChange): void {
  const { db } = context
  const known = requireKnown(context, code)
  if (shortId !== undefined) changeShortId(context, known, shortId)
  const set: [string, Value][] = []
  for (const field of [...PLAIN, ...MEANING]) {
    const value = fields[field]
    if (value !== undefined) set.push([field, value])
  }
  if (fields.aliases !== undefined) set.push(['aliases', JSON.stringify(fields.aliases)])
  if (fields.pairsWith !== undefined) set.push(['pairs_with', fields.pairsWith])
  if (set.length === 0) return
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
}

/** Puts codes under a parent, before a sibling or at the end, in the order given. */
export function moveCodes(
  context: CommandContext,
  { codes, parent, before = null }: Input<'codebook.move'>,
): void {
  const names = codes.map((code) => moveCode(context, code, { parent, before }))
  context.say(names.length === 1 ? `Moved the code “${names[0]}”` : `Moved ${names.length} codes`)
}

/** Returns the code's name. */
function moveCode(
  context: CommandContext,
  code: number,
  { parent, before }: { parent: number | null; before: number | null },
): string {
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
    .rows<[number]>(
      sql`SELECT id FROM code WHERE parent IS ${parent} AND family = ${known.family} AND id <> ${code} ORDER BY ord, id`,
    )
    .map(([id]) => id)
  const at = before === null ? -1 : siblings.indexOf(before)
  siblings.splice(at === -1 ? siblings.length : at, 0, code)
  db.run(sql`UPDATE code SET parent = ${parent} WHERE id = ${code} AND parent IS NOT ${parent}`)
  const first = db.value<number>(sql`SELECT min(ord) FROM code WHERE id IN ${inList(siblings)}`) ?? 0
  siblings.forEach((id, index) =>
    db.run(sql`UPDATE code SET ord = ${first + index} WHERE id = ${id} AND ord <> ${first + index}`),
  )
  return known.name
}
