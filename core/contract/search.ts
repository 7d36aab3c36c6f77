/** Finding: words in transcripts, and passages by what is coded on them. */
import { z } from 'zod'
import { CodeUse, PassageRow } from './codings.ts'
import { command, job, query } from './define.ts'
import {
  Bytes,
  CodeId,
  CoderId,
  DocumentId,
  DocumentKind,
  Done,
  Family,
  Intensity,
  Moment,
  Nothing,
  Offset,
  Origin,
  ParticipantId,
  ParticipantRole,
  SpeakerRole,
  Stance,
  TurnId,
} from './common.ts'

/** Where to look. Turns of withdrawn participants are never looked at. */
const Where = z.object({
  /** Roles of the speaker; everyone, and turns without a speaker, when left out. */
  roles: z.array(SpeakerRole).optional(),
  documents: z.array(DocumentId).optional(),
})
const Sought = z.string().max(1000)

/**
 * words: `damp mould` (both), `"ring back"`, `repair*`, `damp OR mould`, `damp -kitchen` or `damp NOT kitchen`,
 * `damp NEAR/5 mould`, brackets; in any case, with or without accents; within one turn. Anything else is plain words.
 * pattern: a regular expression (RE2 syntax: linear time, no look-behind, no back-references), tried turn by turn.
 */
export const Find = Where.extend({
  text: Sought,
  mode: z.enum(['words', 'pattern']).default('words'),
  /** Patterns only. */
  matchCase: z.boolean().default(false),
})
export type Find = z.infer<typeof Find>

/** A turn with what was found in it. All offsets are of the document. */
export const FoundTurn = z.object({
  turn: TurnId,
  document: DocumentId,
  documentName: z.string(),
  start: Offset,
  end: Offset,
  speaker: z.string().nullable(),
  role: SpeakerRole.nullable(),
  /** Milliseconds into the recording. */
  at: z.number().int().nullable(),
  hits: z.array(z.object({ start: Offset, end: Offset })),
  /** The words around the first hit; `start` is where they begin in the document. */
  snippet: z.object({ text: z.string(), start: Offset }),
})
export type FoundTurn = z.infer<typeof FoundTurn>

export const Level = z.enum(['hit', 'sentence', 'turn'])
const CodeHits = z.object({ find: Find, level: Level, codes: z.array(CodeUse).min(1) })

/** One condition on a passage beside its own codes. */
export const Relation = z.object({
  /**
   * with: the passage also carries one of the codes · overlapping: it shares words with a passage that does · inside: it
   * lies in one · around: it holds one · near: one is at most `distance` characters away. A passage counts as its own
   * neighbour.
   */
  relation: z.enum(['with', 'overlapping', 'inside', 'around', 'near']),
  not: z.boolean().default(false),
  codes: z.array(CodeId).default([]),
  families: z.array(Family).default([]),
  distance: z.number().int().min(0).max(1_000_000).default(200),
  /** Also look at other coders' passages. */
  otherCoders: z.boolean().default(false),
})

/** Everything left out means no restriction. Lists mean any of them; different fields must all hold. */
export const Retrieve = z.object({
  codes: z.array(CodeId).default([]),
  families: z.array(Family).default([]),
  /** A code includes the codes under it. */
  below: z.boolean().default(true),
  and: z.array(Relation).max(20).default([]),
  /** On the coding that matched `codes` and `families`. */
  intensities: z.array(Intensity).optional(),
  stances: z.array(Stance).optional(),
  origins: z.array(Origin).optional(),
  /** Coded under an older definition of the code. */
  stale: z.boolean().optional(),
  flagged: z.boolean().optional(),
  memo: z.boolean().optional(),
  coders: z.array(CoderId).optional(),
  documents: z.array(DocumentId).optional(),
  kinds: z.array(DocumentKind).optional(),
  journeys: z.array(z.string()).optional(),
  waves: z.array(z.string()).optional(),
  roles: z.array(ParticipantRole).optional(),
  participants: z.array(ParticipantId).optional(),
  /** Attribute id → allowed values; '' stands for not stated. */
  attributes: z.record(z.string(), z.array(z.string())).optional(),
  /** Words the passage must hold, in any order, case and accent. */
  text: z.string().max(500).optional(),
  sort: z.enum(['transcript', 'participant', 'newest', 'intensity']).default('transcript'),
})
export type Retrieve = z.infer<typeof Retrieve>

export const SavedQuery = z.object({
  id: z.number().int().positive(),
  name: z.string(),
  query: Retrieve,
  created: Moment,
})

const TEXT = ['turn', 'document', 'speaker', 'participant'] as const
const CODED = [
  'passage',
  'coding',
  'code',
  'document',
  'speaker',
  'participant',
  'participant_attribute',
  'memo',
  'project',
] as const

export const search = {
  /** Turns in the order of import and of the text. A question no words are left of finds nothing; none is an error. */
  text: query(
    TEXT,
    Find.omit({ mode: true, matchCase: true }).extend({
      offset: z.number().int().nonnegative().default(0),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    z.object({ total: z.number().int(), turns: z.array(FoundTurn) }),
  ),
  /** The same by regular expression. Stops at `limit` turns; `more` says whether it did. */
  pattern: job(
    Find.omit({ mode: true }).extend({ limit: z.number().int().min(1).max(5000).default(500) }),
    z.object({ turns: z.array(FoundTurn), more: z.boolean() }),
    TEXT,
  ),
  /** What coding all hits would do, before it is done. */
  codePreview: job(
    CodeHits,
    z.object({
      passages: z.number().int(),
      documents: z.number().int(),
      /** Of these, passages of this coder that already carry every one of the codes. */
      already: z.number().int(),
      sample: z.array(FoundTurn),
    }),
    [...TEXT, 'passage', 'coding'],
  ),
  /** Codes every hit, or the sentences or turns they are in: one step. */
  codeHits: job(CodeHits, Done.extend({ passages: z.number().int(), codings: z.number().int() })),
  retrieve: query(
    CODED,
    z.object({
      query: Retrieve,
      offset: z.number().int().nonnegative().default(0),
      limit: z.number().int().min(1).max(500).default(50),
    }),
    z.object({ total: z.number().int(), passages: z.array(PassageRow) }),
  ),
  /** The passages a query finds, as a file. Kept on record like every export. */
  retrieveFile: job(
    z.object({ query: Retrieve, name: z.string().trim().max(80).optional(), format: z.enum(['csv', 'md']) }),
    z.object({ name: z.string(), bytes: Bytes, rows: z.number().int(), lost: z.array(z.string()) }),
  ),
  queries: query(['saved_view'], Nothing, z.object({ queries: z.array(SavedQuery) })),
  /** A new saved query, or other settings and name for one there is. */
  saveQuery: command(
    z.object({
      id: z.number().int().positive().optional(),
      name: z.string().trim().min(1).max(120),
      query: Retrieve,
    }),
    Done.extend({ id: z.number().int() }),
  ),
  removeQuery: command(z.object({ id: z.number().int().positive() }), Done),
}
