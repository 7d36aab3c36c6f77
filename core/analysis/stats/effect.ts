/** The difference between two segments' shares, for reading two columns side by side. */

import { type Interval, newcombe } from './interval.ts'

/** So many of `n` participants. */
export interface Share {
  readonly count: number
  readonly n: number
}

export interface RiskDifference {
  /** First share less second share, −1 to 1. */
  readonly difference: number
  readonly interval: Interval
  /** Both segments have the five participants that a comparison in percentage points needs. */
  readonly enough: boolean
}

const ENOUGH = 5

/**
 * Risk difference of two segments with Newcombe's interval; null when either segment is empty. It is never a
 * test: with a purposive sample there is no population to generalise to, so nothing here says "significant".
 */
export function riskDifference(first: Share, second: Share): RiskDifference | null {
  const interval = newcombe(first.count, first.n, second.count, second.n)
  if (!interval) return null
  return {
    difference: first.count / first.n - second.count / second.n,
    interval,
    enough: Math.min(first.n, second.n) >= ENOUGH,
  }
}
