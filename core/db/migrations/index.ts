/** Migrations in order. Each runs in its own transaction; shipped ones are frozen by hash (test/migrations). */
import type { WritableDb } from '../database.ts'
import { first } from './0010-first.ts'
import { places } from './0020-places.ts'
import { targets } from './0030-targets.ts'
import { quoted } from './0040-quoted.ts'

export interface Migration {
  /** Becomes `user_version`; steps of ten. */
  version: number
  name: string
  up: (db: WritableDb) => void
}

export const migrations: readonly Migration[] = [first, places, targets, quoted]
export const SCHEMA_VERSION = migrations.at(-1)?.version ?? 0
