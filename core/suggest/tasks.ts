/** What suggesting does in a worker thread: reading every sentence of a transcript, so that the core never waits for it. */
import type { Task } from '../jobs/task.ts'
import { suggestForTurns, type Suggestion, type TurnSpan } from './suggest.ts'

export const find: Task<{ text: string; turns: readonly TurnSpan[] }, Suggestion[]> = ({ text, turns }) =>
  suggestForTurns(text, turns)
