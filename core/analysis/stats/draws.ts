/** Many means over the same draws: units are drawn again once, and each mean looks only at units that say something. */

import { percentileInterval, resample, type ResampleOptions } from './bootstrap.ts'
import type { Interval } from './interval.ts'

/**
 * How often each unit was drawn in each draw, for up to 65,535 units. The draws of one unit stand side by side, so that
 * adding it up is one run.
 */
export interface Draws {
  readonly units: number
  readonly draws: number
  readonly weights: Uint16Array
}

/** The same draws as {@link resample} makes of the same seed, all of them at once: 2 bytes for each unit and draw. */
export function drawUnits(units: number, options: ResampleOptions & { readonly draws: number }): Draws {
  const { draws } = options
  const weights = new Uint16Array(units * draws)
  resample(units, options, (drawn, draw) => {
    for (let unit = 0; unit < units; unit += 1) weights[unit * draws + draw] = drawn[unit] ?? 0
  })
  return { units, draws, weights }
}

/** A mean over some of the units, each named by its place. Units that are not among `spoke` say nothing about it. */
export interface Scored {
  /** Whom the mean is over. Means over the same people share one array, which is then added up once for them all. */
  readonly spoke: Uint32Array
  /** Those of `spoke` whose score is not nought, ascending, and their scores. */
  readonly marked: Uint32Array
  readonly scores: Float64Array
}

export interface Means {
  /**
   * The mean in every draw: Σ weight × score over `marked` / Σ weight over `spoke`; NaN in a draw without any of `spoke`.
   * Written `into`, or into an array that the next call overwrites.
   */
  readonly inDraws: (mean: Scored, into?: Float64Array) => Float64Array
  /**
   * Its percentile interval. Null when fewer than two units have a say, or when fewer than half of the draws have any of
   * them: then an interval would describe the gaps, not the data.
   */
  readonly interval: (mean: Scored) => Interval | null
}

/** How to work out means in the same draws, one after the other. */
export function meansOver({ draws, weights }: Draws): Means {
  const scratch = new Float64Array(draws)
  const drawn = new Uint16Array(draws)
  let counted: Uint32Array | undefined
  let hasGaps = false
  const inDraws = ({ spoke, marked, scores }: Scored, into: Float64Array = scratch): Float64Array => {
    if (counted !== spoke) {
      drawn.fill(0)
      for (const unit of spoke) addWeights(drawn, weights, unit * draws)
      hasGaps = drawn.includes(0)
      counted = spoke
    }
    into.fill(0)
    for (let i = 0; i < marked.length; i += 1)
      addScore(into, weights, (marked[i] ?? 0) * draws, scores[i] ?? 0)
    for (let draw = 0; draw < draws; draw += 1) into[draw] = (into[draw] ?? 0) / (drawn[draw] ?? 0)
    return into
  }
  const interval = (mean: Scored): Interval | null => {
    if (mean.spoke.length < 2) return null
    const means = inDraws(mean)
    return percentileInterval(hasGaps ? means.filter((value) => !Number.isNaN(value)) : means, draws)
  }
  return { inDraws, interval }
}

function addWeights(counts: Uint16Array, weights: Uint16Array, from: number): void {
  for (let draw = 0; draw < counts.length; draw += 1) {
    counts[draw] = (counts[draw] ?? 0) + (weights[from + draw] ?? 0)
  }
}

function addScore(sums: Float64Array, weights: Uint16Array, from: number, score: number): void {
  for (let draw = 0; draw < sums.length; draw += 1) {
    sums[draw] = (sums[draw] ?? 0) + score * (weights[from + draw] ?? 0)
  }
}
