/** How sure a ranking is: how often each row stays among the top few when participants are drawn again. */

/** Means that differ by less than this are a tie; it only absorbs rounding. */
const TIE = 1e-9

/**
 * The bootstrap probability of each row (touchpoint) being among the top `k`, from 0 to 1.
 *
 * `rows` are the means of each row in every draw, NaN in a draw where nobody spoke of it; null for a row that is never
 * ranked. Means of scores of 1 rank by prevalence F/E, those of 100/3 × max(weight × intensity) by the frustration index.
 * Rows that tie across the kth place share the places left, so the probabilities add up to k, or to the number of rows
 * ranked when that is smaller. Source: Goldstein, H. & Spiegelhalter, D. (1996), Journal of the Royal Statistical
 * Society A 159, 385–443, on the uncertainty of ranks; here with the bootstrap.
 */
export function rankStability(
  rows: readonly (Float64Array | null)[],
  k: number,
  draws: number,
): Float64Array {
  const chances = new Float64Array(rows.length)
  const ranked = rows.filter((row) => row !== null)
  if (k < 1 || ranked.length === 0) return chances
  const means = new Float64Array(ranked.length)
  const tally = new Float64Array(ranked.length)
  for (let draw = 0; draw < draws; draw += 1) {
    for (let i = 0; i < means.length; i += 1) means[i] = ranked[i]?.[draw] ?? Number.NaN
    shareTop(means, k, tally)
  }
  let place = 0
  return chances.map((_, row) => (rows[row] ? Math.min(1, (tally[place++] ?? 0) / draws) : 0))
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
