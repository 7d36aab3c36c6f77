/** The codebook: adding, defining, ordering, merging and retiring codes. */
import type { z } from 'zod'
import type { Code } from '../contract/codebook.ts'
import { CoreError } from '../contract/errors.ts'
import type { Handlers } from '../context.ts'
import { sql } from '../db/sql.ts'
import { METHOD_IDS } from '../project/create.ts'
import { addCode, changeCode, moveCodes, requireKnown } from './codes.ts'
import { importFile, previewFile } from './exchange/import.ts'
import { mergeCodes, previewMerge } from './merge.ts'
import { requireNothingHidden, usesInSight } from './sight.ts'
import { confirmCodings, orderFamilies, splitCode, staleCodings } from './revise.ts'

type CodeOut = z.input<typeof Code>
interface CodeRow extends Omit<CodeOut, 'aliases' | 'archived' | 'fixed'> {
  aliases: string
  archived: number
}

function usedSentence(codings: number): string {
  if (codings === 0) return ''
  return codings === 1 ? ' and its one coding' : ` and its ${codings} codings`
}

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
        fixed: METHOD_IDS.has(row.code),
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
    moveCodes(context, move)
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

  mergePreview: ({ db }, merge) => previewMerge(db, merge),

  merge: (context, merge) => {
    mergeCodes(context, merge)
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
