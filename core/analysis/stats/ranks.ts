/** How sure a ranking is: how often each row stays among the top few when participants are drawn again. */

import { DRAWS, resample, type ResampleOptions } from './bootstrap.ts'

export interface RankOptions extends ResampleOptions {
  /** A row heard from fewer participants than this is never ranked: 3 unless told, as for a heatmap colour. */
  readonly minimum?: number | undefined
}

/** Means that differ by less than this are a tie; it only absorbs rounding. */
const TIE = 1e-9

/**
 * The bootstrap probability of each row (touchpoint) being among the top `k`, from 0 to 1.
 *
 * `scores` holds one array per participant with one score per row: NaN where the participant said nothing
 * about the row, 0 where they spoke of it without frustration. A row's figure is the mean over those who spoke,
 * so 0/1 scores rank by prevalence F/E, and 100/3 × max(weight × intensity) ranks by the frustration index.
 * Rows that tie across the kth place share the places left, so the probabilities add up to k, or to the number
 * of rows ranked when that is smaller. Source: Goldstein, H. & Spiegelhalter, D. (1996), Journal of the Royal
 * Statistical Society A 159, 385–443, on the uncertainty of ranks; here with the bootstrap.
 */
export function rankStability(
  scores: readonly Float64Array[],
  k: number,
  options: RankOptions,
): Float64Array {
  const rows = scores[0]?.length ?? 0
  const people = scores.map(splitSpoken)
  const ranked = rankedRows(people, rows, options.minimum ?? 3)
  const tally = new Float64Array(rows)
  if (k < 1 || ranked.length === 0) return tally

  const sums = new Float64Array(rows)
  const spoke = new Float64Array(rows)
  resample(people.length, options, (weights) => {
    sums.fill(0)
    spoke.fill(0)
    people.forEach((person, i) => addPerson(person, weights[i] ?? 0, sums, spoke))
    for (let row = 0; row < rows; row += 1) sums[row] = (sums[row] ?? 0) / (spoke[row] ?? 0)
    shareTop(sums, ranked, k, tally)
  })
  const draws = options.draws ?? DRAWS
  return tally.map((count) => Math.min(1, count / draws))
}

interface Person {
  /** The score, 0 where the participant said nothing. */
  readonly score: Float64Array
  /** 1 where the participant spoke of the row, otherwise 0. */
  readonly spoke: Uint8Array
}

function splitSpoken(scores: Float64Array): Person {
  return {
    score: scores.map((score) => (Number.isNaN(score) ? 0 : score)),
    spoke: Uint8Array.from(scores, (score) => (Number.isNaN(score) ? 0 : 1)),
  }
}

function rankedRows(people: readonly Person[], rows: number, minimum: number): number[] {
  const base = (row: number): number => people.reduce((sum, person) => sum + (person.spoke[row] ?? 0), 0)
  return Array.from({ length: rows }, (_, row) => row).filter((row) => base(row) >= Math.max(1, minimum))
}

function addPerson(person: Person, weight: number, sums: Float64Array, spoke: Float64Array): void {
  if (weight === 0) return
  for (let row = 0; row < sums.length; row += 1) {
    sums[row] = (sums[row] ?? 0) + weight * (person.score[row] ?? 0)
    spoke[row] = (spoke[row] ?? 0) + weight * (person.spoke[row] ?? 0)
  }
}

/** Adds 1 to each row above the kth place, and an equal share of the places left to those that tie on it. */
function shareTop(means: Float64Array, ranked: readonly number[], k: number, tally: Float64Array): void {
  const cut = kthLargest(means, ranked, k)
  let above = 0
  let tied = 0
  for (const row of ranked) {
    const mean = means[row] ?? Number.NaN
    if (mean > cut + TIE) above += 1
    else if (mean >= cut - TIE) tied += 1
  }
  const share = Math.min(1, (k - above) / tied)
  for (const row of ranked) {
    const mean = means[row] ?? Number.NaN
    if (mean > cut + TIE) tally[row] = (tally[row] ?? 0) + 1
    else if (mean >= cut - TIE) tally[row] = (tally[row] ?? 0) + share
  }
}

/** The kth largest mean, or the smallest when fewer exist; insertion into k places beats sorting all rows. */
function kthLargest(means: Float64Array, ranked: readonly number[], k: number): number {
  const top: number[] = []
  for (const row of ranked) {
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
