/** Intervals for proportions that keep their meaning at small n: Wilson for one, Newcombe for a difference. */

export interface Interval {
  readonly low: number
  readonly high: number
}

/** The normal quantile of a two-sided 95 % interval. */
const Z95 = 1.959963984540054

/**
 * Wilson score interval for a proportion, in shares from 0 to 1; null when nobody was asked (n = 0).
 * The bound is exactly 0 at no successes and exactly 1 at all successes, whatever the rounding.
 *
 * Source: Wilson, E. B. (1927), Journal of the American Statistical Association 22, 209–212.
 * Throws RangeError unless 0 ≤ successes ≤ n are whole numbers.
 */
export function wilson(successes: number, n: number, z: number = Z95): Interval | null {
  requireCounts(successes, n)
  if (n === 0) return null
  const squared = z * z
  const centre = (successes + squared / 2) / (n + squared)
  const half = (z / (n + squared)) * Math.sqrt((successes * (n - successes)) / n + squared / 4)
  return {
    low: successes === 0 ? 0 : Math.max(0, centre - half),
    high: successes === n ? 1 : Math.min(1, centre + half),
  }
}

/**
 * Interval for the difference of two independent proportions x1/n1 − x2/n2, from −1 to 1; null when either
 * group is empty.
 *
 * Source: Newcombe, R. G. (1998), Statistics in Medicine 17, 873–890, method 10 (hybrid score, uncorrected).
 */
export function newcombe(x1: number, n1: number, x2: number, n2: number, z: number = Z95): Interval | null {
  const first = wilson(x1, n1, z)
  const second = wilson(x2, n2, z)
  if (!first || !second) return null
  const p1 = x1 / n1
  const p2 = x2 / n2
  const difference = p1 - p2
  return {
    low: Math.max(-1, difference - Math.hypot(p1 - first.low, second.high - p2)),
    high: Math.min(1, difference + Math.hypot(first.high - p1, p2 - second.low)),
  }
}

function requireCounts(successes: number, n: number): void {
  if (!Number.isInteger(successes) || !Number.isInteger(n) || successes < 0 || successes > n) {
    throw new RangeError(`A proportion needs whole numbers with 0 ≤ successes ≤ n, not ${successes} of ${n}.`)
  }
}
