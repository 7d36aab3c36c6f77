/** The two-way journey map and what is made of it: comparisons, the framework matrix, saved views, metrics, the report. */
import { z } from 'zod'
import { FrustrationDefinition, HeatmapSettings, Scope, Seed } from './analysis.ts'
import { PassageRow } from './codings.ts'
import { Bytes, Day, Done, Moment, Nothing, ParticipantId } from './common.ts'
import { command, job, query } from './define.ts'

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
  'metric',
] as const

const Count = z.number().int()
const Named = z.object({ code: z.string(), name: z.string(), people: Count })

/**
 * How the two sides of a touchpoint meet. aligned: both speak of it · resident-only: reach ≥ 30 % and no colleague ·
 * colleague-only: no resident · both quiet · opposed: one side mostly pleased, the other mostly not · belief gap: only one side
 * names what residents value there.
 */
export const Alignment = z.enum([
  'aligned',
  'resident-only',
  'colleague-only',
  'both quiet',
  'opposed',
  'belief gap',
])

export const Metric = z.object({
  id: Count,
  touchpoint: z.string(),
  name: z.string(),
  value: z.string(),
  unit: z.string(),
  date: Day.nullable(),
  source: z.string(),
})

/** What a touchpoint should become, in the researcher's own words. */
export const Target = z.object({
  text: z.string(),
  /** What would show it, as in “within 2 working days”. */
  value: z.string(),
  due: Day.nullable(),
  coder: z.string(),
  changed: Moment,
})

export const TwoWayRow = z.object({
  id: z.string(),
  name: z.string(),
  journey: z.string(),
  stage: z.string(),
  side: z.string().nullable(),
  clock: z.string().nullable(),
  /** Backstage touchpoints that pair with it; what colleagues say there is counted here. */
  paired: z.array(z.object({ id: z.string(), name: z.string() })),
  /** Null when only one side was asked for. */
  alignment: Alignment.nullable(),
  sentence: z.string(),
  residents: z
    .object({
      P: Count,
      E: Count,
      F: Count,
      reach: z.number().nullable(),
      prevalence: z.number().nullable(),
      positive: Count,
      negative: Count,
      /** (positive − negative participants)/E: the emotion line; E is its n. */
      sentiment: z.number().nullable(),
      emotions: z.array(Named),
      layers: z.array(Named),
      channels: z.array(Named),
      /** Participants with an expectation, a reality, and both coded here. */
      expectation: Count,
      reality: Count,
      expectationAndReality: Count,
      momentOfTruth: Count,
      handOffs: Count,
      /** Participants for whom this is the furthest point of an unfinished journey. */
      breaksOff: Count,
    })
    .nullable(),
  /** Sessions and speakers, never percentages. */
  colleagues: z
    .object({
      sessions: Count,
      speakers: Count,
      passages: Count,
      positive: Count,
      negative: Count,
      emotions: z.array(Named),
      layers: z.array(Named),
      channels: z.array(Named),
      handOffs: Count,
    })
    .nullable(),
  metrics: z.array(Metric),
  /** Null also while residents' findings are sealed. */
  target: Target.nullable(),
})
export type TwoWayRow = z.infer<typeof TwoWayRow>

const Place = z.object({ E: Count, F: Count, P: Count })
const Segment = z.object({ name: z.string().max(200), scope: Scope.prefault({}) })

const TwoWaySettings = z.object({
  side: z.enum(['both', 'resident', 'colleague']).default('both'),
  journeys: z.array(z.string()).optional(),
  complete: z.boolean().default(false),
  frustration: FrustrationDefinition.default('strict'),
  /** Touchpoints nobody mentioned are left out unless asked for. */
  all: z.boolean().default(false),
})

const ImportanceSettings = z.object({
  scope: Scope.prefault({}),
  frustration: FrustrationDefinition.default('strict'),
})

const View = z.object({
  id: Count,
  kind: z.enum(['heatmap', 'map', 'query']),
  name: z.string(),
  settings: z.unknown(),
  created: Moment,
  /** Whether it keeps its figures of that day. */
  snapshot: z.boolean(),
})

const ReportRequest = z.object({
  title: z.string().trim().min(1).max(200).optional(),
  /** Short ids, in the order they should stand. */
  touchpoints: z.array(z.string()).min(1).max(60),
  /** The heatmap that opens the report; its scope holds for every touchpoint. Complete transcripts only, unless told. */
  settings: HeatmapSettings.prefault({ scope: { complete: true } }),
  seed: Seed,
  format: z.enum(['html', 'md', 'docx', 'pdf']),
})

