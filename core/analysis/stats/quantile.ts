/** Quantiles of a few thousand numbers without sorting them all. */

const BINS = 512

/**
 * Both quantiles by linear interpolation: type 7 of Hyndman & Fan (1996), The American Statistician 50, 361–365.
 * NaN of no values at all; `values` are finite and stay as they are.
 *
 * Values are sorted into bins of equal width, and only the bins that hold a quantile are put in order: a heatmap asks
 * for thousands of these, and a full sort each time would cost more than drawing and adding up together.
 */
export function quantilesOf(values: Float64Array, low: number, high: number): [number, number] {
  const [least, most] = rangeOf(values)
  if (!(least < most)) return [least, least]
  const bins = new Uint16Array(values.length)
  const sizes = new Uint32Array(BINS)
  const perUnit = (BINS - 1) / (most - least)
  // A range too small to be divided is one bin.
  const scale = Number.isFinite(perUnit) ? perUnit : 0
  for (let i = 0; i < values.length; i += 1) {
    const bin = Math.trunc(((values[i] ?? 0) - least) * scale)
    bins[i] = bin
    sizes[bin] = (sizes[bin] ?? 0) + 1
  }
  const at = (share: number): number => {
    const position = share * (values.length - 1)
    const rank = Math.floor(position)
    const [below, above] = ranked(values, bins, sizes, rank)
    return below + (position - rank) * (above - below)
  }
  return [at(low), at(high)]
}

function rangeOf(values: Float64Array): [number, number] {
  if (values.length === 0) return [Number.NaN, Number.NaN]
  let least = Infinity
  let most = -Infinity
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] ?? 0
    if (value < least) least = value
    if (value > most) most = value
  }
  return [least, most]
}

/** The values of this rank (from 0) and of the next; the last value stands for the one after it. */
function ranked(values: Float64Array, bins: Uint16Array, sizes: Uint32Array, rank: number): [number, number] {
  let first = 0
  let before = 0
  while (before + (sizes[first] ?? 0) <= rank) before += sizes[first++] ?? 0
  let last = first
  let held = sizes[first] ?? 0
  while (before + held <= rank + 1 && last < BINS - 1) held += sizes[++last] ?? 0
  const found = new Float64Array(held)
  let place = 0
  for (let i = 0; i < values.length; i += 1) {
    const bin = bins[i] ?? 0
    if (bin >= first && bin <= last) found[place++] = values[i] ?? 0
  }
  found.sort()
  const below = found[rank - before] ?? Number.NaN
  return [below, found[rank - before + 1] ?? below]
}
