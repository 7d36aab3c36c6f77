/** Cells of the framework matrix when two codes, or two participants, become one. */
import type { CommandContext } from '../../context.ts'
import { name, sql } from '../../db/sql.ts'

/** The researcher's own words of both go to the one that stays, one under the other. */
export function moveCells(
  { db }: CommandContext,
  of: 'code' | 'participant',
  { from, into }: { from: number; into: number },
): void {
  const merged = name(of)
  const across = name(of === 'code' ? 'participant' : 'code')
  db.run(sql`
    UPDATE summary_cell SET text = text || char(10) || char(10) || (SELECT o.text FROM summary_cell AS o
      WHERE o.${merged} = ${from} AND o.${across} = summary_cell.${across})
    WHERE ${merged} = ${into} AND ${across} IN (SELECT ${across} FROM summary_cell WHERE ${merged} = ${from})`)
  db.run(sql`
    DELETE FROM summary_cell WHERE ${merged} = ${from}
      AND ${across} IN (SELECT ${across} FROM summary_cell WHERE ${merged} = ${into})`)
  db.run(sql`UPDATE summary_cell SET ${merged} = ${into} WHERE ${merged} = ${from}`)
}
