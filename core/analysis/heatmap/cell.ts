/** A cell's figures from its participants' tallies: the participant is the unit, not the passage. */
import type { Cell } from '../../contract/analysis.ts'
import { wilson } from '../stats/interval.ts'
import type { Tallies, Tally } from './tally.ts'

export interface CellBase {
  row: string
  column: string
  /** Everyone who spoke there: what E counts. */
  spoke: Tallies
  /** Where F is counted: the same, or for an emotion column those with that emotion. */
  felt: Tallies
  /** Participants in the segment, and all the words they say in its transcripts. */
  P: number
  words: number
}

/** A cell with the people behind it, for what is worked out only when asked for. */
export interface Figure {
  readonly cell: Cell
  readonly spoke: Tallies
  readonly felt: Tallies
}

export interface Thresholds {
  smallN: number
  thinN: number
}

/**
 * The figures of the method, without bootstrap intervals, which are added only when asked for.
 *
 * - prevalence F/E with its Wilson interval, reach E/P, share F/P;
 * - intensity: the mean over participants of each one's mean, 1 to 3;
 * - index: 100/(3·E) · Σ over participants of max(weight × intensity), 0 to 100;
 * - density: marked words per 1,000 words of the segment's participants;
 * - sentiment: (positive − negative participants)/E, −1 to 1;
 * - spread: the share of passages from the participant with most of them.
 *
 * In an emotion column, passages, spread, intensity, index and density are about that emotion.
 */
export function cellOf(base: CellBase, { smallN, thinN }: Thresholds): Cell {
  const { row, column, P } = base
  const spoke = [...base.spoke.values()]
  const felt = base.felt === base.spoke ? spoke : [...base.felt.values()]
  const marked = felt.filter((tally) => tally.marks > 0)
  const E = spoke.length
  const F = marked.length
  const interval = wilson(F, E)
  return {
    row,
    column,
    passages: sum(felt, (tally) => tally.passages),
    P,
    E,
    F,
    prevalence: ratio(F, E),
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    reach: ratio(E, P),
    share: ratio(F, P),
    intensity: ratio(
      sum(marked, (tally) => tally.strength / tally.marks),
      F,
    ),
    index: ratio((100 / 3) * sum(marked, (tally) => tally.peak), E),
    indexLow: null,
    indexHigh: null,
    density: ratio(1000 * sum(marked, (tally) => tally.words), base.words),
    sentiment: ratio(count(spoke, (tally) => tally.positive) - count(spoke, (tally) => tally.negative), E),
    positive: count(spoke, (tally) => tally.positive),
    both: [...base.felt].filter(([who, { marks }]) => marks > 0 && base.spoke.get(who)?.positive).length,
    spread: spreadOf(felt),
    state: stateOf(P, E, F, smallN),
    thin: E >= smallN && E < thinN,
  }
}

function stateOf(P: number, E: number, F: number, smallN: number): Cell['state'] {
  if (P === 0) return 'uncoded'
  if (E === 0) return 'unmentioned'
  if (E < smallN) return 'small'
  return F === 0 ? 'zero' : 'value'
}

function spreadOf(tallies: readonly Tally[]): number | null {
  const most = tallies.reduce((top, { passages }) => Math.max(top, passages), 0)
  return ratio(
    most,
    sum(tallies, (tally) => tally.passages),
  )
}

const sum = (tallies: readonly Tally[], of: (tally: Tally) => number): number =>
  tallies.reduce((total, tally) => total + of(tally), 0)

const count = (tallies: readonly Tally[], test: (tally: Tally) => boolean): number =>
  tallies.reduce((total, tally) => total + Number(test(tally)), 0)

const ratio = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null)
