/** What a reviewer asks to see: agreement, tables of codes, words, saturation, coverage. */
import type { Handlers } from '../../context.ts'
import { paceOf } from '../pace.ts'
import { agreementReport } from './agreement.ts'
import { disagreements } from './disagreements.ts'
import { coverageReport, saturationReport } from './state.ts'
import { codeTable, coOccurrenceTable } from './tables.ts'
import { wordInContext, wordTable } from './words.ts'

export const rigour: Handlers<'rigour'> = {
  agreement: (context, asked) => agreementReport(context.db, asked, paceOf(context)),
  disagreements: ({ db }, asked) => disagreements(db, asked),
  coOccurrence: ({ db }, asked) => coOccurrenceTable(db, asked),
  codeTable: ({ db }, asked) => codeTable(db, asked),
  words: ({ db }, asked) => wordTable(db, asked),
  wordInContext: ({ db }, asked) => wordInContext(db, asked),
  saturation: ({ db }, asked) => saturationReport(db, asked),
  coverage: ({ db }, asked) => coverageReport(db, asked),
}
