/** What names a code by its short id, or by its row where SQL cannot see it: kept in step when either changes. */
import type { CommandContext } from '../context.ts'
import { sql } from '../db/sql.ts'
import { renameCarried } from '../importing/unplaced.ts'

/** Transcripts, channels of touchpoints, kept views and passages waiting to be placed: what named `before` names `after`. */
export function followShortId(context: CommandContext, before: string, after: string): void {
  const { db } = context
  const swap = (id: unknown) => (id === before ? after : id)
  db.run(sql`UPDATE document SET journey = ${after} WHERE journey = ${before}`)
  db.run(sql`UPDATE code SET channel = ${after} WHERE channel = ${before}`)
  renameCarried(context, before, after)
  rewriteViews(context, (field, value) => {
    if (field === 'journey') return swap(value)
    return field === 'journeys' && Array.isArray(value) ? [...new Set(value.map(swap))] : value
  })
}

/** The figures of the day that saved heatmaps keep, row by row. */
export function followInFigures({ db }: CommandContext, before: string, after: string): void {
  const rows = db.all<{ id: number; snapshot: string }>(
    sql`SELECT id, snapshot FROM saved_view WHERE snapshot IS NOT NULL`,
  )
  for (const { id, snapshot } of rows) {
    const now = rewritten(snapshot, (field, value) => (field === 'id' && value === before ? after : value))
    if (now !== null) db.run(sql`UPDATE saved_view SET snapshot = ${now} WHERE id = ${id}`)
  }
}

/** Saved queries name codes by row. */
export function followInQueries(context: CommandContext, before: number, after: number): void {
  rewriteViews(context, (field, value) =>
    field === 'codes' && Array.isArray(value)
      ? [...new Set(value.map((code: unknown) => (code === before ? after : code)))]
      : value,
  )
}

type Rewrite = (field: string, value: unknown) => unknown

function rewriteViews({ db }: CommandContext, rewrite: Rewrite): void {
  for (const { id, settings } of db.all<{ id: number; settings: string }>(
    sql`SELECT id, settings FROM saved_view`,
  )) {
    const now = rewritten(settings, rewrite)
    if (now !== null) db.run(sql`UPDATE saved_view SET settings = ${now} WHERE id = ${id}`)
  }
}

/** Null when nothing changes. */
function rewritten(json: string, rewrite: Rewrite): string | null {
  const now = JSON.stringify(JSON.parse(json, rewrite))
  return now === JSON.stringify(JSON.parse(json)) ? null : now
}
