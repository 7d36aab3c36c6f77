/** Passages and the codes on them: the heart of the work. */
import { z } from 'zod'
import { command, query } from './define.ts'
import {
  CodeId,
  CoderId,
  CodingId,
  DocumentId,
  Done,
  Intensity,
  Moment,
  Offset,
  Origin,
  ParticipantId,
  PassageId,
  SpeakerId,
  Stance,
} from './common.ts'

const Coding = z.object({
  id: CodingId,
  code: CodeId,
  intensity: Intensity.nullable(),
  stance: Stance,
  origin: Origin,
  /** True when the code's definition has changed since. */
  stale: z.boolean(),
  at: Moment,
})

export const Passage = z.object({
  id: PassageId,
  document: DocumentId,
  start: Offset,
  end: Offset,
  coder: CoderId,
  flagged: z.boolean(),
  memos: z.number().int(),
  codings: z.array(Coding),
})
export type Passage = z.infer<typeof Passage>

export const CodeUse = z.object({
  code: CodeId,
  intensity: Intensity.nullable().optional(),
  stance: Stance.optional(),
})

/** A passage with its words and where it comes from: what a number opens. */
export const PassageRow = z.object({
  passage: PassageId,
  document: DocumentId,
  documentName: z.string(),
  start: Offset,
  end: Offset,
  quote: z.string(),
  speaker: SpeakerId.nullable(),
  speakerLabel: z.string().nullable(),
  participant: ParticipantId.nullable(),
  participantName: z.string().nullable(),
  at: z.number().int().nullable(),
  coder: z.string(),
  codes: z.array(
    z.object({
      id: CodeId,
      code: z.string(),
      name: z.string(),
      family: z.string(),
      intensity: Intensity.nullable(),
      origin: Origin,
    }),
  ),
})
export type PassageRow = z.infer<typeof PassageRow>

const Selection = z.object({ document: DocumentId, start: Offset, end: Offset })

export const codings = {
  inDocument: query(
    ['passage', 'coding', 'memo', 'code'],
    /** `passages` asks for these only: what a change touched. One that is gone is left out of the answer. */
    z.object({ document: DocumentId, passages: z.array(PassageId).optional() }),
    z.object({ passages: z.array(Passage) }),
  ),
  /**
   * Codes a selection. Offsets are snapped outwards to whole graphemes; the same coder's passage with the same
   * edges is reused, so that several codes land on one passage. A code already there has its intensity updated.
   */
  add: command(
    Selection.extend({ codes: z.array(CodeUse).min(1), origin: Origin.optional() }),
    Done.extend({ passage: Passage }),
  ),
  /** Many at once (a spreadsheet of codings, code all hits): one step. */
  addMany: command(
    z.object({
      passages: z
        .array(Selection.extend({ codes: z.array(CodeUse).min(1), coder: z.string().optional() }))
        .min(1),
      origin: Origin.optional(),
      label: z.string().optional(),
    }),
    Done.extend({ passages: z.number().int(), codings: z.number().int() }),
  ),
  change: command(
    z.object({
      coding: CodingId,
      code: CodeId.optional(),
      intensity: Intensity.nullable().optional(),
      stance: Stance.optional(),
    }),
    Done,
  ),
  remove: command(z.object({ codings: z.array(CodingId).min(1) }), Done),
  removePassage: command(z.object({ passage: PassageId }), Done),
  /** Moves the edges of a passage, keeping its codings and memos. */
  reshape: command(z.object({ passage: PassageId, start: Offset, end: Offset }), Done),
  flag: command(z.object({ passage: PassageId, flagged: z.boolean() }), Done),
  /** Passages by id, in the order given, with their words: what a number opens, page by page. */
  passages: query(
    ['passage', 'coding', 'document', 'participant', 'speaker', 'code'],
    z.object({ passages: z.array(PassageId).max(500) }),
    z.object({ passages: z.array(PassageRow) }),
  ),
}
