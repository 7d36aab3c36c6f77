/** Every view's figures as a file: a table for other programs, or a picture of it for a report. */
import type { Handlers, JobContext } from '../../context.ts'
import type { TableView } from '../../contract/tables.ts'
import { toCsv } from '../../exporting/table.ts'
import { readSettings } from '../../project/handlers.ts'
import { compareSegments } from '../mapping/compare.ts'
import { frameworkMatrix } from '../mapping/framework.ts'
import { importanceMap } from '../mapping/importance.ts'
import { journeyOf } from '../mapping/journey.ts'
import { paceOf } from '../pace.ts'
import { recordExport } from '../record.ts'
import { agreementReport } from '../rigour/agreement.ts'
import { coverageReport, saturationReport } from '../rigour/state.ts'
import { codeTable, coOccurrenceTable } from '../rigour/tables.ts'
import { wordInContext, wordTable } from '../rigour/words.ts'
import { quotable } from '../summary/quotes.ts'
import { togetherTable, transcriptsTable } from './codes.ts'
import { openUp } from './guard.ts'
import { innerOf } from './inner.ts'
import { journeyTable } from './journey.ts'
import { compareTable, frameworkTable, importanceTable } from './mapping.ts'
import { tablePicture } from './picture.ts'
import { reachTable } from './reach.ts'
import { agreementTable, coverageTable, saturationTable } from './rigour.ts'
import type { ViewTable } from './table.ts'
import { contextTable, wordsTable } from './words.ts'

/** The same answer as the view's own, so that a file can never say something else. */
async function tableOf(context: JobContext, { view, settings }: TableView): Promise<ViewTable> {
  const { db } = context
  switch (view) {
    case 'compare': {
      const names = { first: settings.first.name, second: settings.second.name }
      return compareTable(names, compareSegments(db, settings), innerOf(db, settings))
    }
    case 'framework':
      return frameworkTable(frameworkMatrix(db, settings))
    case 'importance':
      return importanceTable(importanceMap(db, settings))
    case 'journey':
      return journeyTable(journeyOf(db, settings.participant), quotable(db))
    case 'together':
      return togetherTable(coOccurrenceTable(db, settings), settings.by)
    case 'transcripts':
      return transcriptsTable(codeTable(db, settings))
    case 'words':
      return wordsTable(wordTable(db, settings))
    case 'context': {
      const everywhere = { ...settings, offset: 0, limit: Infinity }
      return contextTable(settings.phrase, wordInContext(db, everywhere), quotable(db))
    }
    case 'agreement':
      return agreementTable(await agreementReport(db, settings, paceOf(context)))
    case 'coverage':
      return coverageTable(coverageReport(db, settings))
    case 'reach':
      return reachTable(db, settings)
    case 'saturation':
      return saturationTable(saturationReport(db, settings), settings)
  }
}

export const tables: Handlers<'tables'> = {
  file: async (context, { format, theme, ...asked }) => {
    const table = await tableOf(context, asked)
    const { smallN } = readSettings(context.db)
    const { rows, suppressed } = openUp(table.rows, smallN)
    const bytes =
      format === 'csv'
        ? toCsv({ columns: table.columns, rows })
        : await tablePicture(context.db, asked, { table, format, theme })
    const file = { name: `${asked.view}.${format}`, bytes, suppressed }
    recordExport(context, file)
    return file
  },
}
