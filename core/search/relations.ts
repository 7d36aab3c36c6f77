/** How passages lie to one another: overlapping, inside, around, near. */
import type { z } from 'zod'
import type { Relation } from '../contract/search.ts'
import type { ReadableDb } from '../db/database.ts'
import { inList, sql } from '../db/sql.ts'
import { readWithheld } from '../participants/withheld.ts'
import { overlaps, type Span } from '../text/spans.ts'

export interface Spot extends Span {
  id: number
  document: number
  coder: number
}

type Condition = z.infer<typeof Relation>

/** Whether `other` lies to `passage` as the relation says. */
function lies({ relation, distance }: Condition, passage: Spot, other: Spot): boolean {
  switch (relation) {
    case 'with':
      return other.id === passage.id
    case 'overlapping':
      return overlaps(passage, other)
    case 'inside':
      return other.start <= passage.start && passage.end <= other.end
    case 'around':
      return passage.start <= other.start && other.end <= passage.end
    case 'near':
      return other.start - passage.end <= distance && passage.start - other.end <= distance
  }
}

/** A test for one condition; `codes` are those of the condition, with the codes under them. */
export function relationTest(
  db: ReadableDb,
  condition: Condition,
  codes: readonly number[],
): (passage: Spot) => boolean {
  const rows = db.all<Spot>(sql`
    SELECT DISTINCT p.id, p.document, p.start, p."end", p.coder FROM coding AS c JOIN passage AS p ON p.id = c.passage
    WHERE c.code IN ${inList(codes)}`)
  const withheld = readWithheld(db)
  const open = rows.filter((row) => !withheld.place(row))
  const others = Map.groupBy(open, (row) => row.document)
  return (passage) => {
    const holds = (others.get(passage.document) ?? []).some(
      (other) => (condition.otherCoders || other.coder === passage.coder) && lies(condition, passage, other),
    )
    return holds !== condition.not
  }
}
