/** Reads another program's SQLite file from memory: plain tables only, nothing in the file is run. */
import Database from 'better-sqlite3'
import { damaged } from '../errors.ts'

export type Cell = string | number | null
export type Rows<C extends string> = Record<C, Cell>[]

export interface ForeignDb {
  has: (table: string) => boolean
  /** Rows of a table; columns it lacks are null, a table that is missing has no rows. */
  rows: <C extends string>(table: string, columns: readonly C[]) => Rows<C>
  close: () => void
}

const MAGIC = 'SQLite format 3\0'

export const isDatabase = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, 16)).toString('latin1') === MAGIC

/** Opens a copy in memory. Throws `damaged`. */
export function openForeign(bytes: Uint8Array, fileName: string): ForeignDb {
  const copy = Buffer.from(bytes)
  // A file left in write-ahead mode cannot be opened from memory; its own content is complete without the log's last words.
  if (copy[18] === 2) copy[18] = 1
  if (copy[19] === 2) copy[19] = 1
  const db = guarded(fileName, () => {
    const opened = new Database(copy)
    opened.pragma('trusted_schema = OFF')
    opened.pragma('query_only = ON')
    return opened
  })
  const tables = guarded(fileName, () => plainTables(db))
  return {
    has: (table) => tables.has(table),
    rows: (table, columns) =>
      guarded(fileName, () => {
        const known = tables.get(table)
        if (!known) return []
        const select = columns
          .map((column) => (known.has(column) ? `"${column}"` : `NULL AS "${column}"`))
          .join(', ')
        return db.prepare(`SELECT ${select} FROM "${table}"`).all() as never
      }),
    close: () => db.close(),
  }
}

/** Tables by name with their columns. Views and virtual tables would run code of the file's maker. */
function plainTables(db: Database.Database): Map<string, Set<string>> {
  const names = db
    .prepare<[], { name: string; sql: string }>(`SELECT name, sql FROM sqlite_master WHERE type = 'table'`)
    .all()
    .filter(({ name, sql }) => /^\w+$/.test(name) && /^\s*CREATE\s+TABLE\b/i.test(sql))
  return new Map(
    names.map(({ name }) => {
      const columns = db.pragma(`table_info("${name}")`) as { name: string }[]
      return [name, new Set(columns.map((column) => column.name))]
    }),
  )
}

function guarded<T>(fileName: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof Database.SqliteError) throw damaged(fileName, 'its database cannot be read', error)
    throw error
  }
}

export const text = (cell: Cell | undefined): string =>
  cell === null || cell === undefined ? '' : String(cell)
export const whole = (cell: Cell | undefined): number => Math.trunc(Number(cell ?? 0)) || 0
