/** Talking to a browser over two pipes (Chrome DevTools Protocol): no port is opened. */
import type { ChildProcess } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'

interface Reply {
  id?: number
  result?: Record<string, unknown>
  error?: { message: string }
}

export type Send = (method: string, parameters?: object, session?: string) => Promise<Record<string, unknown>>

/** Messages are JSON, each ended by a zero byte; the child reads them on 3 and writes on 4. */
export function connect(child: ChildProcess): Send {
  const output = child.stdio[3] as Writable
  const input = child.stdio[4] as Readable
  const waiting = new Map<
    number,
    { resolve: (result: Record<string, unknown>) => void; reject: (error: Error) => void }
  >()
  let last = 0
  let pending = ''

  const give = (message: string): void => {
    const { id, result = {}, error }: Reply = JSON.parse(message)
    if (id === undefined) return
    const asked = waiting.get(id)
    waiting.delete(id)
    if (error) asked?.reject(new Error(error.message))
    else asked?.resolve(result)
  }
  const giveUp = (): void => {
    for (const { reject } of waiting.values()) reject(new Error('the browser ended'))
    waiting.clear()
  }
  input.setEncoding('utf8')
  input.on('data', (piece: string) => {
    const messages = (pending + piece).split('\0')
    pending = messages.pop() ?? ''
    for (const message of messages) give(message)
  })
  // A browser that ends early closes its pipes; whoever waits is told by `close`.
  output.on('error', giveUp)
  input.on('error', giveUp)
  child.on('error', giveUp)
  child.on('close', giveUp)

  return (method, parameters = {}, session) =>
    new Promise((resolve, reject) => {
      last += 1
      waiting.set(last, { resolve, reject })
      const message = { id: last, method, params: parameters, ...(session ? { sessionId: session } : {}) }
      output.write(`${JSON.stringify(message)}\0`)
    })
}
