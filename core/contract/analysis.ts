/** Figures: heatmap, summaries. Every number names the passages behind it. */
import { z } from 'zod'
import { job, query } from './define.ts'
import { Bytes, CoderId, DocumentId, ParticipantId } from './common.ts'
import { PassageRow } from './codings.ts'

export const FrustrationDefinition = z.enum(['strict', 'blocked', 'family'])
/** Fixed columns, or `attribute:ID` for a participant attribute. */
export const ColumnKind = z.union([
  z.enum(['emotion', 'reason', 'layer', 'channel', 'participant', 'document', 'wave', 'coder', 'role']),
  z.templateLiteral(['attribute:', z.string()]),
])
export const Measure = z.enum([
  'prevalence',
  'reach',
  'share',
  'intensity',
  'index',
  'density',
  'sentiment',
  'passages',
  'counter',
  'spread',
])

/** Chance is always repeatable: the seed is printed beside what it made. */
export const Seed = z.number().int().min(0).max(0xffff_ffff).default(20260101)

/** What is counted. Empty means everyone not withdrawn whose transcript has a passage or is complete. */
export const Scope = z.object({
  complete: z.boolean().default(false),
  role: z.enum(['resident', 'colleague', 'stakeholder', 'any']).default('resident'),
  /** Short ids of journeys: only their touchpoints become rows. Who is counted stays the same. */
  journeys: z.array(z.string()).optional(),
  documents: z.array(DocumentId).optional(),
  participants: z.array(ParticipantId).optional(),
  coders: z.array(CoderId).optional(),
  waves: z.array(z.string()).optional(),
  /** Attribute id → allowed values. */
  attributes: z.record(z.string(), z.array(z.string())).optional(),
})
export type Scope = z.infer<typeof Scope>

export const HeatmapSettings = z.object({
  rows: z.enum(['journey', 'stage', 'touchpoint']).default('touchpoint'),
  columns: ColumnKind.default('emotion'),
  measure: Measure.default('prevalence'),
  frustration: FrustrationDefinition.default('strict'),
  scope: Scope.prefault({}),
  sort: z.enum(['journey', 'measure']).default('journey'),
  /** Rows nobody mentioned are left out unless asked for. */
  all: z.boolean().default(false),
  /** Also compute bootstrap intervals and rank stability (slower). */
  bootstrap: z.boolean().default(false),
  seed: Seed,
  draws: z.number().int().min(100).max(10_000).default(2000),
})
export type HeatmapSettings = z.infer<typeof HeatmapSettings>

/** value: E ≥ smallN with frustration · zero · unmentioned · uncoded · small: E < smallN */
const CellState = z.enum(['value', 'zero', 'unmentioned', 'uncoded', 'small'])

export const Cell = z.object({
  row: z.string(),
  column: z.string(),
  passages: z.number().int(),
  /** Participants in scope / with a passage at the touchpoint / with frustration (or the column's emotion) there. */
  P: z.number().int(),
  E: z.number().int(),
  F: z.number().int(),
  prevalence: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  reach: z.number().nullable(),
  share: z.number().nullable(),
  intensity: z.number().nullable(),
  index: z.number().nullable(),
  indexLow: z.number().nullable(),
  indexHigh: z.number().nullable(),
  /** Frustrated words per 1,000 participant words. */
  density: z.number().nullable(),
  /** (positive − negative participants) / E */
  sentiment: z.number().nullable(),
  positive: z.number().int(),
  both: z.number().int(),
  /** Share of passages from the participant with most of them. */
  spread: z.number().nullable(),
  state: CellState,
  /** 3 ≤ E < 5: shown muted and hatched. */
  thin: z.boolean(),
})
export type Cell = z.infer<typeof Cell>

/** The figure a measure shows, as computed; null where it does not exist. */
export function measureOf(cell: Cell, measure: z.infer<typeof Measure>): number | null {
  return measure === 'counter' ? (cell.E > 0 ? cell.positive / cell.E : null) : cell[measure]
}

const Header = z.object({ id: z.string(), name: z.string() })
export const Heatmap = z.object({
  rows: z.array(
    Header.extend({
      journey: z.string(),
      stage: z.string().nullable(),
      /** Bootstrap probability of being in the top three, when asked for. */
      topThree: z.number().nullable(),
      total: Cell,
      why: z.array(z.object({ code: z.string(), name: z.string(), participants: z.number().int() })),
    }),
  ),
  columns: z.array(Header),
  cells: z.array(Cell),
  /** Whether the top three rows are the same under all three definitions of frustration. */
  survival: z.object({ survives: z.boolean(), sentence: z.string() }),
  settings: HeatmapSettings.extend({
    participants: z.number().int(),
    documents: z.number().int(),
    unfinished: z.number().int(),
    overlapRule: z.string(),
    caption: z.string(),
    smallN: z.number().int(),
    thinN: z.number().int(),
  }),
})
export type Heatmap = z.infer<typeof Heatmap>

