/** Runs tasks in worker threads within limits of time and memory; what goes wrong there never reaches the core. */
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { CoreError } from '../contract/errors.ts'
import type { Progress } from '../contract/index.ts'
import type { Announced, Answered, Asked, TaskInput, TaskOutput, Tasks } from './task.ts'
import type { tasks } from './tasks.ts'

/** Heap of one thread, in megabytes. */
const MEMORY_MB = 512
const MOST_THREADS = 4
const DEFAULT_LIMIT_MS = 10_000
/** How long a second idle thread is kept, in milliseconds. */
const LINGER_MS = 2_000

export interface RunOptions {
  signal?: AbortSignal
  progress?: (progress: Progress) => void
  /** Stops the task after this many milliseconds; ten seconds when left out. */
  limitMs?: number
  /** Words for a person when a limit was reached: what it happened to and what to do next. */
  messages?: { slow: string; large: string }
}

interface Job {
  asked: Asked
  options: RunOptions
  resolve: (output: unknown) => void
  reject: (error: Error) => void
}

/** One thread and what it is doing. */
interface Thread {
  worker: Worker
  /** Told what the thread says; nothing is expected of an idle one. */
  onAnswer: (answered: Answered) => void
  onDeath: (error: Error) => void
}

/** A few threads for one registry of tasks. One is kept warm; the others go when there has been nothing to do for a moment. */
export class Workers<T extends Tasks> {
  readonly #entry: URL
  readonly #most: number
  readonly #memoryMb: number
  readonly #idle: Thread[] = []
  readonly #busy = new Set<Thread>()
  readonly #queue: Job[] = []

  constructor(
    entry: URL,
    { most = Math.min(MOST_THREADS, availableParallelism()), memoryMb = MEMORY_MB } = {},
  ) {
    this.#entry = entry
    this.#most = most
    this.#memoryMb = memoryMb
  }

  /**
   * Runs a task and gives its answer. Throws the task's own stated errors, `cancelled`, `timed-out`, `too-large` when its
   * memory ran out, and a plain Error for faults.
   */
  run<N extends keyof T & string>(
    name: N,
    input: TaskInput<T[N]>,
    options: RunOptions = {},
  ): Promise<TaskOutput<T[N]>> {
    return new Promise((resolve, reject) => {
      if (options.signal?.aborted) {
        reject(cancelled())
        return
      }
      const job: Job = {
        asked: { name, input },
        options,
        resolve: (output) => resolve(output as TaskOutput<T[N]>),
        reject,
      }
      this.#queue.push(job)
      options.signal?.addEventListener('abort', () => this.#forget(job), { once: true })
      this.#next()
    })
  }

  /** Starts a thread ahead of need, and has it load the code of the task it will be given. */
  warm(soon?: keyof T & string): void {
    if (this.#idle.length + this.#busy.size === 0) this.#rest(this.#start())
    if (soon) this.#idle.at(-1)?.worker.postMessage({ soon } satisfies Announced, [])
  }

  async close(): Promise<void> {
    for (const job of this.#queue.splice(0)) job.reject(cancelled())
    const threads = [...this.#idle.splice(0), ...this.#busy]
    await Promise.all(threads.map(({ worker }) => worker.terminate()))
  }

  #forget(job: Job): void {
    const at = this.#queue.indexOf(job)
    if (at < 0) return
    this.#queue.splice(at, 1)
    job.reject(cancelled())
  }

  #next(): void {
    if (this.#busy.size >= this.#most) return
    const job = this.#queue.shift()
    if (job) this.#give(this.#idle.pop() ?? this.#start(), job)
  }

  #start(): Thread {
    const worker = new Worker(this.#entry, {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: this.#memoryMb, maxYoungGenerationSizeMb: 64 },
    })
    const thread: Thread = { worker, onAnswer: () => {}, onDeath: () => {} }
    worker.on('message', (answered: Answered) => thread.onAnswer(answered))
    worker.on('error', (error) => thread.onDeath(error instanceof Error ? error : new Error(String(error))))
    worker.on('exit', () => thread.onDeath(new Error('a task thread ended early')))
    return thread
  }

  /** Hands a job to a thread; `settle` runs once, whichever way it ends. */
  #give(thread: Thread, { asked, options, resolve, reject }: Job): void {
    const { signal, progress, limitMs = DEFAULT_LIMIT_MS, messages } = options
    const settle = (keep: boolean) => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', stop)
      thread.onAnswer = () => {}
      thread.onDeath = () => {}
      this.#busy.delete(thread)
      if (keep) this.#rest(thread)
      else void thread.worker.terminate()
      this.#next()
    }
    const fail = (error: Error) => {
      settle(false)
      reject(error)
    }
    const stop = () => fail(cancelled())
    const timer = setTimeout(() => fail(tooSlow(limitMs, messages)), limitMs)
    signal?.addEventListener('abort', stop, { once: true })
    thread.onAnswer = (answered) => {
      if (answered.kind === 'progress') {
        progress?.(answered.progress)
        return
      }
      settle(true)
      if (answered.kind === 'done') resolve(answered.output)
      else reject(errorOf(answered))
    }
    thread.onDeath = (error) => fail(deathOf(error, messages))
    this.#busy.add(thread)
    thread.worker.ref()
    thread.worker.postMessage(asked, [])
  }

  /** An idle thread must not keep the program alive; more than one waits only a moment for the next of a row of jobs. */
  #rest(thread: Thread): void {
    thread.worker.unref()
    thread.onDeath = () => {
      const at = this.#idle.indexOf(thread)
      if (at >= 0) this.#idle.splice(at, 1)
    }
    this.#idle.push(thread)
    if (this.#idle.length > 1) setTimeout(() => this.#keepOne(), LINGER_MS).unref()
  }

  #keepOne(): void {
    for (const { worker } of this.#idle.splice(1)) void worker.terminate()
  }
}

const cancelled = () => new CoreError('cancelled', 'Stopped. Nothing was changed.')

function errorOf(answered: Exclude<Answered, { kind: 'progress' | 'done' }>): Error {
  if (answered.kind === 'fault') return new Error(answered.stack)
  const { code, message, detail } = answered.error
  return new CoreError(code, message, detail)
}

function tooSlow(limitMs: number, messages: RunOptions['messages']): CoreError {
  const seconds = Math.ceil(limitMs / 1000)
  return new CoreError(
    'timed-out',
    messages?.slow ??
      `This took longer than ${seconds} seconds and was stopped. Nothing was changed. Try again with less at once.`,
  )
}

function deathOf(error: Error, messages: RunOptions['messages']): Error {
  if (!('code' in error) || error.code !== 'ERR_WORKER_OUT_OF_MEMORY') return error
  return new CoreError(
    'too-large',
    messages?.large ??
      'This needed more memory than it may use and was stopped. Nothing was changed. Try again with less at once.',
  )
}

/** The thread's entry stands beside this module, as source and as bundle. */
const entry = new URL(import.meta.url.endsWith('.ts') ? './thread.ts' : './thread.js', import.meta.url)

/** The program's threads. */
export const workers = new Workers<typeof tasks>(entry)
