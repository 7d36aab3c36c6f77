/** Imports damaged copies of a file and says what went wrong. */
import { ImportError } from '../../core/import/errors.ts'
import { parseFile } from '../../core/import/parse.ts'
import { dice } from '../bench/measure.ts'
import { broken } from './invariants.ts'
import { mutate } from './mutate.ts'
import type { Sample } from './samples.ts'

/** The longest a file of this size may take, in milliseconds. */
const LONGEST = 10_000

/** The damaged copy of round `round`: always the same for the same file, round and others. */
export function damaged({ name, bytes }: Sample, round: number, others: readonly Sample[]): Uint8Array {
  let seed = round
  for (const letter of name) seed = Math.imul(seed + letter.charCodeAt(0), 31)
  const roll = dice(seed)
  const other = others[roll(others.length)] ?? { bytes }
  return mutate(bytes, roll, other.bytes)
}

/** What is wrong with how a file is read: a broken rule, an error of no stated kind, too much time. */
export async function problems({ name, bytes }: Sample): Promise<string[]> {
  const start = performance.now()
  const found = await read({ name, bytes })
  const taken = performance.now() - start
  return taken > LONGEST ? [...found, `took ${Math.round(taken / 1000)} s`] : found
}

async function read(file: Sample): Promise<string[]> {
  try {
    return broken(await parseFile(file))
  } catch (error) {
    if (error instanceof ImportError && error.message.includes(file.name)) return []
    return [error instanceof Error ? `${error.name}: ${error.message}` : String(error)]
  }
}
