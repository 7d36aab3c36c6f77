/** Answers a heatmap: at once when nothing it is read from has changed, and otherwise from what still holds. */
import type { Heatmap, HeatmapSettings } from '../../contract/analysis.ts'
import type { JobContext } from '../../context.ts'
import type { ReadableDb } from '../../db/database.ts'
import { KeptAnswers, revisionOf } from '../../db/kept.ts'
import { workers } from '../../jobs/worker.ts'
import { paceOf } from '../pace.ts'
import type { Sample } from '../sample.ts'
import { withCertainty } from './certainty.ts'
import { countUp, type Counts } from './counts.ts'
import { buildHeatmap } from './heatmap.ts'
import { readAhead, type Layout } from './layout.ts'

const TABLES = [
  'project',
  'coder',
  'participant',
  'attribute',
  'participant_attribute',
  'document',
  'speaker',
  'turn',
  'code',
  'passage',
  'coding',
]
/** While only these change, everyone counted before is counted again in the same rows and columns. */
const EVIDENCE = new Set(['passage', 'coding'])

const answers = new KeptAnswers<Heatmap>(TABLES, 8)
/** Counts hold a figure for every cell and a tally for everyone in it, so few are kept. */
const counts = new KeptAnswers<{ sample: Sample; counts: Counts }>(TABLES, 3)

/** The figure with everything its settings ask for. It is kept: nobody may change it. Throws `sealed` and `cancelled`. */
export async function answerHeatmap(context: JobContext, settings: HeatmapSettings): Promise<Heatmap> {
  const { db } = context
  const question = JSON.stringify(settings)
  const known = answers.find(db, question)
  if (known?.changed.length === 0) return known.answer
  // The thread starts while the transcripts are read.
  if (settings.bootstrap) workers.warm('heatmap.draw')
  const layout = await readAhead(db, settings, paceOf(context))
  const revision = revisionOf(db)
  const built = buildHeatmap(layout, countAgain(db, layout, revision))
  const answer = settings.bootstrap ? await withCertainty(built, layout, context) : built.heatmap
  answers.keep(db, question, { revision, answer })
  return answer
}

/** Measure, order and chance change what is shown of the counts, not the counts. */
function countAgain(db: ReadableDb, layout: Layout, revision: number): Counts {
  const { rows, columns, frustration, scope } = layout.settings
  const { sample } = layout.frame
  const question = JSON.stringify({ rows, columns, frustration, scope })
  const before = counts.find(db, question)
  if (before?.changed.length === 0) return before.answer.counts
  const holds =
    before?.changed.every((table) => EVIDENCE.has(table)) && sameVoices(before.answer.sample, sample)
  const answer = { sample, counts: countUp(layout, holds ? before?.answer.counts : undefined) }
  counts.keep(db, question, { revision, answer })
  return answer.counts
}

/** A transcript's first passage brings its people in, its last takes them out. */
const sameVoices = (a: Sample, b: Sample): boolean =>
  a.voices.length === b.voices.length && a.voices.every(({ speaker }, i) => speaker === b.voices[i]?.speaker)
