/** All migrations, in order. */
import { first } from './0010-first.ts'
import { places } from './0020-places.ts'
import { targets } from './0030-targets.ts'
import { quoted } from './0040-quoted.ts'
import type { Migration } from './index.ts'

export const migrations: readonly Migration[] = [first, places, targets, quoted]
export const SCHEMA_VERSION = migrations.at(-1)?.version ?? 0
