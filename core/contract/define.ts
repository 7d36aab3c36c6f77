/** How the contract is written down: a query, a command or a job, with zod in and out. */
import './no-eval.ts'
import type { z } from 'zod'

/** Tables a query reads; the page refreshes it when one of them changes. */
export type Table =
  | 'project'
  | 'coder'
  | 'participant'
  | 'attribute'
  | 'participant_attribute'
  | 'document'
  | 'speaker'
  | 'turn'
  | 'code'
  | 'passage'
  | 'coding'
  | 'memo'
  | 'bookmark'
  | 'suggestion_decision'
  | 'saved_view'
  | 'summary_cell'
  | 'metric'
  | 'target'
  | 'unplaced'
  | 'audit'
  | 'step'

export interface Query<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  kind: 'query'
  input: I
  output: O
  reads: readonly Table[]
}
export interface Command<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  kind: 'command'
  input: I
  output: O
}
export interface Job<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  kind: 'job'
  input: I
  output: O
  reads?: readonly Table[]
}
export type Method = Query | Command | Job

/** Reads and answers. `reads` names the tables whose change makes the answer stale. */
export function query<I extends z.ZodType, O extends z.ZodType>(
  reads: readonly Table[],
  input: I,
  output: O,
): Query<I, O> {
  return { kind: 'query', input, output, reads }
}

/** Writes: one transaction, one step in the history, one sentence in the Edit menu. */
export function command<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Command<I, O> {
  return { kind: 'command', input, output }
}

/** Long work: reports progress, stops when cancelled, and writes only through commands' means. */
export function job<I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
  reads: readonly Table[] = [],
): Job<I, O> {
  return { kind: 'job', input, output, reads }
}
