/** Cohen's kappa, and what to look at beside it when it surprises. */

/** How two coders judged the same units, or characters, for one code. */
export interface TwoByTwo {
  readonly both: number
  readonly onlyFirst: number
  readonly onlySecond: number
  readonly neither: number
}

/** Every figure is null where it does not exist, such as positive agreement on a code that nobody used. */
export interface TwoByTwoFigures {
  /** Units, or characters, judged. */
  readonly n: number
  /** Share judged alike, 0 to 1. */
  readonly agreement: number | null
  /** 2a / (2a + b + c): agreement on where the code *is*; untouched by the amount of uncoded text. */
  readonly positiveAgreement: number | null
  /** 2d / (2d + b + c): agreement on where the code is not. */
  readonly negativeAgreement: number | null
  /** How common the code is: the mean of the two coders' shares. */
  readonly prevalence: number | null
  readonly kappa: number | null
  /** |a − d| / n: near 1 when the code is nearly everywhere or nearly nowhere, which pulls κ down. */
  readonly prevalenceIndex: number | null
  /** |b − c| / n: how much more often one coder used the code, which pushes κ up. */
  readonly biasIndex: number | null
  /** Prevalence-adjusted, bias-adjusted κ: 2 × agreement − 1. */
  readonly pabak: number | null
  /** High agreement with a low κ: read the two agreements and the prevalence before judging the coders. */
  readonly paradox: boolean
}

const HIGH_AGREEMENT = 0.9
const TENTATIVE = 0.667

/**
 * Cohen's κ for two coders over any number of categories: `counts[i][j]` units were put into category i by the
 * first coder and into j by the second. Null without units, or when both coders used one category throughout.
 *
 * Source: Cohen, J. (1960), Educational and Psychological Measurement 20, 37–46.
 */
export function kappa(counts: readonly (readonly number[])[]): number | null {
  const rows = counts.map((row) => row.reduce((sum, count) => sum + count, 0))
  const columns = counts.map((_, j) => counts.reduce((sum, row) => sum + (row[j] ?? 0), 0))
  const n = rows.reduce((sum, row) => sum + row, 0)
  const alike = counts.reduce((sum, row, i) => sum + (row[i] ?? 0), 0)
  const chance = rows.reduce((sum, row, i) => sum + row * (columns[i] ?? 0), 0)
  // Multiplied through by n², so that whole numbers stay exact.
  const room = n * n - chance
  return room > 0 ? (n * alike - chance) / room : null
}

/**
 * Everything a 2 × 2 table says about two coders and one code.
 *
 * Sources: positive and negative agreement, Cicchetti, D. & Feinstein, A. (1990), Journal of Clinical
 * Epidemiology 43, 551–558, who also name the paradox; prevalence and bias index and PABAK, Byrt, T., Bishop, J.
 * & Carlin, J. (1993), Journal of Clinical Epidemiology 46, 423–429.
 */
export function twoByTwoFigures({ both, onlyFirst, onlySecond, neither }: TwoByTwo): TwoByTwoFigures {
  const differ = onlyFirst + onlySecond
  const n = both + differ + neither
  const agreement = ratio(both + neither, n)
  const figure = kappa([
    [both, onlyFirst],
    [onlySecond, neither],
  ])
  return {
    n,
    agreement,
    positiveAgreement: ratio(2 * both, 2 * both + differ),
    negativeAgreement: ratio(2 * neither, 2 * neither + differ),
    prevalence: ratio(2 * both + differ, 2 * n),
    kappa: figure,
    prevalenceIndex: ratio(Math.abs(both - neither), n),
    biasIndex: ratio(Math.abs(onlyFirst - onlySecond), n),
    pabak: agreement === null ? null : 2 * agreement - 1,
    paradox: isParadox(agreement, figure),
  }
}

/** At least 90 % alike, and yet a κ or α below what may be read as tentative. */
export function isParadox(agreement: number | null, coefficient: number | null): boolean {
  return agreement !== null && coefficient !== null && agreement >= HIGH_AGREEMENT && coefficient < TENTATIVE
}

function ratio(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null
}
