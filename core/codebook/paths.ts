/** Where codes stand: "Complaints › Stage 1 › Acknowledgement". */
import type { ReadableDb } from '../db/database.ts'
import { sql } from '../db/sql.ts'

/** The path of every code from the top of its family, itself included. */
export function pathsOf(db: ReadableDb): ReadonlyMap<number, string> {
  const rows = db.rows<[number, string]>(sql`
    WITH RECURSIVE tree (id, path) AS (
      SELECT id, name FROM code WHERE parent IS NULL
      UNION ALL SELECT code.id, tree.path || ' › ' || code.name FROM code JOIN tree ON code.parent = tree.id
    ) SELECT id, path FROM tree`)
  return new Map(rows)
}
