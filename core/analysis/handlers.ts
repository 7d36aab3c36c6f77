/** Figures: heatmap, summaries and the passages behind them. */
import { CoreError } from '../contract/errors.ts'
import type { Handlers } from '../context.ts'

const later = (): never => {
  throw new CoreError('unsupported', 'Not here yet.')
}
export const analysis: Handlers<'analysis'> = {
  heatmap: later,
  behind: later,
  heatmapFile: later,
  summary: later,
  summaryFile: later,
}
