/** The link of the desktop window: a MessagePort handed over by the preload. */
import { CoreError, type ErrorCode } from '../../core/contract/errors.ts'
import type { Changed } from '../../core/contract/index.ts'
import type { Reply } from '../../core/contract/wire.ts'
import type { CallOptions, Link } from './link.ts'

interface Waiting {
  resolve: (value: unknown) => void
  reject: (error: unknown) => void
  onProgress: CallOptions['onProgress']
}
type Incoming = ({ id: number } & Reply) | { kind: 'changed'; changed: Changed }

export function portLink(port: MessagePort): Link {
  const listeners = new Set<(changed: Changed | null) => void>()
  const waiting = new Map<number, Waiting>()
  let last = 0

  const settle = (message: { id: number } & Reply) => {
    const call = waiting.get(message.id)
    if (!call) return
    if (message.kind === 'progress') {
      call.onProgress?.(message.progress)
      return
    }
    waiting.delete(message.id)
    if (message.kind === 'value') call.resolve(message.value)
    else
      call.reject(new CoreError(message.error.code as ErrorCode, message.error.message, message.error.detail))
  }

  port.addEventListener('message', (event: MessageEvent<Incoming>) => {
    const message = event.data
    if (message.kind === 'changed') for (const listener of listeners) listener(message.changed)
    else settle(message)
  })
  port.start()

  const ask = (name: string, input: unknown, { signal, onProgress, as }: CallOptions) =>
    new Promise<unknown>((resolve, reject) => {
      const id = ++last
      waiting.set(id, { resolve, reject, onProgress })
      signal?.addEventListener('abort', () => port.postMessage({ kind: 'cancel', id }), { once: true })
      port.postMessage({ kind: 'ask', id, request: { name, input, as } })
    })

  return {
    call: (name, input, options = {}) => ask(name, input, options) as Promise<never>,
    onChanged: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () => port.close(),
  }
}
