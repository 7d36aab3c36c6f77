/** Long figures stay polite: they let other work in, say how far they are and stop when asked to. */
import { setImmediate } from 'node:timers/promises'
import { CoreError } from '../contract/errors.ts'
import type { JobContext } from '../context.ts'

export interface Pace {
  /** Reports progress and, when the last pause was a while ago, lets other work in. Throws `cancelled`. */
  breathe: (done: number, total: number, note: string) => Promise<void>
}

const STRETCH_MS = 25

export function paceOf({ signal, progress }: Pick<JobContext, 'signal' | 'progress'>): Pace {
  let last = performance.now()
  return {
    breathe: async (done, total, note) => {
      if (signal.aborted) throw cancelled()
      if (performance.now() - last < STRETCH_MS) return
      progress({ done, total, note })
      await setImmediate()
      last = performance.now()
    },
  }
}

export const cancelled = (): CoreError =>
  new CoreError('cancelled', 'The figure was stopped before it was ready.')
