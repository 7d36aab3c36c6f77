/** Any view's figures as a table or a picture for other tools: the view, and the settings it was asked with. */
import { z } from 'zod'
import { HeatmapSettings, Scope } from './analysis.ts'
import { Bytes } from './common.ts'
import { job } from './define.ts'
import { mapping } from './mapping.ts'
import { rigour } from './rigour.ts'

/** Groups of people that touchpoints are set against: `attribute:ID` for a participant attribute. */
const GroupKind = z.union([z.enum(['role', 'wave']), z.templateLiteral(['attribute:', z.string()])])

const Reach = z.object({
  rows: HeatmapSettings.shape.rows,
  columns: GroupKind.default('role'),
  scope: Scope.prefault({}),
})

const TableView = z.discriminatedUnion('view', [
  z.object({ view: z.literal('compare'), settings: mapping.compare.input }),
  z.object({ view: z.literal('framework'), settings: mapping.framework.input }),
  z.object({ view: z.literal('importance'), settings: mapping.importance.input }),
  z.object({ view: z.literal('journey'), settings: mapping.journey.input }),
  z.object({ view: z.literal('together'), settings: rigour.coOccurrence.input }),
  z.object({ view: z.literal('transcripts'), settings: rigour.codeTable.input }),
  z.object({ view: z.literal('words'), settings: rigour.words.input }),
  /** Every place a phrase stands, a row for each. */
  z.object({
    view: z.literal('context'),
    settings: rigour.wordInContext.input.omit({ offset: true, limit: true }),
  }),
  z.object({ view: z.literal('agreement'), settings: rigour.agreement.input }),
  /** By transcript. */
  z.object({ view: z.literal('coverage'), settings: rigour.coverage.input }),
  /** By touchpoint and group: who has been heard on what. */
  z.object({ view: z.literal('reach'), settings: Reach }),
  z.object({ view: z.literal('saturation'), settings: rigour.saturation.input }),
])
export type TableView = z.output<typeof TableView>

export const tables = {
  /** `suppressed` is how many rows leave out counts of too few people. */
  file: job(
    z.intersection(
      TableView,
      z.object({
        format: z.enum(['csv', 'svg', 'png']).default('csv'),
        theme: z.enum(['light', 'dark']).default('light'),
      }),
    ),
    z.object({ name: z.string(), bytes: Bytes, suppressed: z.number().int() }),
  ),
}
