/** Shapes that several nouns share. Offsets are UTF-16 code units, half-open. */
import './no-eval.ts'
import { z } from 'zod'
import { ERROR_CODES } from './errors.ts'

const id = () => z.number().int().positive()
export const DocumentId = id().brand<'DocumentId'>()
export const PassageId = id().brand<'PassageId'>()
export const CodingId = id().brand<'CodingId'>()
export const CodeId = id().brand<'CodeId'>()
export const CoderId = id().brand<'CoderId'>()
export const ParticipantId = id().brand<'ParticipantId'>()
export const SpeakerId = id().brand<'SpeakerId'>()
export const TurnId = id().brand<'TurnId'>()
export const MemoId = id().brand<'MemoId'>()
export const StepId = id().brand<'StepId'>()

export const Offset = z.number().int().nonnegative()
export const Intensity = z.union([z.literal(1), z.literal(2), z.literal(3)])
/** ISO 8601 moment in UTC. */
export const Moment = z.string()
/** Calendar date, YYYY-MM-DD. */
export const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a date like 2026-03-12')

export const Family = z.enum(['touchpoint', 'emotion', 'reason', 'layer', 'channel', 'theme'])
export type Family = z.infer<typeof Family>
export const Stance = z.enum(['stated', 'implied'])
export const Origin = z.enum(['hand', 'suggestion', 'auto', 'import'])
export const SpeakerRole = z.enum(['participant', 'interviewer', 'other', 'unknown'])
export const ParticipantRole = z.enum(['resident', 'colleague', 'stakeholder'])
export const DocumentKind = z.enum([
  'depth interview',
  'workshop',
  'survey comments',
  'call',
  'observation',
  'mystery shopping',
  'social media',
  'desk research',
  'other',
])
export const DocumentStatus = z.enum(['imported', 'coding', 'complete'])

/** A file's bytes as they travel; links carry them without loss. */
export const Bytes = z.instanceof(Uint8Array)
export const NamedFile = z.object({ name: z.string().min(1), bytes: Bytes })
export const Nothing = z.object({})
/** What every command answers at least: the step it became, for undo and the status line. */
/** `step` is 0 when nothing was changed in a project without a history. */
export const Done = z.object({ step: z.number().int().nonnegative(), label: z.string() })

export const ErrorBodyShape = z.object({
  code: z.enum(ERROR_CODES),
  message: z.string(),
  detail: z.unknown().optional(),
})
