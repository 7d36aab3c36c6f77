/** What a migration is. Each runs in its own transaction; shipped ones are frozen by hash (test/migrations). */
import type { WritableDb } from '../database.ts'

export interface Migration {
  /** Becomes `user_version`; steps of ten. */
  version: number
  name: string
  up: (db: WritableDb) => void
}
