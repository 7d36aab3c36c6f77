/** One open SQLite connection behind two faces: what reads, and what also writes. */
import type Database from 'better-sqlite3'
import { toCoreError } from './failures.ts'
import type { Sql } from './sql.ts'

export interface ReadableDb {
  /** True while a command is under way: what is read then may yet be taken back. */
  readonly isChanging: boolean
  all<T>(query: Sql): T[]
  get<T>(query: Sql): T | undefined
  /** First column of the first row. */
  value<T>(query: Sql): T | undefined
  /** Rows as arrays, for wide scans: no object for each row. */
  rows<T extends readonly unknown[]>(query: Sql): T[]
  iterate<T>(query: Sql): IterableIterator<T>
}

export interface WritableDb extends ReadableDb {
  run(query: Sql): { changes: number; id: number }
  /** All or nothing. Nested calls join the outer transaction. */
  transaction<T>(work: () => T): T
  exec(script: string): void
}

/** A coder at work pauses about this long between two codings. */
const PAUSE_MS = 1000

export class Db implements WritableDb {
  readonly raw: Database.Database
  readonly #statements = new Map<string, Database.Statement>()
  readonly #file: string
  #pause: NodeJS.Timeout | undefined

  constructor(raw: Database.Database, file: string) {
    this.raw = raw
    this.#file = file
  }

  get isChanging(): boolean {
    return this.raw.inTransaction
  }

  #prepare(text: string): Database.Statement {
    let statement = this.#statements.get(text)
    if (!statement) {
      statement = this.raw.prepare(text)
      this.#statements.set(text, statement)
    }
    return statement
  }

  #guard<T>(work: () => T): T {
    try {
      return work()
    } catch (error) {
      throw toCoreError(error, this.#file)
    }
  }

  all<T>(query: Sql): T[] {
    return this.#guard(
      () =>
        this.#prepare(query.text)
          .raw(false)
          .all(...query.values) as T[],
    )
  }

  get<T>(query: Sql): T | undefined {
    return this.#guard(
      () =>
        this.#prepare(query.text)
          .raw(false)
          .get(...query.values) as T | undefined,
    )
  }

  value<T>(query: Sql): T | undefined {
    const row = this.#guard(() =>
      this.#prepare(query.text)
        .raw(true)
        .get(...query.values),
    ) as T[] | undefined
    return row?.[0]
  }

  rows<T extends readonly unknown[]>(query: Sql): T[] {
    return this.#guard(
      () =>
        this.#prepare(query.text)
          .raw(true)
          .all(...query.values) as unknown as T[],
    )
  }

  iterate<T>(query: Sql): IterableIterator<T> {
    return this.raw.prepare(query.text).iterate(...query.values) as IterableIterator<T>
  }

  run(query: Sql): { changes: number; id: number } {
    return this.#guard(() => {
      const result = this.#prepare(query.text).run(...query.values)
      return { changes: result.changes, id: Number(result.lastInsertRowid) }
    })
  }

  transaction<T>(work: () => T): T {
    if (this.raw.inTransaction) return work()
    return this.#guard(() => {
      this.raw.exec('BEGIN IMMEDIATE')
      try {
        const result = work()
        this.raw.exec('COMMIT')
        this.#settleSoon()
        return result
      } catch (error) {
        if (this.raw.inTransaction) this.raw.exec('ROLLBACK')
        throw error
      }
    })
  }

  exec(script: string): void {
    this.#guard(() => this.raw.exec(script))
  }

  /**
   * Moves what is committed from the side file into the project's own once there is a pause. Left to itself SQLite does so
   * only when the side file is full: in the middle of a coding, and for hundreds of them at once.
   */
  #settleSoon(): void {
    this.#pause ??= setTimeout(() => {
      this.#pause = undefined
      try {
        this.raw.pragma('wal_checkpoint(PASSIVE)')
      } catch {
        // What is committed is safe where it is, and the next pause tries again.
      }
    }, PAUSE_MS).unref()
    this.#pause.refresh()
  }

  close(): void {
    clearTimeout(this.#pause)
    this.#statements.clear()
    if (this.raw.open) this.raw.close()
  }
}
