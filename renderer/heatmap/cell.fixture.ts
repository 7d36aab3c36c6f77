/** A cell with figures in it, for tests. */
import type { Cell } from '../../core/contract/analysis.ts'

export const cellWith = (more: Partial<Cell> = {}): Cell => ({
  row: 'A1',
  column: 'anger',
  passages: 9,
  P: 12,
  E: 7,
  F: 5,
  prevalence: 5 / 7,
  low: 0.36,
  high: 0.92,
  reach: 7 / 12,
  share: 5 / 12,
  intensity: 2.5,
  index: 62,
  indexLow: null,
  indexHigh: null,
  density: 3,
  sentiment: -0.1,
  positive: 4,
  both: 3,
  spread: 0.4,
  state: 'value',
  thin: false,
  ...more,
})
