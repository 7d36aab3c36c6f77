/** Undo, redo and the audit trail: one table, one mechanism. */
import { z } from 'zod'
import { command, query } from './define.ts'
import { DocumentId, Moment, Nothing, StepId } from './common.ts'

const Step = z.object({
  step: StepId,
  at: Moment,
  coder: z.string(),
  /** The command's name: `codings.add`. Undo and redo are entries of their own. */
  kind: z.string(),
  label: z.string(),
  undone: z.boolean(),
  document: DocumentId.nullable(),
  changes: z.number().int(),
})

/** What undo or redo acted on; null when there was nothing left. */
const Moved = z.object({ moved: StepId.nullable(), sentence: z.string().nullable() })

export const history = {
  /** What undo and redo would do, for the Edit menu. */
  state: query(['step'], Nothing, z.object({ undo: z.string().nullable(), redo: z.string().nullable() })),
  undo: command(Nothing, Moved),
  redo: command(Nothing, Moved),
  log: query(
    ['step'],
    z.object({
      limit: z.number().int().min(1).max(10_000).default(200),
      before: z.number().int().optional(),
      coder: z.string().optional(),
      /** The beginning of the command's name: `codings.`. */
      kind: z.string().optional(),
      document: DocumentId.optional(),
      /** Words that the step's sentence holds, in any order. */
      search: z.string().optional(),
    }),
    z.object({ steps: z.array(Step), total: z.number().int() }),
  ),
  /** The rows a step touched, before and after, without transcript text. */
  changes: query(
    ['step'],
    z.object({ step: StepId }),
    z.object({
      changes: z.array(
        z.object({
          table: z.string(),
          row: z.number(),
          op: z.string(),
          before: z.unknown(),
          after: z.unknown(),
        }),
      ),
    }),
  ),
}
