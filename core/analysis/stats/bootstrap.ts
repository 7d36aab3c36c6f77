/** Percentile bootstrap over whole units (participants, transcripts), repeatable from its seed. */

import type { Interval } from './interval.ts'
import { quantilesOf } from './quantile.ts'
import { seededRandom } from './random.ts'

export interface ResampleOptions {
  /** Shown beside every figure it made, so that anyone can make it again. */
  readonly seed: number
  /** 2,000 unless told. */
  readonly draws?: number | undefined
  /** Checked before the first draw and about every hundred draws; throws its reason when aborted. */
  readonly signal?: AbortSignal | undefined
  /** Called as often as `signal` is checked, and once at the end. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined
}

export interface BootstrapOptions extends ResampleOptions {
  /** Coverage of the interval: .95 unless told. */
  readonly level?: number | undefined
}

const DRAWS = 2000
const CHECK_EVERY = 100

/**
 * Visits each resample as how often each unit was drawn: `weights` sum to `units`. This is one multinomial
 * draw, so a statistic costs one pass over the units and nothing is copied. The array is reused: read it, do
 * not keep it. The order of the units matters for a given seed, so callers sort them by something lasting.
 */
export function resample(
  units: number,
  options: ResampleOptions,
  visit: (weights: Uint32Array, draw: number) => void,
): void {
  const { seed, draws = DRAWS, signal, onProgress } = options
  const random = seededRandom(seed)
  const weights = new Uint32Array(units)
  for (let draw = 0; draw < draws; draw += 1) {
    if (draw % CHECK_EVERY === 0) {
      signal?.throwIfAborted()
      onProgress?.(draw, draws)
    }
    weights.fill(0)
    for (let i = 0; i < units; i += 1) {
      const unit = random.below(units)
      weights[unit] = (weights[unit] ?? 0) + 1
    }
    visit(weights, draw)
  }
  onProgress?.(draws, draws)
}

/**
 * Percentile interval of `statistic`, which computes the figure for units counted `weights` times.
 *
 * A resample where the figure does not exist (NaN) is left out. Null when there are fewer than two units, or
 * when the figure exists in fewer than half of the resamples: then an interval would describe the gaps, not
 * the data. Source: Efron, B. & Tibshirani, R. (1993), An Introduction to the Bootstrap, chapter 13.
 */
export function bootstrap(
  units: number,
  statistic: (weights: Uint32Array) => number,
  options: BootstrapOptions,
): Interval | null {
  const { draws = DRAWS, level = 0.95 } = options
  if (units < 2) return null
  const figures = new Float64Array(draws)
  let found = 0
  resample(units, options, (weights) => {
    const figure = statistic(weights)
    if (Number.isFinite(figure)) figures[found++] = figure
  })
  return percentileInterval(figures.subarray(0, found), draws, level)
}

/** Of the figures that exist in so many draws: null when they are fewer than half. */
export function percentileInterval(figures: Float64Array, draws: number, level = 0.95): Interval | null {
  if (figures.length === 0 || figures.length < draws / 2) return null
  const tail = (1 - level) / 2
  const [low, high] = quantilesOf(figures, tail, 1 - tail)
  return { low, high }
}
