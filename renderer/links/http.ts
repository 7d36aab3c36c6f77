/** The link of a browser tab: loopback HTTP, one streamed answer for each call. */
import { CoreError, type ErrorCode } from '../../core/contract/errors.ts'
import type { Changed } from '../../core/contract/index.ts'
import { decode, encode, type Reply } from '../../core/contract/wire.ts'
import type { CallOptions, Link } from './link.ts'

const RETRY_MS = 1000
const LOST =
  'Waymark is no longer running behind this page. Start it again, then reload. What was saved is safe.'
/** Waymark was started anew since, or the address was typed into a tab of its own. */
const NO_KEY =
  'This tab has no key to the study. Start Waymark again, or go to the tab that it opened: that one has the key. What was saved is safe.'

async function* lines(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    const parts = (rest + decoder.decode(value, { stream: !done })).split('\n')
    rest = parts.pop() ?? ''
    yield* parts
    if (done) break
  }
  if (rest !== '') yield rest
}

export function httpLink(base: string, token: string): Link {
  const listeners = new Set<(changed: Changed | null) => void>()
  const closing = new AbortController()
  const headers = { authorization: `Bearer ${token}` }

  const ask = async (name: string, input: unknown, { signal, onProgress, as }: CallOptions) => {
    let response: Response
    try {
      response = await fetch(`${base}/api/ask`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: encode({ name, input, as }),
        signal: signal ?? null,
      })
    } catch (error) {
      if (signal?.aborted)
        throw new CoreError('cancelled', 'Cancelled. Nothing was changed by what had not finished.')
      throw new CoreError('disconnected', LOST, error instanceof Error ? error.message : undefined)
    }
    if (response.status === 401) throw new CoreError('disconnected', NO_KEY)
    if (!response.ok || !response.body) throw new CoreError('disconnected', LOST, response.status)
    for await (const line of lines(response.body)) {
      const reply = decode(line) as Reply
      if (reply.kind === 'progress') onProgress?.(reply.progress)
      else if (reply.kind === 'value') return reply.value
      else throw new CoreError(reply.error.code as ErrorCode, reply.error.message, reply.error.detail)
    }
    throw new CoreError('disconnected', LOST)
  }

  const listen = async () => {
    let lost = false
    while (!closing.signal.aborted) {
      try {
        const response = await fetch(`${base}/api/changes`, { headers, signal: closing.signal })
        if (response.ok && response.body) {
          if (lost) for (const listener of listeners) listener(null)
          lost = false
          for await (const line of lines(response.body)) {
            if (line === '') continue
            for (const listener of listeners) listener(JSON.parse(line) as Changed)
          }
        }
      } catch {
        // The server went away or the page is closing; the loop decides which.
      }
      lost = true
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
    }
  }
  void listen()

  return {
    call: (name, input, options = {}) => ask(name, input, options) as Promise<never>,
    onChanged: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () => closing.abort(),
  }
}
