/** Whether one of two groups of people lies within the other. */
import type { Scope } from '../../contract/analysis.ts'
import type { ReadableDb } from '../../db/database.ts'
import { readSample } from '../sample.ts'
import type { Inner } from './mapping.ts'

/** By who is counted, whatever words say who they are. Of two that are the same the first is within the second. */
export function innerOf(
  db: ReadableDb,
  { first, second }: { first: { scope: Scope }; second: { scope: Scope } },
): Inner {
  const [one, other] = [readSample(db, first.scope), readSample(db, second.scope)]
  if (isWithin(one.participants, other.participants)) return 'first'
  return isWithin(other.participants, one.participants) ? 'second' : null
}

function isWithin(some: readonly number[], all: readonly number[]): boolean {
  const there = new Set(all)
  return some.every((person) => there.has(person))
}
