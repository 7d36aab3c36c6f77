/** Imports damaged copies of a file and says what went wrong. */
import { CoreError } from '../../core/contract/errors.ts'
import { workers } from '../../core/jobs/worker.ts'
import { dice } from '../bench/measure.ts'
import { broken } from './invariants.ts'
import { mutate } from './mutate.ts'
import type { Sample } from './samples.ts'

/** The longest a file may take, in milliseconds. */
const LONGEST = 10_000

/** The damaged copy of round `round`: always the same for the same file, round and others. */
export function damaged({ name, bytes }: Sample, round: number, others: readonly Sample[]): Uint8Array {
  let seed = round
  for (const letter of name) seed = Math.imul(seed + letter.charCodeAt(0), 31)
  const roll = dice(seed)
  const other = others[roll(others.length)] ?? { bytes }
  return mutate(bytes, roll, other.bytes)
}

/**
 * What is wrong with how a file is read in a thread of its own, as the program reads it: a broken rule, an error
 * of no stated kind, too much time. Only a PDF may be stopped for the time it takes: its drawing orders can be
 * nested so that nobody can tell in advance.
 */
export async function problems(file: Sample): Promise<string[]> {
  try {
    return broken(await workers.run('importing.parse', { file, options: {} }, { limitMs: LONGEST }))
  } catch (error) {
    if (!(error instanceof CoreError)) return [String(error)]
    if (error.code === 'timed-out') return isPdf(file) ? [] : ['took too long']
    return error.message.includes(file.name) ? [] : [`not said of which file: ${error.message}`]
  }
}

const isPdf = ({ bytes }: Sample) => Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')
