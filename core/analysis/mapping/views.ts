/** Saved views: settings under a name, and for a heatmap the figures of that day, to compare with later. */
import { z } from 'zod'
import { HeatmapSettings } from '../../contract/analysis.ts'
import { CoreError } from '../../contract/errors.ts'
import type { mapping } from '../../contract/mapping.ts'
import type { CommandContext } from '../../context.ts'
import type { ReadableDb } from '../../db/database.ts'
import { sql } from '../../db/sql.ts'
import { buildHeatmap } from '../heatmap/heatmap.ts'
import { layOut } from '../heatmap/layout.ts'

type Views = z.input<typeof mapping.views.output>
type Compared = z.input<typeof mapping.compareView.output>

const Line = z.object({ id: z.string(), name: z.string(), P: z.number(), E: z.number(), F: z.number() })
const Snapshot = z.object({ rows: z.array(Line) })
type Snapshot = z.infer<typeof Snapshot>

interface Row {
  id: number
  kind: Views['views'][number]['kind']
  name: string
  settings: string
  snapshot: string | null
  created: number
}

export const listViews = (db: ReadableDb): Views['views'] =>
  db.all<Row>(sql`SELECT * FROM saved_view ORDER BY created DESC, id DESC`).map((row) => ({
    id: row.id,
    kind: row.kind,
    name: row.name,
    settings: JSON.parse(row.settings) as unknown,
    created: new Date(row.created).toISOString(),
    snapshot: row.snapshot !== null,
  }))

function requireView(db: ReadableDb, view: number): Row {
  const row = db.get<Row>(sql`SELECT * FROM saved_view WHERE id = ${view}`)
  if (!row) throw new CoreError('not-found', 'That saved view is no longer in this project.')
  return row
}

/** Throws `invalid` when a heatmap's settings are not a heatmap's. */
export function saveView(
  context: CommandContext,
  { kind, name, settings }: z.output<typeof mapping.saveView.input>,
): number {
  const { db, ids, clock } = context
  const snapshot = kind === 'heatmap' ? JSON.stringify(snapshotOf(db, readHeatmap(settings))) : null
  context.say(`Saved the view “${name}”`)
  return db.run(sql`
    INSERT INTO saved_view (guid, kind, name, settings, snapshot, created)
    VALUES (${ids()}, ${kind}, ${name}, ${JSON.stringify(settings)}, ${snapshot}, ${clock()})`).id
}

function readHeatmap(settings: unknown): HeatmapSettings {
  const parsed = HeatmapSettings.safeParse(settings)
  if (!parsed.success) {
    throw new CoreError('invalid', 'These are not the settings of a heatmap, so the view was not saved.')
  }
  return parsed.data
}

function snapshotOf(db: ReadableDb, settings: HeatmapSettings): Snapshot {
  const { heatmap } = buildHeatmap(layOut(db, settings))
  return { rows: heatmap.rows.map(({ id, name, total: { P, E, F } }) => ({ id, name, P, E, F })) }
}

export function removeView(context: CommandContext, view: number): void {
  const { name } = requireView(context.db, view)
  context.db.run(sql`DELETE FROM saved_view WHERE id = ${view}`)
  context.say(`Removed the view “${name}”`)
}

/** Throws `unsupported` when someone has withdrawn since: figures kept from that day may count them. */
function requireNobodyGone(db: ReadableDb, name: string, created: number): void {
  const gone = db.value(sql`SELECT 1 FROM participant WHERE withdrawn > ${created}`)
  if (gone === undefined) return
  throw new CoreError(
    'unsupported',
    `Someone has withdrawn since “${name}” was saved, and its figures of that day may count them. Save it again to compare from now on.`,
  )
}

/** Rows of either day, in the order of today's figure. Throws `unsupported` for a view without figures. */
export function compareView(db: ReadableDb, view: number): Compared {
  const { name, created, settings, snapshot } = requireView(db, view)
  if (snapshot === null) {
    throw new CoreError(
      'unsupported',
      `“${name}” keeps no figures of its day, so there is nothing to compare.`,
    )
  }
  requireNobodyGone(db, name, created)
  // Built first: while residents are sealed, neither day's figures may be seen.
  const now = snapshotOf(db, readHeatmap(JSON.parse(settings)))
  const before = Snapshot.parse(JSON.parse(snapshot))
  const byId = ({ rows }: Snapshot) => new Map(rows.map((row) => [row.id, row]))
  const [old, fresh] = [byId(before), byId(now)]
  const gone = before.rows.filter(({ id }) => !fresh.has(id))
  return {
    name,
    created: new Date(created).toISOString(),
    rows: [...now.rows, ...gone].map((row) => ({
      id: row.id,
      name: row.name,
      before: old.get(row.id) ?? null,
      now: fresh.get(row.id) ?? null,
    })),
  }
}
