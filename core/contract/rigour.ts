/** How far the coding can be trusted, and what a reviewer asks to see: agreement, saturation, coverage, words. */
import { z } from 'zod'
import { Interval, Scope, Seed } from './analysis.ts'
import { CodeId, CoderId, Day, DocumentId, Family, Offset } from './common.ts'
import { job, query } from './define.ts'

const READS = [
  'project',
  'document',
  'participant',
  'participant_attribute',
  'speaker',
  'turn',
  'code',
  'passage',
  'coding',
  'coder',
] as const

/** A coefficient with its 95 % bootstrap interval over transcripts; `reading` informs and never gates. */
const Coefficient = z.object({
  value: z.number().nullable(),
  interval: Interval,
  /** α ≥ .80 reliable · .667 to .80 tentative · low below. */
  reading: z.enum(['reliable', 'tentative', 'low']).nullable(),
})
const Unit = z.enum(['sentence', 'turn'])

export const Agreement = z.object({
  coders: z.array(z.object({ id: CoderId, name: z.string() })),
  /** Transcripts that at least two of the coders coded. */
  documents: z.array(z.object({ document: DocumentId, name: z.string(), coders: z.number().int() })),
  codes: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      family: Family,
      transcripts: z.number().int(),
      units: z.number().int(),
      /** Krippendorff's α on "used or not", by unit. */
      alpha: Coefficient,
      agreement: z.number().nullable(),
      positiveAgreement: z.number().nullable(),
      prevalence: z.number().nullable(),
      /** High agreement beside a low α: the code is very rare or very common. */
      paradox: z.boolean(),
      /** Cohen's κ by the character, for comparison with other tools; only between two coders. */
      kappa: Coefficient.nullable(),
      /** α for unitising on the passages as drawn. */
      unitising: Coefficient,
      /** Ordinal α on intensity, for emotions. */
      intensity: Coefficient.nullable(),
    }),
  ),
  settings: z.object({ unit: Unit, seed: z.number().int(), draws: z.number().int(), caption: z.string() }),
})
export type Agreement = z.infer<typeof Agreement>

const CodeHead = z.object({ id: CodeId, code: z.string(), name: z.string(), family: Family })
const Paged = {
  offset: z.number().int().nonnegative().default(0),
  limit: z.number().int().min(1).max(500).default(50),
}
const Seeded = {
  seed: Seed,
  draws: z.number().int().min(100).max(10_000).default(2000),
}

export const rigour = {
  /** Agreement between coders, code by code, on transcripts that two or more of them coded. */
  agreement: job(
    z.object({
      scope: Scope.prefault({}),
      unit: Unit.default('sentence'),
      families: z.array(Family).optional(),
      ...Seeded,
    }),
    Agreement,
    READS,
  ),
  /** Where coders differ on one code: sentences or turns that some of them coded with it and some did not. */
  disagreements: query(
    READS,
    z.object({ scope: Scope.prefault({}), code: z.string(), unit: Unit.default('sentence'), ...Paged }),
    z.object({
      total: z.number().int(),
      places: z.array(
        z.object({
          document: DocumentId,
          documentName: z.string(),
          start: Offset,
          end: Offset,
          text: z.string(),
          used: z.array(z.string()),
          notUsed: z.array(z.string()),
        }),
      ),
    }),
  ),
  /** Which codes appear together: on one passage, in overlapping passages of one coder, or anywhere for one participant. */
  coOccurrence: query(
    READS,
    z.object({
      rows: Family.default('touchpoint'),
      columns: Family.default('reason'),
      by: z.enum(['passage', 'overlap', 'participant']).default('passage'),
      scope: Scope.prefault({}),
    }),
    z.object({
      rows: z.array(CodeHead.extend({ occurs: z.number().int(), participants: z.number().int() })),
      columns: z.array(CodeHead.extend({ occurs: z.number().int(), participants: z.number().int() })),
      /** Pairs that occur; `participants` are those whose words they are on, `coefficient` is the c-coefficient, 0 to 1. */
      pairs: z.array(
        z.object({
          row: CodeId,
          column: CodeId,
          together: z.number().int(),
          participants: z.number().int(),
          coefficient: z.number().nullable(),
        }),
      ),
    }),
  ),
  /** How many passages of each transcript carry each code. */
  codeTable: query(
    READS,
    z.object({ families: z.array(Family).optional(), scope: Scope.prefault({}) }),
    z.object({
      codes: z.array(
        CodeHead.extend({
          passages: z.number().int(),
          documents: z.number().int(),
          participants: z.number().int(),
        }),
      ),
      documents: z.array(z.object({ document: DocumentId, name: z.string(), passages: z.number().int() })),
      counts: z.array(z.object({ code: CodeId, document: DocumentId, passages: z.number().int() })),
    }),
  ),
  /** The participants' words by how often they are said; grammar and filler words are left out. */
  words: query(
    READS,
    z.object({
      scope: Scope.prefault({}),
      /** Only inside passages with this code. */
      code: z.string().nullable().default(null),
      limit: z.number().int().min(1).max(1000).default(100),
    }),
    z.object({
      words: z.array(z.object({ word: z.string(), count: z.number().int(), participants: z.number().int() })),
      participants: z.number().int(),
    }),
  ),
  /** Every place participants say a word or phrase, with the words around it. */
  wordInContext: query(
    READS,
    z.object({ phrase: z.string().trim().min(1).max(200), scope: Scope.prefault({}), ...Paged }),
    z.object({
      total: z.number().int(),
      lines: z.array(
        z.object({
          document: DocumentId,
          documentName: z.string(),
          participantName: z.string(),
          start: Offset,
          end: Offset,
          before: z.string(),
          words: z.string(),
          after: z.string(),
        }),
      ),
    }),
  ),
  /** Thematic saturation (base 4, run 2, at most 5 % new), for the researcher's own themes only. */
  saturation: query(
    READS,
    z.object({
      scope: Scope.prefault({}),
      base: z.number().int().min(1).max(50).default(4),
      run: z.number().int().min(1).max(20).default(2),
      threshold: z.number().min(0).max(1).default(0.05),
    }),
    z.object({
      interviews: z.array(
        z.object({ document: DocumentId, name: z.string(), date: Day.nullable(), fresh: z.number().int() }),
      ),
      baseThemes: z.number().int(),
      runs: z.array(
        z.object({
          first: z.number().int(),
          last: z.number().int(),
          fresh: z.number().int(),
          share: z.number().nullable(),
        }),
      ),
      reachedAt: z.number().int().nullable(),
      sentence: z.string(),
    }),
  ),
  /** How much of what participants said is inside a passage, by transcript. */
  coverage: query(
    READS,
    z.object({ scope: Scope.prefault({}) }),
    z.object({
      documents: z.array(
        z.object({
          document: DocumentId,
          name: z.string(),
          complete: z.boolean(),
          words: z.number().int(),
          codedWords: z.number(),
          share: z.number(),
          passages: z.number().int(),
          coders: z.number().int(),
        }),
      ),
      words: z.number().int(),
      codedWords: z.number(),
    }),
  ),
}
