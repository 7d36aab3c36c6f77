/** One participant's journey, in the order they told it. */
import type { z } from 'zod'
import { CoreError } from '../../contract/errors.ts'
import type { mapping } from '../../contract/mapping.ts'
import { passageRows } from '../../codings/read.ts'
import type { ReadableDb } from '../../db/database.ts'
import { sql } from '../../db/sql.ts'
import { Scope } from '../../contract/analysis.ts'
import { atLevel, frustration } from '../codebook.ts'
import { gatherEverywhere } from './everywhere.ts'
import { strengthOf } from '../summary/profile.ts'
import type { Said } from '../summary/gather.ts'

type Answer = z.input<typeof mapping.journey.output>

interface Person {
  id: number
  name: string
  role: 'resident' | 'colleague' | 'stakeholder'
}

/** Throws `not-found` for someone who is not there or has withdrawn, and `sealed` for a resident while sealed. */
export function journeyOf(db: ReadableDb, participant: number): Answer {
  const person = db.get<Person>(
    sql`SELECT id, name, role FROM participant WHERE id = ${participant} AND withdrawn IS NULL`,
  )
  if (!person) {
    throw new CoreError('not-found', 'That participant is not in this project, or has withdrawn.')
  }
  const scope = Scope.parse({ role: person.role, participants: [participant] })
  const { layout, byRow } = gatherEverywhere(db, { scope, frustration: 'strict' })
  const weights = frustration(layout.codebook, 'strict')
  const order = inOrderTold(db)
  const steps = [...placesOf(byRow)].sort(
    ([a], [b]) =>
      (order.get(a.evidence.document) ?? 0) - (order.get(b.evidence.document) ?? 0) ||
      a.evidence.start - b.evidence.start ||
      a.evidence.passage - b.evidence.passage,
  )
  const passages = passageRows(
    db,
    steps.map(([{ evidence }]) => evidence.passage),
  )
  return {
    participant: person,
    steps: steps.flatMap(([item, keys], place) => {
      const passage = passages[place]
      if (!passage) return []
      const touchpoints = keys.flatMap((key) => {
        const code = layout.codebook.byKey.get(key)
        return code
          ? [{ id: key, name: code.name, stage: atLevel(layout.codebook, code, 'stage')?.name ?? '' }]
          : []
      })
      const { positive, negative } = item.felt
      return [{ passage, touchpoints, positive, negative, frustration: strengthOf(item, weights) }]
    }),
  }
}

/** Each passage with the touchpoints it counts at. */
function placesOf(byRow: ReadonlyMap<string, readonly Said[]>): Map<Said, string[]> {
  const places = new Map<Said, string[]>()
  for (const [key, said] of byRow) {
    for (const item of said) places.set(item, [...(places.get(item) ?? []), key])
  }
  return places
}

/** Transcripts by date, those without one last, in the order they were imported. */
const inOrderTold = (db: ReadableDb): Map<number, number> =>
  new Map(
    db
      .rows<[number]>(sql`SELECT id FROM document ORDER BY date IS NULL, date, id`)
      .map(([id], place) => [id, place]),
  )
