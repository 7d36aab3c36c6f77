/** Looking after a codebook in use: splitting codes, confirming codings under a new definition, ordering families. */
import type { z } from 'zod'
import type { StaleCoding } from '../contract/codebook.ts'
import type { Input } from '../contract/index.ts'
import { CoreError } from '../contract/errors.ts'
import { passageRows } from '../codings/read.ts'
import type { CommandContext } from '../context.ts'
import type { ReadableDb } from '../db/database.ts'
import { inList, sql, type Sql } from '../db/sql.ts'
import { addCode, moveCodes, requireKnown } from './codes.ts'
import { inSight } from './sight.ts'

function touchAll(context: CommandContext, where: Sql): void {
  const documents = context.db.rows<[number]>(sql`
    SELECT DISTINCT p.document FROM coding AS c JOIN passage AS p ON p.id = c.passage WHERE ${where}`)
  for (const [document] of documents) context.touch(document)
}

const codingsInWords = (count: number) => (count === 1 ? 'one coding' : `${count} codings`)

/** Makes a code beside another and moves the chosen passages' codings to it. */
export function splitCode(
  context: CommandContext,
  { from, passages, ...fields }: Input<'codebook.split'>,
): { code: number; key: string; codings: number } {
  const { db } = context
  const known = requireKnown(context, from)
  const chosen = sql`c.code = ${from} AND c.passage IN ${inList(passages)}`
  const moving = db.value<number>(sql`SELECT count(*) FROM coding AS c WHERE ${chosen}`) ?? 0
  if (moving === 0) {
    throw new CoreError(
      'conflict',
      `None of the chosen passages is coded “${known.name}” any more. Choose passages of the code to split.`,
    )
  }
  touchAll(context, chosen)
  const inherited = db.get<Pick<Input<'codebook.add'>, 'valence' | 'weight' | 'side'>>(
    sql`SELECT valence, weight, side FROM code WHERE id = ${from}`,
  )
  const added = addCode(context, {
    ...inherited,
    ...fields,
    family: familyOf(db, from),
    parent: known.parent,
  })
  moveCodes(context, { codes: [added.code], parent: known.parent, before: nextSibling(db, from) })
  db.run(sql`
    UPDATE coding SET code = ${added.code}, code_version = 1 WHERE code = ${from} AND passage IN ${inList(passages)}`)
  context.say(`Split “${fields.name}” from “${known.name}” with ${codingsInWords(moving)}`)
  return { ...added, codings: moving }
}

const familyOf = (db: ReadableDb, code: number) =>
  db.value<Input<'codebook.add'>['family']>(sql`SELECT family FROM code WHERE id = ${code}`) ?? 'theme'

function nextSibling(db: ReadableDb, code: number): number | null {
  return (
    db.value<number>(sql`
      SELECT next.id FROM code JOIN code AS next ON next.parent IS code.parent AND next.family = code.family
      WHERE code.id = ${code} AND (next.ord, next.id) > (code.ord, code.id) ORDER BY next.ord, next.id LIMIT 1`) ??
    null
  )
}

interface StaleRow {
  coding: number
  code: number
  codeName: string
  codedUnder: number
  version: number
  passage: number
}

const OLDER = sql`c.code_version < (SELECT version FROM code WHERE id = c.code)`

/** Codings made under an older definition of their code. */
export function staleCodings(
  db: ReadableDb,
  { code, offset, limit }: { code?: number | undefined; offset: number; limit: number },
): {
  codes: { code: number; name: string; codings: number }[]
  codings: z.input<typeof StaleCoding>[]
  total: number
} {
  const seen = inList(inSight(db, OLDER).codings)
  const of = code === undefined ? sql`1` : sql`code.id = ${code}`
  const codes = db.all<{ code: number; name: string; codings: number }>(sql`
    SELECT code.id AS code, code.name, count(*) AS codings FROM coding AS c JOIN code ON code.id = c.code
    WHERE c.id IN ${seen} GROUP BY code.id ORDER BY code.ord, code.id`)
  const rows = db.all<StaleRow>(sql`
    SELECT c.id AS coding, code.id AS code, code.name AS codeName, c.code_version AS codedUnder, code.version, c.passage
    FROM coding AS c JOIN code ON code.id = c.code JOIN passage AS p ON p.id = c.passage JOIN document AS d ON d.id = p.document
    WHERE c.id IN ${seen} AND ${of}
    ORDER BY code.ord, code.id, d.name COLLATE NOCASE, d.id, p.start, c.id LIMIT ${limit} OFFSET ${offset}`)
  const passages = new Map(
    passageRows(
      db,
      rows.map(({ passage }) => passage),
    ).map((row) => [row.passage, row]),
  )
  return {
    total: codes.reduce((sum, row) => sum + (code === undefined || row.code === code ? row.codings : 0), 0),
    codes,
    codings: rows.flatMap(({ passage, ...row }) => {
      const words = passages.get(passage)
      return words ? [{ ...row, passage: words }] : []
    }),
  }
}

/** Brings codings up to the present definition. Returns how many were of an older one. */
export function confirmCodings(context: CommandContext, chosen: Input<'codebook.confirm'>): number {
  const { db } = context
  const which =
    'code' in chosen ? inSight(db, sql`c.code = ${chosen.code} AND ${OLDER}`).codings : chosen.codings
  const stale = sql`c.id IN ${inList(which)} AND ${OLDER}`
  const name = 'code' in chosen ? requireKnown(context, chosen.code).name : null
  touchAll(context, stale)
  const { changes } = db.run(sql`
    UPDATE coding AS c SET code_version = (SELECT version FROM code WHERE id = c.code) WHERE ${stale}`)
  const codings = codingsInWords(changes)
  context.say(`Confirmed ${codings}${name === null ? '' : ` of “${name}”`} under the present definition`)
  return changes
}

/** Numbers all codes again, family by family, keeping the order inside each. */
export function orderFamilies(context: CommandContext, families: readonly string[]): void {
  const { db } = context
  const codes = db.all<{ id: number; family: string; ord: number }>(
    sql`SELECT id, family, ord FROM code ORDER BY ord, id`,
  )
  const byFamily = Map.groupBy(codes, ({ family }) => family)
  const order = [...new Set([...families, ...byFamily.keys()])]
  order
    .flatMap((family) => byFamily.get(family) ?? [])
    .forEach(({ id, ord }, index) => {
      if (ord !== index) db.run(sql`UPDATE code SET ord = ${index} WHERE id = ${id}`)
    })
  context.say('Changed the order of the families')
}
