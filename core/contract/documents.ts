/** Transcripts: listing, reading, describing, removing. Importing is its own noun. */
import { z } from 'zod'
import { command, job, query } from './define.ts'
import { Moved } from './importing.ts'
import {
  Day,
  DocumentId,
  DocumentKind,
  DocumentStatus,
  Done,
  Moment,
  Nothing,
  Offset,
  ParticipantId,
  SpeakerId,
  SpeakerRole,
  TurnId,
} from './common.ts'

export const DocumentRow = z.object({
  document: DocumentId,
  name: z.string(),
  kind: DocumentKind,
  status: DocumentStatus,
  journey: z.string().nullable(),
  wave: z.string().nullable(),
  date: Day.nullable(),
  words: z.number().int(),
  participantWords: z.number().int(),
  turns: z.number().int(),
  codings: z.number().int(),
  passages: z.number().int(),
  /** Share of participants' words inside a passage, 0–1. */
  coded: z.number(),
  coders: z.array(z.string()),
  participants: z.array(z.object({ id: ParticipantId, name: z.string(), role: z.string() })),
  layout: z.string(),
  sourceName: z.string(),
  imported: Moment,
})
export type DocumentRow = z.infer<typeof DocumentRow>

export const Turn = z.object({
  id: TurnId,
  kind: z.enum(['speech', 'event', 'heading', 'note']),
  speaker: SpeakerId.nullable(),
  start: Offset,
  end: Offset,
  /** Milliseconds from the start of the recording, when the source says. */
  at: z.number().int().nullable(),
  until: z.number().int().nullable(),
})
export type Turn = z.infer<typeof Turn>

const Speaker = z.object({
  id: SpeakerId,
  label: z.string(),
  role: SpeakerRole,
  participant: ParticipantId.nullable(),
  participantName: z.string().nullable(),
  turns: z.number().int(),
  words: z.number().int(),
})

/**
 * One correction of a transcript. Offsets are into the document's text. A speaker may be named by id, or by a label that
 * becomes a new speaker when the document has none of that name; null means no speaker.
 */
const SpeakerChoice = z.union([SpeakerId, z.object({ label: z.string().trim().min(1).max(120) }), z.null()])
export const Edit = z.discriminatedUnion('edit', [
  /** New words for a turn; no words at all remove it. */
  z.object({ edit: z.literal('text'), turn: TurnId, text: z.string().max(1_000_000) }),
  /** Parts a turn in two. The second part keeps the speaker unless another is named. */
  z.object({ edit: z.literal('split'), turn: TurnId, at: Offset, speaker: SpeakerChoice.optional() }),
  /** Joins a turn to the one before it, which keeps its speaker. */
  z.object({ edit: z.literal('join'), turn: TurnId }),
  z.object({ edit: z.literal('speaker'), turns: z.array(TurnId).min(1), speaker: SpeakerChoice }),
  /** Speech that is none, or the other way round. */
  z.object({ edit: z.literal('kind'), turns: z.array(TurnId).min(1), kind: Turn.shape.kind }),
])
export type Edit = z.infer<typeof Edit>

export const documents = {
  list: query(
    ['document', 'passage', 'coding', 'participant', 'speaker', 'coder'],
    Nothing,
    z.object({ documents: z.array(DocumentRow) }),
  ),
  /** The transcript itself: immutable, so the page may keep it as long as it likes. */
  read: query(
    ['document', 'speaker', 'turn', 'participant'],
    z.object({ document: DocumentId }),
    z.object({
      document: DocumentId,
      name: z.string(),
      kind: DocumentKind,
      status: DocumentStatus,
      date: Day.nullable(),
      text: z.string(),
      turns: z.array(Turn),
      speakers: z.array(Speaker),
    }),
  ),
  /** Where this transcript came from, for the import report and the reviewer. */
  report: query(
    ['document'],
    z.object({ document: DocumentId }),
    z.object({ sha256: z.string(), sourceName: z.string(), format: z.string(), report: z.unknown() }),
  ),
  describe: command(
    z.object({
      document: DocumentId,
      name: z.string().trim().min(1).max(200).optional(),
      kind: DocumentKind.optional(),
      status: DocumentStatus.optional(),
      journey: z.string().nullable().optional(),
      wave: z.string().nullable().optional(),
      date: Day.nullable().optional(),
    }),
    Done,
  ),
  remove: command(z.object({ document: DocumentId }), Done),
  setSpeaker: command(
    z.object({
      speaker: SpeakerId,
      label: z.string().trim().min(1).max(120).optional(),
      role: SpeakerRole.optional(),
      participant: ParticipantId.nullable().optional(),
    }),
    Done,
  ),
  /** Corrects the transcript itself. Passages follow their words; those that cannot are listed as unplaced. */
  correct: command(z.object({ document: DocumentId, change: Edit }), Done.extend({ moved: Moved })),
  /** Where the acting coder left off, so that reopening returns to the place. */
  place: query([], z.object({ document: DocumentId }), z.object({ offset: Offset })),
  /** Keeps the place; no step of the history. */
  setPlace: job(z.object({ document: DocumentId, offset: Offset }), Nothing),
}
