/** Codebook entries on their way in or out: codes by short id instead of by row. */
import type { z } from 'zod'
import type { Family } from '../../contract/common.ts'
import type { Valence } from '../../contract/codebook.ts'
import type { ReadableDb } from '../../db/database.ts'
import { sql } from '../../db/sql.ts'
import { usesInSight } from '../sight.ts'

export type FamilyName = z.infer<typeof Family>

/** The families, named as a heading over their codes. */
export const FAMILY_TITLES: Readonly<Record<FamilyName, string>> = {
  touchpoint: 'Touchpoints',
  emotion: 'Emotions',
  reason: 'Reasons',
  layer: 'Layers',
  channel: 'Channels',
  theme: 'Themes',
}

export interface CodebookEntry {
  id: number
  guid: Uint8Array
  /** Short id. */
  code: string
  family: FamilyName
  /** Short id of the code it stands under. */
  parent: string | null
  name: string
  definition: string
  include: string
  exclude: string
  example: string
  /** As CSS writes it. */
  colour: string | null
  aliases: string[]
  side: string | null
  clock: string | null
  channel: string | null
  /** Short id of its counterpart on the other side. */
  pairsWith: string | null
  valence: z.infer<typeof Valence> | null
  /** Frustration weight in thousandths. */
  weight: number | null
  level: string | null
  archived: boolean
  version: number
  /** Codings in sight. */
  used: number
}

type Row = Omit<CodebookEntry, 'aliases' | 'archived' | 'used'> & { aliases: string; archived: number }

/** The whole codebook, parents before their children, family by family, siblings in the researcher's order. */
export function readEntries(db: ReadableDb): CodebookEntry[] {
  const rows = db.all<Row>(sql`
    SELECT c.id, c.guid, c.key AS code, c.family, up.key AS parent, c.name, c.definition, c.include, c.exclude, c.example, c.colour,
      c.aliases, c.side, c.clock, c.channel, pair.key AS pairsWith, c.valence, c.weight, c.level, c.archived, c.version
    FROM code AS c LEFT JOIN code AS up ON up.id = c.parent LEFT JOIN code AS pair ON pair.id = c.pairs_with
    ORDER BY c.ord, c.id`)
  const uses = usesInSight(db)
  const entries = rows.map((row) => ({
    ...row,
    aliases: JSON.parse(row.aliases) as string[],
    archived: row.archived === 1,
    used: uses.get(row.id) ?? 0,
  }))
  const children = Map.groupBy(entries, ({ parent }) => parent)
  const below = (parent: string | null): CodebookEntry[] =>
    (children.get(parent) ?? []).flatMap((entry) => [entry, ...below(entry.code)])
  const families = [...Map.groupBy(below(null), ({ family }) => family).values()]
  return families.flat()
}
