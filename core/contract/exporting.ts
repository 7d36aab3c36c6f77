/** Exports other tools can read. */
import { z } from 'zod'
import { job, query } from './define.ts'
import { Bytes, Nothing } from './common.ts'

export const exporting = {
  formats: query(
    [],
    Nothing,
    z.object({ formats: z.array(z.object({ id: z.string(), name: z.string(), extension: z.string() })) }),
  ),
  /** One file with what it holds and what it could not hold. A data dictionary comes with the coded dataset. */
  make: job(
    z.object({
      format: z.string(),
      /** Include special-category (C) attributes; off unless asked for. */
      special: z.boolean().default(false),
    }),
    z.object({
      files: z.array(z.object({ name: z.string(), bytes: Bytes })).min(1),
      rows: z.number().int(),
      lost: z.array(z.string()),
    }),
  ),
}
