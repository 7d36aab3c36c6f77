/** What a heatmap does in a worker thread: drawing the participants again, for every cell and for the ranks at once. */
import type { Task } from '../../jobs/task.ts'
import { drawUnits, intervalOfMean, meansOver, type Scored } from '../stats/draws.ts'
import type { Interval } from '../stats/interval.ts'
import { rankStability } from '../stats/ranks.ts'

export interface Drawing {
  /** How many participants there are; means name them by their place, from 0. */
  readonly participants: number
  readonly seed: number
  readonly draws: number
  readonly cells: readonly Scored[]
  readonly rows: readonly Scored[]
  /** Rows heard from fewer participants are not ranked. */
  readonly minimum: number
  readonly top: number
}

export interface Drawn {
  readonly intervals: (Interval | null)[]
  /** The chance of each row to be among the top. */
  readonly chances: Float64Array
}

/** Reports about this often on the way. */
const REPORTS = 20

export const draw: Task<Drawing, Drawn> = ({ participants, cells, rows, top, ...drawing }, progress) => {
  const draws = drawUnits(participants, drawing)
  const meansOf = meansOver(draws)
  const step = Math.ceil(cells.length / REPORTS)
  const intervals = cells.map((cell, done) => {
    if (done % step === 0) progress({ done, total: cells.length, note: 'Drawing participants again' })
    return intervalOfMean(cell, meansOf(cell))
  })
  progress({ done: cells.length, total: cells.length, note: 'Ranking the rows again' })
  return { intervals, chances: rankStability(rows, top, { draws, minimum: drawing.minimum }) }
}
