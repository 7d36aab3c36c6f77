/** What a heatmap does in a worker thread: drawing the participants again, for every cell and for the ranks at once. */
import type { Task } from '../../jobs/task.ts'
import { drawUnits, meansOver, type Scored } from '../stats/draws.ts'
import type { Interval } from '../stats/interval.ts'
import { rankStability } from '../stats/ranks.ts'

export interface Drawing {
  /** How many participants there are; means name them by their place, from 0. */
  readonly participants: number
  readonly seed: number
  readonly draws: number
  /** What each row is ranked by, null when it is not; and the cells whose intervals are asked for. */
  readonly rows: readonly { readonly rank: Scored | null; readonly cells: readonly Scored[] }[]
  readonly top: number
}

export interface Drawn {
  /** Of each row's cells. */
  readonly intervals: (Interval | null)[][]
  /** The chance of each row to be among the top. */
  readonly chances: Float64Array
}

export const draw: Task<Drawing, Drawn> = ({ participants, seed, draws, rows, top }, progress) => {
  const means = meansOver(drawUnits(participants, { seed, draws }))
  const inDraws: (Float64Array | null)[] = []
  const intervals = rows.map(({ rank, cells }, done) => {
    progress({ done, total: rows.length, note: 'Drawing participants again' })
    inDraws.push(rank && means.inDraws(rank, new Float64Array(draws)))
    return cells.map(means.interval)
  })
  progress({ done: rows.length, total: rows.length, note: 'Ranking the rows again' })
  return { intervals, chances: rankStability(inDraws, top, draws) }
}
