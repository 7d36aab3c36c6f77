/** Thematic saturation: how much new the later interviews still bring, for the researcher's own themes. */

export interface SaturationOptions {
  /** Interviews that make the base: 4 unless told. */
  readonly base?: number | undefined
  /** Interviews in a run: 2 unless told. */
  readonly run?: number | undefined
  /** The share of new themes at which a run counts as saturated: .05 unless told. */
  readonly threshold?: number | undefined
}

export interface SaturationRun {
  /** The first and last interview of the run, counted from 1. */
  readonly first: number
  readonly last: number
  /** Themes that appeared for the first time in this run. */
  readonly fresh: number
  /** Fresh themes over themes in the base; null when the base has none. */
  readonly share: number | null
}

export interface Saturation {
  /** Different themes in the base. */
  readonly baseThemes: number
  /** New themes in each interview, in order: what the curve is drawn from. */
  readonly freshByInterview: readonly number[]
  readonly runs: readonly SaturationRun[]
  /** The interview before the first run at or below the threshold: 6 is reported as "6+2". Null when none is. */
  readonly reachedAt: number | null
}

/**
 * Saturation over interviews in the order they were held, each given as its themes.
 *
 * Runs overlap: after interviews 5–6 comes 6–7. With fewer interviews than base + run there is nothing to
 * report yet. Codes that were ready-made before the first interview are not themes: leave them out.
 *
 * Source: Guest, G., Namey, E. & Chen, M. (2020), PLOS ONE 15(5), e0232076.
 * Throws RangeError when the base or the run is shorter than one interview.
 */
export function saturation<Theme>(
  interviews: readonly Iterable<Theme>[],
  { base = 4, run = 2, threshold = 0.05 }: SaturationOptions = {},
): Saturation {
  if (base < 1 || run < 1)
    throw new RangeError('Saturation needs a base and a run of at least one interview.')
  const freshByInterview = freshThemes(interviews)
  const total = (from: number, to: number): number =>
    freshByInterview.slice(from, to).reduce((sum, fresh) => sum + fresh, 0)

  const baseThemes = total(0, base)
  const runs: SaturationRun[] = []
  for (let start = base; start + run <= interviews.length; start += 1) {
    const fresh = total(start, start + run)
    runs.push({
      first: start + 1,
      last: start + run,
      fresh,
      share: baseThemes > 0 ? fresh / baseThemes : null,
    })
  }
  const saturated = runs.find(({ share }) => share !== null && share <= threshold)
  return { baseThemes, freshByInterview, runs, reachedAt: saturated ? saturated.first - 1 : null }
}

function freshThemes<Theme>(interviews: readonly Iterable<Theme>[]): number[] {
  const known = new Set<Theme>()
  return interviews.map((themes) => {
    const before = known.size
    for (const theme of themes) known.add(theme)
    return known.size - before
  })
}