export const mapping = {
  /** Residents and colleagues on one spine of touchpoints. `side` "colleague" is open while residents are sealed. */
  twoWay: query(
    [...READS, 'target', 'coder'],
    TwoWaySettings,
    z.object({
      rows: z.array(TwoWayRow),
      residents: z.object({ participants: Count, documents: Count }).nullable(),
      colleagues: z.object({ participants: Count, sessions: Count }).nullable(),
      caption: z.string(),
    }),
  ),
  /**
   * The map as pictures the size of a page (several come in a zip), as sheets to print, or as a table. `suppressed` is how
   * many touchpoints leave a small count out.
   */
  twoWayFile: job(
    z.object({
      settings: TwoWaySettings.prefault({}),
      format: z.enum(['svg', 'png', 'pdf', 'csv']),
      theme: z.enum(['light', 'dark']).default('light'),
    }),
    z.object({ name: z.string(), bytes: Bytes, suppressed: Count }),
  ),
  /** What matters to residents against how many it frustrates. */
  importance: query(
    READS,
    ImportanceSettings,
    z.object({
      points: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          E: Count,
          F: Count,
          /** Participants who said that it matters, or that it was a moment of truth. */
          matters: Count,
          importance: z.number(),
          frustration: z.number(),
          small: z.boolean(),
        }),
      ),
      caption: z.string(),
    }),
  ),
  /** One participant's journey, touchpoint by touchpoint in the order they told it. */
  journey: query(
    READS,
    z.object({ participant: ParticipantId }),
    z.object({
      participant: z.object({ id: ParticipantId, name: z.string(), role: z.string() }),
      steps: z.array(
        z.object({
          passage: PassageRow,
          touchpoints: z.array(z.object({ id: z.string(), name: z.string(), stage: z.string() })),
          positive: z.boolean(),
          negative: z.boolean(),
          /** Strongest frustration on it, 0 to 3. */
          frustration: z.number(),
        }),
      ),
    }),
  ),
  /** Two segments side by side, with Newcombe's interval for the difference. Never a test. */
  compare: query(
    READS,
    z.object({
      first: Segment,
      second: Segment,
      rows: HeatmapSettings.shape.rows,
      frustration: FrustrationDefinition.default('strict'),
    }),
    z.object({
      rows: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          first: Place,
          second: Place,
          /** Share F/E of the first less that of the second, −1 to 1. */
          difference: z.number().nullable(),
          low: z.number().nullable(),
          high: z.number().nullable(),
          /** Both have the five participants that a comparison in percentage points needs. */
          enough: z.boolean(),
        }),
      ),
      caption: z.string(),
    }),
  ),
  /** Framework matrix: participants down, touchpoints across, the researcher's own words in the cells. */
  framework: query(
    [...READS, 'summary_cell'],
    z.object({ touchpoints: z.array(z.string()).min(1).max(60), scope: Scope.prefault({}) }),
    z.object({
      columns: z.array(z.object({ id: z.string(), name: z.string() })),
      rows: z.array(
        z.object({
          participant: ParticipantId,
          name: z.string(),
          cells: z.array(
            z.object({
              touchpoint: z.string(),
              text: z.string(),
              coder: z.string().nullable(),
              changed: Moment.nullable(),
              passages: z.array(Count),
            }),
          ),
        }),
      ),
    }),
  ),
  /** Writes one cell of the matrix; an empty text clears it. */
  setFrameworkCell: command(
    z.object({ touchpoint: z.string(), participant: ParticipantId, text: z.string().max(10_000) }),
    Done,
  ),
  metrics: query(['metric', 'code'], Nothing, z.object({ metrics: z.array(Metric) })),
  /** A table with the columns touchpoint, name, value and, when known, unit, date and source. The same name and date is replaced. */
  importMetrics: command(
    z.object({ csv: z.string().max(5_000_000) }),
    Done.extend({
      added: Count,
      changed: Count,
      failed: z.array(z.object({ line: Count, message: z.string() })),
    }),
  ),
  removeMetric: command(z.object({ metric: Count }), Done),
  /** Writes a touchpoint's target, leaving what is not given as it is; an empty one is removed. */
  setTarget: command(
    z.object({
      touchpoint: z.string(),
      text: z.string().trim().max(2000).optional(),
      value: z.string().trim().max(200).optional(),
      due: Day.nullable().optional(),
    }),
    Done,
  ),
  views: query(['saved_view'], Nothing, z.object({ views: z.array(View) })),
  /** Keeps settings under a name; a heatmap also keeps its figures of the day. */
  saveView: command(
    z.object({
      kind: View.shape.kind,
      name: z.string().trim().min(1).max(200),
      settings: z.record(z.string(), z.unknown()),
    }),
    Done.extend({ view: Count }),
  ),
  removeView: command(z.object({ view: Count }), Done),
  /** A saved heatmap's figures of the day beside those of now. */
  compareView: query(
    [...READS, 'saved_view'],
    z.object({ view: Count }),
    z.object({
      name: z.string(),
      created: Moment,
      rows: z.array(
        z.object({ id: z.string(), name: z.string(), before: Place.nullable(), now: Place.nullable() }),
      ),
    }),
  ),
  /** Chosen touchpoints with the heatmap, the codebook, a method note and the limitations. */
  report: job(ReportRequest, z.object({ name: z.string(), bytes: Bytes }), [...READS, 'coder']),
}
