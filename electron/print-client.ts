/** Printing as the core process has it done: asked of the main process, which has windows. */
import type { PrintPdf } from '../core/context.ts'
import type { FromCore, ToCore } from './messages.ts'

interface PrintClient {
  /** Rejects when the window cannot print, and when the signal says stop. */
  print: PrintPdf
  hear: (answer: Extract<ToCore, { kind: 'printed' }>) => void
}

export function askToPrint(say: (message: FromCore) => void): PrintClient {
  const waiting = new Map<number, (bytes: Uint8Array | null) => void>()
  let last = 0
  return {
    print: (html, signal) =>
      new Promise((resolve, reject) => {
        signal.throwIfAborted()
        const id = ++last
        const stop = () => {
          waiting.delete(id)
          say({ kind: 'stop-print', id })
          reject(new Error('printing was stopped'))
        }
        waiting.set(id, (bytes) => {
          signal.removeEventListener('abort', stop)
          if (bytes === null) reject(new Error('the window could not print'))
          else resolve(bytes)
        })
        signal.addEventListener('abort', stop, { once: true })
        say({ kind: 'print', id, html })
      }),
    hear: ({ id, bytes }) => {
      waiting.get(id)?.(bytes)
      waiting.delete(id)
    },
  }
}
