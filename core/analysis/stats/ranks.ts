/** How sure a ranking is: how often each row stays among the top few when participants are drawn again. */

import { meansOver, type Draws, type Scored } from './draws.ts'

/** Means that differ by less than this are a tie; it only absorbs rounding. */
const TIE = 1e-9

/**
 * The bootstrap probability of each row (touchpoint) being among the top `k`, from 0 to 1.
 *
 * A row's figure is the mean over the participants who spoke of it: scores of 1 rank by prevalence F/E, and scores of
 * 100/3 × max(weight × intensity) rank by the frustration index. A row heard from fewer than `minimum` participants is
 * never ranked. Rows that tie across the kth place share the places left, so the probabilities add up to k, or to the
 * number of rows ranked when that is smaller. Source: Goldstein, H. & Spiegelhalter, D. (1996), Journal of the Royal
 * Statistical Society A 159, 385–443, on the uncertainty of ranks; here with the bootstrap.
 */
export function rankStability(
  rows: readonly Scored[],
  k: number,
  { draws, minimum }: { readonly draws: Draws; readonly minimum: number },
): Float64Array {
  const chances = new Float64Array(rows.length)
  const ranked = [...rows.entries()].filter(([, { spoke }]) => spoke.length >= Math.max(1, minimum))
  if (k < 1 || ranked.length === 0) return chances

  const meansOf = meansOver(draws)
  const inDraws = ranked.map(([, row]) => meansOf(row, new Float64Array(draws.draws)))
  const means = new Float64Array(ranked.length)
  const tally = new Float64Array(ranked.length)
  for (let draw = 0; draw < draws.draws; draw += 1) {
    for (let i = 0; i < means.length; i += 1) means[i] = inDraws[i]?.[draw] ?? Number.NaN
    shareTop(means, k, tally)
  }
  ranked.forEach(([row], place) => (chances[row] = Math.min(1, (tally[place] ?? 0) / draws.draws)))
  return chances
}

/** Adds 1 to each row above the kth place, and an equal share of the places left to those that tie on it. */
function shareTop(means: Float64Array, k: number, tally: Float64Array): void {
  const cut = kthLargest(means, k)
  let above = 0
  let tied = 0
  for (let row = 0; row < means.length; row += 1) {
    const mean = means[row] ?? Number.NaN
    if (mean > cut + TIE) above += 1
    else if (mean >= cut - TIE) tied += 1
  }
  const share = Math.min(1, (k - above) / tied)
  for (let row = 0; row < means.length; row += 1) {
    const mean = means[row] ?? Number.NaN
    if (mean > cut + TIE) tally[row] = (tally[row] ?? 0) + 1
    else if (mean >= cut - TIE) tally[row] = (tally[row] ?? 0) + share
  }
}

/** The kth largest mean, or the smallest when fewer exist; insertion into k places beats sorting all rows. */
function kthLargest(means: Float64Array, k: number): number {
  const top: number[] = []
  for (let row = 0; row < means.length; row += 1) {
    const mean = means[row] ?? Number.NaN
    if (Number.isNaN(mean) || (top.length === k && mean <= (top[k - 1] ?? 0))) continue
    let place = top.length < k ? top.length : k - 1
    while (place > 0 && (top[place - 1] ?? 0) < mean) {
      top[place] = top[place - 1] ?? 0
      place -= 1
    }
    top[place] = mean
  }
  return top.at(-1) ?? Number.NaN
}
