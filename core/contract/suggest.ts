/** Suggestions: shown with their reasons, never applied by themselves. */
import { z } from 'zod'
import { command, query } from './define.ts'
import { CodeId, DocumentId, Done, Intensity, Offset } from './common.ts'

const Reason = z.object({
  start: Offset,
  end: Offset,
  words: z.string(),
  effect: z.number(),
  source: z.string(),
})
const Sentiment = z.object({
  /** −1 … 1 */
  score: z.number(),
  level: z.enum(['none', 'hint', 'firm']),
  label: z.enum(['negative', 'neutral', 'positive', 'mixed']),
  reasons: z.array(Reason),
})
export const Suggestion = z.object({
  document: DocumentId,
  start: Offset,
  end: Offset,
  sentiment: Sentiment,
  emotions: z.array(z.object({ code: z.string(), score: z.number(), reasons: z.array(Reason) })),
  codes: z.array(z.object({ code: z.string(), score: z.number(), reasons: z.array(Reason) })),
})
export type Suggestion = z.infer<typeof Suggestion>

export const suggest = {
  /** Per sentence of participants' speech; what was rejected or already coded is left out. */
  forDocument: query(
    // Not the passages: who shows suggestions hides those that have been coded since, without asking for all of them again.
    ['project', 'document', 'suggestion_decision', 'speaker', 'turn'],
    z.object({ document: DocumentId, withCodes: z.boolean().optional() }),
    z.object({
      /** True when "code first, then compare" holds them back for this transcript. */
      hidden: z.boolean(),
      suggestions: z.array(Suggestion),
    }),
  ),
  /** Touchpoints and reasons whose name or aliases a sentence mentions; only on request. */
  codes: query(
    ['code', 'turn'],
    z.object({ document: DocumentId, start: Offset, end: Offset }),
    z.object({ codes: Suggestion.shape.codes }),
  ),
  /** Becomes a coding marked as an accepted suggestion. */
  accept: command(
    z.object({
      document: DocumentId,
      start: Offset,
      end: Offset,
      code: CodeId,
      intensity: Intensity.nullable().optional(),
    }),
    Done,
  ),
  /** Remembered: this sentence is not suggested again. */
  reject: command(z.object({ document: DocumentId, start: Offset, end: Offset }), Done),
}
