/** Agreement between coders on one code, with an interval over transcripts and a word on how to read it. */

import type { Span } from '../../text/spans.ts'
import { bootstrap, type BootstrapOptions } from './bootstrap.ts'
import type { Interval } from './interval.ts'
import { isParadox, kappa, type TwoByTwo, type TwoByTwoFigures, twoByTwoFigures } from './kappa.ts'
import {
  alphaOf,
  type Coincidences,
  coincidences,
  margins,
  type Metric,
  type Ratings,
  valuesIn,
} from './krippendorff.ts'
import { compareCharacters } from './spanSets.ts'
import { alphaUnitising, type UnitisedTranscript } from './unitising.ts'

/** How Krippendorff (2004, p. 241) would have an α read. It informs; it never stops the work. */
export type Reading = 'reliable' | 'tentative' | 'low'

export interface Coefficient {
  /** Null where the coefficient does not exist: nothing judged twice, or no variation to agree on. */
  readonly value: number | null
  /** 95 % bootstrap interval over transcripts; null with fewer than two. */
  readonly interval: Interval | null
  readonly reading: Reading | null
}

export interface CodeAgreement {
  readonly transcripts: number
  /** Units (turns or sentences) that at least two coders judged. */
  readonly units: number
  readonly alpha: Coefficient
  /** Share of judgement pairs that are alike, 0 to 1; for two coders, the plain percent agreement. */
  readonly agreement: number | null
  /** Where one coder used the code, how often another did: 2a / (2a + b + c) over every two coders. */
  readonly positiveAgreement: number | null
  /** Share of paired judgements that use the code. */
  readonly prevalence: number | null
  /** High agreement with a low α: the code is so rare, or so common, that chance alone explains most of it. */
  readonly paradox: boolean
}

export interface CharacterAgreement extends TwoByTwoFigures {
  readonly table: TwoByTwo
  readonly coefficient: Coefficient
}

/** Two coders' passages for one code in one transcript of `length` characters. */
export interface CharacterTranscript {
  readonly length: number
  readonly first: readonly Span[]
  readonly second: readonly Span[]
}

/** ≥ .80 reliable, .667 to .80 tentative, otherwise low; null stays null. */
export function reading(value: number | null): Reading | null {
  if (value === null) return null
  if (value >= 0.8) return 'reliable'
  return value >= 0.667 ? 'tentative' : 'low'
}

/**
 * Agreement on one code from binary judgements (1 used, 0 not, null not judged): one list of units per
 * transcript, coders in the same order throughout. `touched` in spanSets.ts makes the judgements from passages.
 */
export function codeAgreement(
  transcripts: readonly (readonly Ratings[])[],
  options: BootstrapOptions,
): CodeAgreement {
  const { coefficient, pooled } = alphaOver(transcripts, [0, 1], 'nominal', options)
  const [neither = 0, , , both = 0] = pooled.counts
  const [unused = 0, used = 0] = margins(pooled)
  const n = unused + used
  const agreement = n > 0 ? (neither + both) / n : null
  return {
    transcripts: transcripts.length,
    units: transcripts.flat().filter((unit) => unit.filter((value) => value !== null).length > 1).length,
    alpha: coefficient,
    agreement,
    positiveAgreement: used > 0 ? both / used : null,
    prevalence: n > 0 ? used / n : null,
    paradox: isParadox(agreement, coefficient.value),
  }
}

/** Ordinal α on intensity, 1 to 3, over the passages or units that coders both gave one. */
export function intensityAgreement(
  transcripts: readonly (readonly Ratings[])[],
  options: BootstrapOptions,
): Coefficient {
  return alphaOver(transcripts, valuesIn(transcripts.flat()), 'ordinal', options).coefficient
}

/** κ by the character, for comparison with tools that report it; agreement on uncoded text is part of it. */
export function characterAgreement(
  transcripts: readonly CharacterTranscript[],
  options: BootstrapOptions,
): CharacterAgreement {
  const tables = transcripts.map(({ first, second, length }) => compareCharacters(first, second, length))
  const pool = (weightOf: (i: number) => number): TwoByTwo => ({
    both: tables.reduce((sum, table, i) => sum + weightOf(i) * table.both, 0),
    onlyFirst: tables.reduce((sum, table, i) => sum + weightOf(i) * table.onlyFirst, 0),
    onlySecond: tables.reduce((sum, table, i) => sum + weightOf(i) * table.onlySecond, 0),
    neither: tables.reduce((sum, table, i) => sum + weightOf(i) * table.neither, 0),
  })
  const kappaOf = ({ both, onlyFirst, onlySecond, neither }: TwoByTwo): number | null =>
    kappa([
      [both, onlyFirst],
      [onlySecond, neither],
    ])
  const table = pool(() => 1)
  const figures = twoByTwoFigures(table)
  const again = (weights: Uint32Array): number | null => kappaOf(pool((i) => weights[i] ?? 0))
  return { table, ...figures, coefficient: withInterval(figures.kappa, transcripts.length, again, options) }
}

/** α for unitising on freely drawn passages; leave out transcripts that one of the coders did not code. */
export function unitisingAgreement(
  transcripts: readonly UnitisedTranscript[],
  options: BootstrapOptions,
): Coefficient {
  const alphaU = alphaUnitising(transcripts)
  return withInterval(alphaU(), transcripts.length, alphaU, options)
}

function alphaOver(
  transcripts: readonly (readonly Ratings[])[],
  values: readonly number[],
  metric: Metric,
  options: BootstrapOptions,
): { coefficient: Coefficient; pooled: Coincidences } {
  const parts = transcripts.map((units) => coincidences(units, values).counts)
  const pool = (weightOf: (i: number) => number, counts: Float64Array): Coincidences => {
    counts.fill(0)
    parts.forEach((part, i) => {
      const weight = weightOf(i)
      for (let cell = 0; cell < counts.length; cell += 1) {
        counts[cell] = (counts[cell] ?? 0) + weight * (part[cell] ?? 0)
      }
    })
    return { values, counts }
  }
  const pooled = pool(() => 1, new Float64Array(values.length ** 2))
  const scratch = new Float64Array(values.length ** 2)
  const again = (weights: Uint32Array): number | null =>
    alphaOf(
      pool((i) => weights[i] ?? 0, scratch),
      metric,
    )
  return { coefficient: withInterval(alphaOf(pooled, metric), transcripts.length, again, options), pooled }
}

function withInterval(
  value: number | null,
  transcripts: number,
  again: (weights: Uint32Array) => number | null,
  options: BootstrapOptions,
): Coefficient {
  const interval =
    value === null ? null : bootstrap(transcripts, (weights) => again(weights) ?? Number.NaN, options)
  return { value, interval, reading: reading(value) }
}
