/** Krippendorff's alpha for any number of coders, four metrics and missing values, by way of coincidences. */

export type Metric = 'nominal' | 'ordinal' | 'interval' | 'ratio'

/** What each coder, in a fixed order, made of one unit; null where that coder did not judge it. */
export type Ratings = readonly (number | null)[]

/**
 * How often two coders paired value c with value k, row-major over `values`, symmetric.
 * Coincidences of separate sets of units add up, which is what makes a bootstrap over transcripts cheap.
 */
export interface Coincidences {
  /** Every value given, ascending. Names have no order, so nominal codes may be any numbers. */
  readonly values: readonly number[]
  readonly counts: Float64Array
}

/**
 * Krippendorff's α, at most 1; 0 is what chance would give, below 0 is systematic disagreement. Null when no
 * unit was judged twice, or when every judgement was the same: without variation there is nothing to agree on.
 *
 * Source: Krippendorff, K. (2011), Computing Krippendorff's Alpha-Reliability, Annenberg School, Philadelphia.
 */
export function alpha(units: readonly Ratings[], metric: Metric): number | null {
  return alphaOf(coincidences(units), metric)
}

/** The coincidences of these units over `values` (all values found in them, unless told). */
export function coincidences(
  units: readonly Ratings[],
  values: readonly number[] = valuesIn(units),
): Coincidences {
  const place = new Map(values.map((value, i) => [value, i]))
  const size = values.length
  const counts = new Float64Array(size * size)
  for (const unit of units) {
    const given = unit.filter((value) => value !== null).map((value) => placeOf(value, place))
    const weight = 1 / (given.length - 1)
    given.forEach((c, i) => {
      given.forEach((k, j) => {
        if (i !== j) counts[c * size + k] = (counts[c * size + k] ?? 0) + weight
      })
    })
  }
  return { values, counts }
}

function placeOf(value: number, places: ReadonlyMap<number, number>): number {
  const place = places.get(value)
  if (place === undefined) throw new RangeError(`The judgement ${value} is not among the values expected.`)
  return place
}

/** Every value given to any unit, ascending. */
export function valuesIn(units: readonly Ratings[]): number[] {
  const found = new Set(units.flatMap((unit) => unit.filter((value) => value !== null)))
  return [...found].sort((a, b) => a - b)
}

/** How often each value stands in a pair; the sum over values is the number of pairable judgements n. */
export function margins({ values, counts }: Coincidences): number[] {
  const size = values.length
  return values.map((_, c) => values.reduce((sum, __, k) => sum + (counts[c * size + k] ?? 0), 0))
}

/** α from coincidences: 1 − Dₒ/Dₑ. Null as for {@link alpha}. */
export function alphaOf(table: Coincidences, metric: Metric): number | null {
  const { values, counts } = table
  const size = values.length
  const margin = margins(table)
  const pairable = margin.reduce((sum, n) => sum + n, 0)
  const distance = distances(values, margin, metric)
  let observed = 0
  let expected = 0
  for (let c = 0; c < size; c += 1) {
    for (let k = c + 1; k < size; k += 1) {
      const squared = distance(c, k)
      observed += (counts[c * size + k] ?? 0) * squared
      expected += (margin[c] ?? 0) * (margin[k] ?? 0) * squared
    }
  }
  return expected > 0 ? 1 - ((pairable - 1) * observed) / expected : null
}

/** The squared difference δ² between the values at places c < k. */
function distances(
  values: readonly number[],
  margin: readonly number[],
  metric: Metric,
): (c: number, k: number) => number {
  const value = (i: number): number => values[i] ?? 0
  const count = (i: number): number => margin[i] ?? 0
  switch (metric) {
    case 'nominal':
      return () => 1
    case 'ordinal': {
      // The judgements that lie between two ranks, counting half of those on the two ranks themselves.
      const upTo = margin.map((n, i) => margin.slice(0, i).reduce((sum, m) => sum + m, n))
      return (c, k) => ((upTo[k] ?? 0) - (upTo[c] ?? 0) + (count(c) - count(k)) / 2) ** 2
    }
    case 'interval':
      return (c, k) => (value(c) - value(k)) ** 2
    case 'ratio':
      return (c, k) => (value(c) + value(k) === 0 ? 0 : ((value(c) - value(k)) / (value(c) + value(k))) ** 2)
  }
}
