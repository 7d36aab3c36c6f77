/** Prints pages for the core: a hidden window for each, closed whatever comes of it. */
import type { FromCore, ToCore } from './messages.ts'

/** What this needs of Electron, so that it can be tested without it. */
export interface Paper {
  /** Lays the page out and prints it. */
  print: () => Promise<Uint8Array>
  close: () => void
}

interface PrintDeps {
  open: (html: string) => Paper
  log: (line: string) => void
}

export interface PrintHost {
  print: (asked: Extract<FromCore, { kind: 'print' }>, reply: (answer: ToCore) => void) => Promise<void>
  stop: (id: number) => void
  /** For when the app goes: no hidden window outlives it. */
  stopAll: () => void
}

const TIME_LIMIT_MS = 60_000

export function hostPrinting({ open, log }: PrintDeps): PrintHost {
  const running = new Map<number, (reason: Error) => void>()
  const stop = (id: number) => running.get(id)?.(new Error('it was stopped'))

  return {
    print: async ({ id, html }, reply) => {
      // A window that is closed need not answer, so what ends the wait is said beside it.
      const { promise: stopped, reject } = Promise.withResolvers<never>()
      const timer = setTimeout(() => reject(new Error('it took too long')), TIME_LIMIT_MS)
      running.set(id, reject)
      let paper: Paper | undefined
      let bytes: Uint8Array | null = null
      try {
        paper = open(html)
        bytes = await Promise.race([paper.print(), stopped])
      } catch (error) {
        log(`the window did not print: ${error instanceof Error ? error.message : 'unknown'}`)
      } finally {
        clearTimeout(timer)
        running.delete(id)
        paper?.close()
      }
      reply({ kind: 'printed', id, bytes })
    },
    stop,
    stopAll: () => {
      for (const id of running.keys()) stop(id)
    },
  }
}