export const Interval = z.object({ low: z.number(), high: z.number() }).nullable()
const Quote = PassageRow.extend({
  counterExample: z.boolean(),
  why: z.string(),
  /** Whether it is quoted at an earlier touchpoint of the same report. */
  quotedElsewhere: z.boolean(),
  /** Other files that quoted it when they were saved. */
  quotedIn: z.array(z.string()),
})

export const TouchpointSummary = z.object({
  touchpoint: z.object({
    code: z.string(),
    name: z.string(),
    journey: z.string(),
    stage: z.string(),
    definition: z.string(),
    clock: z.string().nullable(),
    side: z.string().nullable(),
  }),
  n: z.object({ P: z.number(), E: z.number(), F: z.number(), passages: z.number(), sentence: z.string() }),
  emotions: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      valence: z.string().nullable(),
      participants: z.number(),
      interval: Interval,
      passages: z.number(),
      intensity: z.number().nullable(),
    }),
  ),
  /** Participants by strongest frustration: mild, clear, strong. */
  intensity: z.tuple([z.number(), z.number(), z.number()]),
  why: z.array(
    z.object({ code: z.string(), name: z.string(), participants: z.number(), passages: z.number() }),
  ),
  wanted: z.array(PassageRow),
  colleagues: z.object({
    sessions: z.number(),
    speakers: z.number(),
    sealed: z.boolean(),
    passages: z.array(PassageRow),
  }),
  layers: z.array(
    z.object({ code: z.string(), name: z.string(), participants: z.number(), passages: z.array(z.number()) }),
  ),
  quotes: z.object({ seed: z.number(), chosen: z.array(Quote), counterExample: z.string() }),
  confidence: z.object({
    documents: z.number(),
    complete: z.number(),
    coders: z.number(),
    agreement: z.string(),
    warnings: z.array(z.string()),
  }),
  /** Sentences assembled from counts; each with the passages that carry it. */
  text: z.array(z.object({ sentence: z.string(), passages: z.array(z.number()) })),
})
export type TouchpointSummary = z.infer<typeof TouchpointSummary>

const SummaryRequest = z.object({
  touchpoint: z.string(),
  scope: Scope.prefault({}),
  frustration: FrustrationDefinition.default('strict'),
  seed: Seed,
})

const READS = [
  'project',
  'document',
  'participant',
  'participant_attribute',
  'attribute',
  'speaker',
  'turn',
  'code',
  'passage',
  'coding',
] as const

export const analysis = {
  heatmap: job(HeatmapSettings, Heatmap, READS),
  /** The passages behind a cell, row or column, first page at once. */
  behind: query(
    READS,
    z.object({
      settings: HeatmapSettings,
      row: z.string().nullable(),
      column: z.string().nullable(),
      /** F: with frustration or the column's code; E: every passage at the touchpoint. */
      of: z.enum(['E', 'F']).default('F'),
      offset: z.number().int().nonnegative().default(0),
      limit: z.number().int().min(1).max(500).default(50),
    }),
    z.object({ total: z.number().int(), passages: z.array(PassageRow) }),
  ),
  heatmapFile: job(
    z.object({
      settings: HeatmapSettings,
      format: z.enum(['svg', 'png', 'csv']),
      theme: z.enum(['light', 'dark']).default('light'),
    }),
    z.object({ name: z.string(), bytes: Bytes, suppressed: z.number().int() }),
  ),
  /** A saved file is a step: from then on its quotes are known as quoted. */
  summary: query([...READS, 'step'], SummaryRequest, TouchpointSummary),
  summaryFile: job(
    SummaryRequest.extend({ format: z.enum(['html', 'md', 'docx', 'pdf']) }),
    z.object({ name: z.string(), bytes: Bytes }),
  ),
  /** The emotion profile of a touchpoint as a picture. */
  profileFile: job(
    SummaryRequest.extend({
      format: z.enum(['svg', 'png']),
      theme: z.enum(['light', 'dark']).default('light'),
    }),
    z.object({ name: z.string(), bytes: Bytes }),
  ),
}
