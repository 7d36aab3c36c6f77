/** Any view's figures as a table for other tools: the view, and the settings it was asked with. */
import { z } from 'zod'
import { Bytes } from './common.ts'
import { job } from './define.ts'
import { mapping } from './mapping.ts'
import { rigour } from './rigour.ts'

export const TableView = z.discriminatedUnion('view', [
  z.object({ view: z.literal('compare'), settings: mapping.compare.input }),
  z.object({ view: z.literal('framework'), settings: mapping.framework.input }),
  z.object({ view: z.literal('importance'), settings: mapping.importance.input }),
  z.object({ view: z.literal('journey'), settings: mapping.journey.input }),
  z.object({ view: z.literal('together'), settings: rigour.coOccurrence.input }),
  z.object({ view: z.literal('transcripts'), settings: rigour.codeTable.input }),
  z.object({ view: z.literal('words'), settings: rigour.words.input }),
  z.object({ view: z.literal('agreement'), settings: rigour.agreement.input }),
  z.object({ view: z.literal('coverage'), settings: rigour.coverage.input }),
])
export type TableView = z.output<typeof TableView>

export const tables = {
  /** CSV. `suppressed` is how many rows leave out counts of too few people. */
  file: job(TableView, z.object({ name: z.string(), bytes: Bytes, suppressed: z.number().int() })),
}
