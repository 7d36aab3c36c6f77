/** Everything one side says, by row: gathered in one pass over the transcripts. */
import { HeatmapSettings } from '../../contract/analysis.ts'
import type { ReadableDb } from '../../db/database.ts'
import type { Level } from '../codebook.ts'
import { layOut, type Layout } from '../heatmap/layout.ts'
import { eachSighting } from '../heatmap/sightings.ts'
import type { Said } from '../summary/gather.ts'

export interface Everywhere {
  readonly layout: Layout
  /** By the row's short id; rows where nobody spoke are missing. */
  readonly byRow: ReadonlyMap<string, readonly Said[]>
}

type Asked = Pick<HeatmapSettings, 'scope' | 'frustration'> & { rows?: Level }

/** Throws `sealed` while residents' findings are and the scope takes them in. */
export function gatherEverywhere(
  db: ReadableDb,
  { scope, frustration, rows = 'touchpoint' }: Asked,
): Everywhere {
  const layout = layOut(db, HeatmapSettings.parse({ scope, frustration, rows }))
  const byRow = new Map<string, Said[]>()
  eachSighting(layout.frame, layout.read, (evidence, { participant }, sightings) => {
    const item = { evidence, participant, felt: layout.feelings(evidence) }
    for (const { row } of sightings) {
      const key = layout.frame.rows.list[row]?.code.key ?? ''
      const said = byRow.get(key)
      if (said) said.push(item)
      else byRow.set(key, [item])
    }
  })
  return { layout, byRow }
}
