/** Import: read files, show what was understood, correct it, then store it. Atomic for each file. */
import { z } from 'zod'
import { command, job, query } from './define.ts'
import {
  CodeId,
  Day,
  DocumentId,
  DocumentKind,
  Done,
  ErrorBodyShape,
  Intensity,
  Moment,
  NamedFile,
  Nothing,
  Offset,
  ParticipantRole,
  PassageId,
  SpeakerRole,
  StepId,
} from './common.ts'

const Warning = z.object({ code: z.string(), message: z.string() })

const Speakers = z.array(
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
)
const Metadata = z.array(z.object({ key: z.string(), value: z.string(), from: z.string() }))
/** Characters other than white space: source = kept + ignored, so that nothing can be lost unseen. */
const Characters = z.object({ source: z.number(), kept: z.number(), ignored: z.number() })

const StagedTurn = z.object({
  turn: z.number().int(),
  kind: z.string(),
  speaker: z.string().nullable(),
  at: z.number().nullable(),
  text: z.string(),
})

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
  /** Documents the file becomes: 1, or the number of cases of a survey table. */
  documents: z.number().int(),
  turns: z.number().int(),
  mergedTurns: z.number().int(),
  events: z.number().int(),
  words: z.number().int(),
  speakers: Speakers,
  aliases: z.array(z.object({ from: z.string(), to: z.string(), why: z.string() })),
  metadata: Metadata,
  /** Facts that two places in the file state differently: to be chosen by the researcher. */
  conflicts: z.array(
    z.object({ key: z.string(), values: z.array(z.object({ value: z.string(), from: z.string() })) }),
  ),
  /** Attributes of the participant that the metadata states beyond doubt, by attribute id. */
  attributes: z.record(z.string(), z.string()),
  ignored: z.array(z.object({ text: z.string(), why: z.string(), times: z.number().int() })),
  comments: z.number().int(),
  characters: Characters,
  warnings: z.array(Warning),
  /** First turns, for the eye: enough to see whether speakers are right. `importing.turns` gives the rest. */
  sample: z.array(StagedTurn),
  /** A document with the same content is already in the project, or comes earlier in this import. */
  duplicateOf: z.string().nullable(),
})
export type Preview = z.infer<typeof Preview>

/** One stored document, as scripts report it. */
const Stored = z.object({
  staged: z.string(),
  file: z.string(),
  document: DocumentId,
  name: z.string(),
  step: StepId,
  layout: z.string(),
  confidence: z.number(),
  undecided: z.boolean(),
  turns: z.number().int(),
  mergedTurns: z.number().int(),
  speakers: Speakers,
  events: z.number().int(),
  ignored: z.number().int(),
  characters: Characters,
  metadata: Metadata,
  warnings: z.array(Warning),
})

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

const UnplacedId = z.number().int().positive().brand<'UnplacedId'>()

/** What became of the passages of a document whose text was corrected. Together they are all passages it had. */
export const Moved = z.object({
  /** Same words, wherever they stand now. */
  kept: z.number().int(),
  /** Words were edited inside the passage; the passage holds the edited words. */
  changed: z.number().int(),
  /** Two passages of one coder came to the same place: their codings are on one passage now. */
  merged: z.number().int(),
  /** Words are gone: listed for a decision. */
  unplaced: z.number().int(),
})

/** A passage whose words a corrected transcript no longer holds. */
export const Unplaced = z.object({
  id: UnplacedId,
  document: DocumentId,
  documentName: z.string(),
  coder: z.string(),
  quote: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  /** Where the passage began in the text it was made on: a place to start looking. */
  start: Offset,
  codes: z.array(
    z.object({ id: CodeId.nullable(), code: z.string(), name: z.string(), intensity: Intensity.nullable() }),
  ),
  memos: z.number().int(),
  since: Moment,
})
export type Unplaced = z.infer<typeof Unplaced>

const ToolReport = z.object({
  tool: z.enum(['Taguette', 'QualCoder']),
  file: z.string(),
  documents: z.number().int(),
  codes: z.number().int(),
  passages: z.number().int(),
  codings: z.number().int(),
  memos: z.number().int(),
  participants: z.number().int(),
  /** Passages whose offsets pointed at other words and that were found by their quote instead. */
  corrected: z.number().int(),
  /** Passages found nowhere: in the list of unplaced passages. */
  unplaced: z.number().int(),
  warnings: z.array(Warning),
  step: StepId,
})

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
  /** The turns of a staged file, page by page, as numbered in `notSpeech`. */
  turns: query(
    [],
    z.object({
      staged: z.string(),
      from: z.number().int().nonnegative().default(0),
      limit: z.number().int().min(1).max(1000).default(200),
    }),
    z.object({ turns: z.array(StagedTurn), total: z.number().int() }),
  ),
  /** Stores staged files, each in one step; a file that fails leaves nothing behind. */
  store: job(
    z.object({ files: z.array(Correction).min(1) }),
    z.object({
      imported: z.array(Stored),
      failed: z.array(Failed.extend({ staged: z.string() })),
    }),
  ),
  drop: job(z.object({ staged: z.array(z.string()) }), Nothing),
  /** Reads a new version of a document's file and says what would become of its passages; nothing is stored. */
  replacePreview: job(
    z.object({
      document: DocumentId,
      file: NamedFile,
      layout: z.string().optional(),
      encoding: z.string().optional(),
    }),
    z.object({
      preview: Preview,
      moved: Moved,
      /** Passages whose words would change, with their words before and after; the first 200. */
      changed: z.array(z.object({ passage: PassageId, before: z.string(), after: z.string() })),
      /** Passages that would have no place; the first 200. */
      unplaced: z.array(z.object({ passage: PassageId, quote: z.string() })),
    }),
  ),
  /** Puts a staged file in the place of a document's text. One step: passages follow their words. */
  replace: job(
    z.object({ document: DocumentId, file: Correction }),
    Done.extend({ moved: Moved, warnings: z.array(Warning) }),
  ),
  /** Passages waiting for a decision, of one document or of all. */
  unplaced: query(
    ['unplaced', 'document', 'code', 'coder'],
    z.object({ document: DocumentId.optional() }),
    z.object({ unplaced: z.array(Unplaced) }),
  ),
  /** Puts an unplaced passage, with its codings and memos, on words chosen by hand. */
  place: command(
    z.object({ unplaced: UnplacedId, start: Offset, end: Offset }),
    Done.extend({ passage: PassageId }),
  ),
  /** Gives unplaced passages up. */
  discard: command(z.object({ unplaced: z.array(UnplacedId).min(1) }), Done),
  /** Brings in a whole project of Taguette or QualCoder: documents, codes, codings, memos, cases, attributes. */
  fromTool: job(z.object({ file: NamedFile, kind: DocumentKind.optional() }), ToolReport),
}
