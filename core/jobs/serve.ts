/** The thread's side: runs one task at a time and reports what became of it. */
import { parentPort, type MessagePort } from 'node:worker_threads'
import { ERROR_CODES, type ErrorBody } from '../contract/errors.ts'
import type { Announced, Answered, Asked, Task, Tasks } from './task.ts'

/** Answers this thread's parent from a registry of tasks. */
export function serve(tasks: Tasks): void {
  const port = parentPort
  if (!port) throw new Error('a task thread needs a parent')
  port.on('message', (message: Asked | Announced) => {
    // Code that cannot be loaded ends nothing here: the task itself will say so when it is asked for.
    if ('soon' in message) tasks[message.soon]?.().catch(() => {})
    else void answer(port, tasks, message)
  })
}

async function answer(port: MessagePort, tasks: Tasks, { name, input }: Asked): Promise<void> {
  const post = (message: Answered) => port.postMessage(message)
  try {
    const load = tasks[name]
    if (!load) throw new Error(`no task called ${name}`)
    const task = (await load()) as Task<unknown, unknown>
    const output = await task(input, (progress) => post({ kind: 'progress', progress }))
    post({ kind: 'done', output })
  } catch (error) {
    const stated = statedError(error)
    if (stated) post({ kind: 'failed', error: stated })
    else
      post({ kind: 'fault', stack: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
}

/** An error whose code is on the contract's list carries words for people; all others are faults. */
function statedError(error: unknown): ErrorBody | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  const code = ERROR_CODES.find((known) => known === error.code)
  if (code === undefined) return undefined
  return 'detail' in error && error.detail !== undefined
    ? { code, message: error.message, detail: error.detail }
    : { code, message: error.message }
}
