/** Every row of every journaled table, so that two states can be compared byte by byte. */
import type { Db } from '../../core/db/database.ts'
import { JOURNALED } from '../../core/db/journal.ts'
import { name, sql } from '../../core/db/sql.ts'

export function everything({ open }: { open: { db: Db } }): Record<string, unknown[]> {
  return Object.fromEntries(
    JOURNALED.map((table) => [table, open.db.all(sql`SELECT * FROM ${name(table)} ORDER BY id`)]),
  )
}
