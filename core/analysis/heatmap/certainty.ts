/** How sure a heatmap is: bootstrap intervals of the index and the chance of each row being in the top three. */
import type { Heatmap } from '../../contract/analysis.ts'
import type { Pace } from '../pace.ts'
import { bootstrap } from '../stats/bootstrap.ts'
import { rankStability } from '../stats/ranks.ts'
import type { CellBase } from './cell.ts'
import type { Built } from './heatmap.ts'
import type { Layout } from './layout.ts'

const TOP = 3

/** Fills in what `settings.bootstrap` asks for. Participants are the units; the seed is in the settings. */
export async function addCertainty({ heatmap, bases }: Built, layout: Layout, pace: Pace): Promise<void> {
  const { seed, draws } = layout.settings
  const figures = [...bases]
  for (const [place, [cell, base]] of figures.entries()) {
    if (cell.state !== 'value') continue
    await pace.breathe(place, figures.length, 'Drawing participants again')
    const scores = indexScores(base)
    const interval = bootstrap(scores.length, (weights) => weightedMean(scores, weights), { seed, draws })
    cell.indexLow = interval?.low ?? null
    cell.indexHigh = interval?.high ?? null
  }
  await pace.breathe(figures.length, figures.length, 'Ranking the rows again')
  const chances = rankStability(rowScores(heatmap, bases, layout), TOP, {
    seed,
    draws,
    minimum: layout.thresholds.smallN,
  })
  heatmap.rows.forEach((row, place) => (row.topThree = chances[place] ?? null))
}

/** 100/3 × max(weight × intensity) of each participant who spoke there, ascending by participant. */
function indexScores({ spoke, felt }: CellBase): Float64Array {
  const participants = [...spoke.keys()].sort((a, b) => a - b)
  return Float64Array.from(participants, (who) => (100 / 3) * (felt.get(who)?.peak ?? 0))
}

function weightedMean(scores: Float64Array, weights: Uint32Array): number {
  let sum = 0
  let n = 0
  for (let i = 0; i < scores.length; i += 1) {
    const weight = weights[i] ?? 0
    sum += weight * (scores[i] ?? 0)
    n += weight
  }
  return sum / n
}

/** One score for each row from each participant: the index when that is shown, otherwise frustrated or not. */
function rowScores(heatmap: Heatmap, bases: Built['bases'], { frame, settings }: Layout): Float64Array[] {
  const totals = heatmap.rows.map(({ total }) => bases.get(total)?.spoke)
  return frame.sample.participants.map((participant) =>
    Float64Array.from(totals, (tallies) => {
      const tally = tallies?.get(participant)
      if (!tally) return Number.NaN
      return settings.measure === 'index' ? (100 / 3) * tally.peak : Number(tally.marks > 0)
    }),
  )
}
