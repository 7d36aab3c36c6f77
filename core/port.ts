/** Serves a core over a MessagePort: the same calls, progress, cancel and changes as every other link. */
import { errorBody } from './contract/errors.ts'
import type { Request } from './contract/index.ts'
import type { Core } from './core.ts'

/** What the ports of Node, of Electron's main side and of a page have in common. */
export interface Port {
  postMessage: (message: unknown) => void
  onMessage: (listener: (message: unknown) => void) => void
}

interface Ask {
  kind: 'ask'
  id: number
  request: Request
}
interface Cancel {
  kind: 'cancel'
  id: number
}

function isMessage(message: unknown): message is Ask | Cancel {
  if (typeof message !== 'object' || message === null) return false
  const { kind, id, request } = message as Partial<Ask>
  if (typeof id !== 'number') return false
  if ((kind as string) === 'cancel') return true
  return kind === 'ask' && typeof request === 'object' && request !== null && typeof request.name === 'string'
}

/** Answers until the returned function is called. Messages of another shape are ignored. */
export function servePort(
  port: Port,
  core: Pick<Core, 'dispatch' | 'onChanged'>,
  log: (line: string) => void,
): () => void {
  const running = new Map<number, AbortController>()

  const answer = async ({ id, request }: Ask) => {
    const abort = new AbortController()
    running.set(id, abort)
    try {
      const value = await core.dispatch(
        request,
        (progress) => port.postMessage({ id, kind: 'progress', progress }),
        abort.signal,
      )
      port.postMessage({ id, kind: 'value', value })
    } catch (error) {
      const body = errorBody(error)
      if (body.code === 'internal')
        log(`${request.name} failed: ${error instanceof Error ? error.stack : 'unknown'}`)
      port.postMessage({ id, kind: 'error', error: body })
    } finally {
      running.delete(id)
    }
  }

  port.onMessage((message) => {
    if (!isMessage(message)) return
    if (message.kind === 'cancel') running.get(message.id)?.abort()
    else void answer(message)
  })
  const stop = core.onChanged((changed) => port.postMessage({ kind: 'changed', changed }))
  return () => {
    stop()
    for (const abort of running.values()) abort.abort()
  }
}
