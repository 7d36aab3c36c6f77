/** What a task for a worker thread is, and the messages that pass between the two sides. */
import type { Progress } from '../contract/index.ts'
import type { ErrorBody } from '../contract/errors.ts'

/** Pure work: no project, no files. Input and answer are copied between threads. */
export type Task<I, O> = (input: I, progress: (progress: Progress) => void) => O | Promise<O>

/** Tasks by name, each loaded when it is first asked for. */
export type Tasks = Record<string, () => Promise<Task<never, unknown>>>

type TaskOf<L> = L extends () => Promise<infer T> ? T : never
export type TaskInput<L> = TaskOf<L> extends Task<infer I, unknown> ? I : never
export type TaskOutput<L> = TaskOf<L> extends (...of: never[]) => infer O ? Awaited<O> : never

export interface Asked {
  name: string
  input: unknown
}
/** A task that will be asked for soon: its code is loaded ahead. */
export interface Announced {
  soon: string
}

export type Answered =
  | { kind: 'progress'; progress: Progress }
  | { kind: 'done'; output: unknown }
  /** Stated: something a person can act on. */
  | { kind: 'failed'; error: ErrorBody }
  /** A fault of ours: for the log, never for people. */
  | { kind: 'fault'; stack: string }
