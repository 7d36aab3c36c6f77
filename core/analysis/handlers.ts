/** Figures: heatmap, summaries and the passages behind them. */
import type { Handlers } from '../context.ts'
import { passageRows } from '../codings/read.ts'
import { readSettings } from '../project/handlers.ts'
import { pictureBytes } from './draw/png.ts'
import { drawProfile } from './draw/profile.ts'
import { answerHeatmap } from './heatmap/answer.ts'
import { passagesBehind } from './heatmap/behind.ts'
import { heatmapFile } from './heatmap/file.ts'
import { layOut } from './heatmap/layout.ts'
import { recordExport } from './record.ts'
import { toFile } from './paper/file.ts'
import { CAVEAT } from './stats/format.ts'
import { summaryBlocks } from './summary/page.ts'
import { summaryName } from './summary/quoted.ts'
import { quotable } from './summary/quotes.ts'
import { summarise } from './summary/summary.ts'

export const analysis: Handlers<'analysis'> = {
  heatmap: answerHeatmap,

  behind: ({ db }, { settings, offset, limit, ...door }) => {
    const passages = passagesBehind(layOut(db, settings), door)
    return { total: passages.length, passages: passageRows(db, passages.slice(offset, offset + limit)) }
  },

  heatmapFile: async (context, { settings, format, theme }) => {
    const file = await heatmapFile(await answerHeatmap(context, settings), format, theme)
    recordExport(context, file)
    return file
  },

  summary: ({ db }, request) => summarise(db, request),

  summaryFile: async (context, { format, ...request }) => {
    const summary = summarise(context.db, request)
    const title = `${summary.touchpoint.code} ${summary.touchpoint.name}`
    const page = { title, blocks: summaryBlocks(summary, quotable(context.db)) }
    const file = {
      name: summaryName(request.touchpoint, format),
      bytes: await toFile(page, format, context),
    }
    recordExport(
      context,
      file,
      summary.quotes.chosen.map(({ passage }) => passage),
    )
    return file
  },

  profileFile: async (context, { format, theme, ...request }) => {
    const { touchpoint, n, emotions } = summarise(context.db, request)
    const { smallN } = readSettings(context.db)
    const figure = {
      title: `${touchpoint.code} ${touchpoint.name}`,
      caption: `${n.sentence} Thin lines: 95% Wilson intervals. ${CAVEAT}`,
      theme,
      smallN,
    }
    // Of too few people a picture would tell who felt what.
    const svg = drawProfile(n.E < smallN ? [] : emotions, n.E, figure)
    const file = { name: `emotions-${request.touchpoint}.${format}`, bytes: await pictureBytes(svg, format) }
    recordExport(context, file)
    return file
  },
}
