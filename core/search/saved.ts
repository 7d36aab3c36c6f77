/** Saved queries: kept in the project, under a name. */
import type { z } from 'zod'
import { CoreError } from '../contract/errors.ts'
import { Retrieve, type SavedQuery } from '../contract/search.ts'
import type { CommandContext } from '../context.ts'
import type { ReadableDb } from '../db/database.ts'
import { sql } from '../db/sql.ts'

/** By name. One whose settings this version cannot read is left out, not an error. */
export function savedQueries(db: ReadableDb): z.input<typeof SavedQuery>[] {
  const rows = db.all<{ id: number; name: string; settings: string; created: number }>(
    sql`SELECT id, name, settings, created FROM saved_view WHERE kind = 'query' ORDER BY name COLLATE NOCASE, id`,
  )
  return rows.flatMap(({ settings, created, ...row }) => {
    const query = Retrieve.safeParse(JSON.parse(settings))
    return query.success ? [{ ...row, query: query.data, created: new Date(created).toISOString() }] : []
  })
}

function requireSaved(context: CommandContext, id: number): string {
  const name = context.db.value<string>(sql`SELECT name FROM saved_view WHERE id = ${id} AND kind = 'query'`)
  if (name === undefined) {
    throw new CoreError(
      'not-found',
      'That saved query is no longer there. It may have been removed or undone.',
    )
  }
  return name
}

export function saveQuery(
  context: CommandContext,
  { id, name, query }: { id?: number | undefined; name: string; query: Retrieve },
): number {
  const { db } = context
  const taken = db.value<number>(
    sql`SELECT id FROM saved_view WHERE kind = 'query' AND name = ${name} COLLATE NOCASE`,
  )
  if (taken !== undefined && taken !== id) {
    throw new CoreError('conflict', `There is already a saved query called “${name}”. Choose another name.`)
  }
  const settings = JSON.stringify(query)
  context.say(`Saved the query “${name}”`)
  if (id === undefined) {
    return db.run(sql`
      INSERT INTO saved_view (guid, kind, name, settings, created)
      VALUES (${context.ids()}, 'query', ${name}, ${settings}, ${context.clock()})`).id
  }
  requireSaved(context, id)
  db.run(sql`UPDATE saved_view SET name = ${name}, settings = ${settings} WHERE id = ${id}`)
  return id
}

export function removeQuery(context: CommandContext, id: number): void {
  const name = requireSaved(context, id)
  context.db.run(sql`DELETE FROM saved_view WHERE id = ${id}`)
  context.say(`Removed the saved query “${name}”`)
}
