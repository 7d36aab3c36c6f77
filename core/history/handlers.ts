/** Undo, redo and the readable audit trail. */
import type { Handlers } from '../context.ts'
import type { ReadableDb } from '../db/database.ts'
import { nextRedo, nextUndo } from '../db/journal.ts'
import { empty, join, sql, type Sql } from '../db/sql.ts'

interface StepRow {
  step: number
  at: number
  coder: string
  kind: string
  label: string
  undone: number
  document: number | null
  changes: number
}

/** Columns whose words may be a resident's: never shown in the audit trail. */
const PRIVATE = new Set(['text', 'quote', 'prefix', 'suffix', 'codings', 'bytes', 'report', 'guid'])

function readable(image: string | null): unknown {
  if (image === null) return null
  const row = JSON.parse(image) as Record<string, unknown>
  return Object.fromEntries(Object.entries(row).filter(([column]) => !PRIVATE.has(column)))
}

/** Whether a step's sentence holds a word, `%` and `_` too, in capitals or not. */
const holdsWord = (word: string): Sql =>
  sql`label LIKE ${`%${word.replaceAll(/[\\%_]/g, '\\$&')}%`} ESCAPE '\\'`

interface Seen {
  upTo: number
  steps: number
}
const seen = new WeakMap<ReadableDb, Seen>()

/** A step is never taken out of the history, so those counted once are not counted again. */
function countSteps(db: ReadableDb): number {
  const { upTo, steps } = seen.get(db) ?? { upTo: 0, steps: 0 }
  const since = db.get<Seen>(
    sql`SELECT coalesce(max(id), ${upTo}) AS upTo, count(*) AS steps FROM step WHERE id > ${upTo}`,
  )
  const now = { upTo: since?.upTo ?? upTo, steps: steps + (since?.steps ?? 0) }
  seen.set(db, now)
  return now.steps
}

export const history: Handlers<'history'> = {
  state: ({ db }) => ({ undo: nextUndo(db)?.label ?? null, redo: nextRedo(db)?.label ?? null }),

  undo: ({ journal, step, touch }) => {
    const undone = journal.undo(step)
    if (undone?.document) touch(undone.document)
    return { moved: undone?.id ?? null, sentence: undone?.label ?? null }
  },

  redo: ({ journal, step, touch }) => {
    const redone = journal.redo(step)
    if (redone?.document) touch(redone.document)
    return { moved: redone?.id ?? null, sentence: redone?.label ?? null }
  },

  log: ({ db }, { limit, before, coder, kind, document, search }) => {
    const conditions: Sql[] = []
    if (coder !== undefined) conditions.push(sql`coder = ${coder}`)
    if (kind !== undefined) conditions.push(sql`substr(kind, 1, ${kind.length}) = ${kind}`)
    if (document !== undefined) conditions.push(sql`document = ${document}`)
    for (const word of search?.split(/\s+/u) ?? []) conditions.push(holdsWord(word))
    const where = join([sql`1`, ...conditions], ' AND ')
    const page = before === undefined ? empty : sql` AND id < ${before}`
    const steps = db.all<StepRow>(sql`
      SELECT id AS step, at, coder, kind, label, undone, document,
        (SELECT count(*) FROM change WHERE change.step = step.id) AS changes
      FROM step WHERE ${where}${page} ORDER BY id DESC LIMIT ${limit}`)
    return {
      steps: steps.map((row) => ({ ...row, at: new Date(row.at).toISOString(), undone: row.undone > 0 })),
      total:
        conditions.length === 0
          ? countSteps(db)
          : (db.value<number>(sql`SELECT count(*) FROM step WHERE ${where}`) ?? 0),
    }
  },

  changes: ({ db }, { step }) => ({
    changes: db
      .all<{ table: string; row: number; op: string; before: string | null; after: string | null }>(
        sql`SELECT tbl AS "table", row, op, before, after FROM change WHERE step = ${step} ORDER BY id LIMIT 1000`,
      )
      .map((change) => ({ ...change, before: readable(change.before), after: readable(change.after) })),
  }),
}
