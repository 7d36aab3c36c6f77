/** Exports other tools can read. */
import { z } from 'zod'
import { job, query } from './define.ts'
import { Bytes, Nothing, ParticipantRole } from './common.ts'

const Request = z.object({
  format: z.string(),
  /** Include special-category (C) attributes; off unless asked for. */
  special: z.boolean().default(false),
  /** Whose words and details to export. */
  role: z.union([ParticipantRole, z.literal('any')]).default('any'),
})

export const exporting = {
  formats: query(
    [],
    Nothing,
    z.object({
      formats: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          extension: z.string(),
          /** What it holds and who it is for, in a sentence. */
          about: z.string(),
          /** Holds what participants said, did or are, so that `role` says whose. */
          aboutPeople: z.boolean(),
          /** Holds participants' details, so that `special` matters and somebody may stand out by them. */
          details: z.boolean(),
        }),
      ),
    }),
  ),
  /** What to think about before such a file is shared, asked before it is made. */
  cautions: query(
    ['participant', 'participant_attribute', 'attribute', 'speaker', 'passage', 'coding', 'project'],
    Request,
    z.object({ cautions: z.array(z.string()) }),
  ),
  /**
   * One file with what it holds and what it could not hold. A data dictionary comes with the coded dataset.
   * Withdrawn participants are in no export. While residents' findings are sealed, `role` must leave them out.
   */
  make: job(
    Request,
    z.object({
      files: z.array(z.object({ name: z.string(), bytes: Bytes })).min(1),
      rows: z.number().int(),
      /** What the format cannot hold or what was left out, a sentence each. */
      lost: z.array(z.string()),
      /** What to think about before sharing the file. */
      cautions: z.array(z.string()),
    }),
  ),
}
