/** Import: read files, show what was understood, correct it, then store it. Atomic for each file. */
import { z } from 'zod'
import { job, query } from './define.ts'
import {
  Day,
  DocumentId,
  DocumentKind,
  ErrorBodyShape,
  NamedFile,
  Nothing,
  ParticipantRole,
  SpeakerRole,
  StepId,
} from './common.ts'

const Warning = z.object({ code: z.string(), message: z.string() })

/** What the importer understood about one file. `staged` names it until it is stored or dropped. */
export const Preview = z.object({
  staged: z.string(),
  file: z.string(),
  name: z.string(),
  format: z.string(),
  layout: z.string(),
  layoutName: z.string(),
  confidence: z.number(),
  undecided: z.boolean(),
  encoding: z.string().nullable(),
  alternatives: z.array(z.object({ layout: z.string(), name: z.string(), confidence: z.number() })),
  kind: DocumentKind,
  date: Day.nullable(),
  turns: z.number().int(),
  mergedTurns: z.number().int(),
  events: z.number().int(),
  words: z.number().int(),
  speakers: z.array(
    z.object({
      label: z.string(),
      role: SpeakerRole,
      why: z.string(),
      turns: z.number().int(),
      mergedTurns: z.number().int(),
      words: z.number().int(),
      /** Participant this speaker becomes when stored; null for interviewers and others. */
      participant: z.string().nullable(),
    }),
  ),
  aliases: z.array(z.object({ from: z.string(), to: z.string(), why: z.string() })),
  metadata: z.array(z.object({ key: z.string(), value: z.string(), from: z.string() })),
  ignored: z.array(z.object({ text: z.string(), why: z.string() })),
  comments: z.number().int(),
  characters: z.object({ source: z.number(), kept: z.number(), ignored: z.number() }),
  warnings: z.array(Warning),
  /** First turns, for the eye: enough to see whether speakers are right. */
  sample: z.array(
    z.object({
      turn: z.number().int(),
      kind: z.string(),
      speaker: z.string().nullable(),
      at: z.number().nullable(),
      text: z.string(),
    }),
  ),
  /** A document with the same content is already in the project. */
  duplicateOf: z.string().nullable(),
})
export type Preview = z.infer<typeof Preview>

/** What the researcher changed in the preview. Everything is optional: nothing said means as read. */
export const Correction = z.object({
  staged: z.string(),
  name: z.string().trim().min(1).max(200).optional(),
  kind: DocumentKind.optional(),
  date: Day.nullable().optional(),
  journey: z.string().nullable().optional(),
  wave: z.string().nullable().optional(),
  /** By label as read: rename, change role, merge into another label, name the participant. */
  speakers: z
    .array(
      z.object({
        label: z.string(),
        rename: z.string().trim().min(1).max(120).optional(),
        mergeInto: z.string().optional(),
        role: SpeakerRole.optional(),
        participant: z.string().nullable().optional(),
        participantRole: ParticipantRole.optional(),
      }),
    )
    .optional(),
  /** Turns (by index in the preview) that are not speech: kept in the text as events. */
  notSpeech: z.array(z.number().int()).optional(),
  attributes: z.record(z.string(), z.string()).optional(),
  keepOriginal: z.boolean().optional(),
  allowDuplicate: z.boolean().optional(),
})
export type Correction = z.infer<typeof Correction>

const Failed = z.object({ file: z.string(), error: ErrorBodyShape })

export const importing = {
  layouts: query([], Nothing, z.object({ layouts: z.array(z.object({ id: z.string(), name: z.string() })) })),
  /** Reads files in worker threads; nothing is stored. */
  preview: job(
    z.object({
      files: z.array(NamedFile).min(1),
      layout: z.string().optional(),
      encoding: z.string().optional(),
    }),
    z.object({ previews: z.array(Preview), failed: z.array(Failed) }),
  ),
  /** Reads a staged file again with another layout or encoding. */
  reread: job(
    z.object({ staged: z.string(), layout: z.string().optional(), encoding: z.string().optional() }),
    Preview,
  ),
  /** Stores staged files, each in one step; a file that fails leaves nothing behind. */
  store: job(
    z.object({ files: z.array(Correction).min(1) }),
    z.object({
      imported: z.array(
        z.object({
          staged: z.string(),
          file: z.string(),
          document: DocumentId,
          name: z.string(),
          step: StepId,
        }),
      ),
      failed: z.array(Failed.extend({ staged: z.string() })),
    }),
  ),
  drop: job(z.object({ staged: z.array(z.string()) }), Nothing),
}
