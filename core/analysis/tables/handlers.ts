/** Every view's figures as a CSV file. */
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
import { coverageReport } from '../rigour/state.ts'
import { codeTable, coOccurrenceTable } from '../rigour/tables.ts'
import { wordTable } from '../rigour/words.ts'
import { quotable } from '../summary/quotes.ts'
import { openUp } from './guard.ts'
import { compareTable, frameworkTable, importanceTable, journeyTable, type ViewTable } from './mapping.ts'
import { agreementTable, coverageTable, togetherTable, transcriptsTable, wordsTable } from './rigour.ts'

/** The same answer as the view's own, so that a file can never say something else. */
async function tableOf(context: JobContext, { view, settings }: TableView): Promise<ViewTable> {
  const { db } = context
  switch (view) {
    case 'compare': {
      const names = { first: settings.first.name, second: settings.second.name }
      return compareTable(names, compareSegments(db, settings))
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
    case 'agreement':
      return agreementTable(await agreementReport(db, settings, paceOf(context)))
    case 'coverage':
      return coverageTable(coverageReport(db, settings))
  }
}

export const tables: Handlers<'tables'> = {
  file: async (context, asked) => {
    const { columns, rows } = await tableOf(context, asked)
    const { smallN } = readSettings(context.db)
    const open = openUp(rows, smallN)
    const file = {
      name: `${asked.view}.csv`,
      bytes: toCsv({ columns, rows: open.rows }),
      suppressed: open.suppressed,
    }
    recordExport(context, file)
    return file
  },
}
