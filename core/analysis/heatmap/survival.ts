/** Whether the finding depends on how frustration is defined: the top three rows under each definition. */
import type { Heatmap } from '../../contract/analysis.ts'
import { DEFINITIONS } from './feelings.ts'
import type { Tallies } from './tally.ts'

const TOP = 3
const PHRASES = { strict: 'strict', blocked: 'blocked', family: 'family' } as const

/**
 * Compares the rows with the highest prevalence F/E under the strict, blocked and family definitions. Rows heard from
 * fewer than `smallN` participants are not ranked; rows that tie on the third place all count as top.
 */
export function survivalOf(totals: readonly Tallies[], smallN: number): Heatmap['survival'] {
  const tops = DEFINITIONS.map((_, bit) => topRows(totals, bit, smallN))
  const [strict = []] = tops
  if (strict.length === 0) {
    return {
      survives: false,
      sentence:
        'No row has frustration from enough participants to rank, so there is no top three to compare.',
    }
  }
  const differing = DEFINITIONS.filter((_, bit) => String(tops[bit]) !== String(strict))
  const rows =
    strict.length === 1 ? 'The top row by prevalence is' : `The top ${strict.length} rows by prevalence are`
  return differing.length === 0
    ? { survives: true, sentence: `${rows} the same under the strict, blocked and family definitions.` }
    : {
        survives: false,
        sentence: `${rows} not the same under every definition: strict differs from ${differing.map((name) => PHRASES[name]).join(' and ')}.`,
      }
}

/** Places of the top rows, ascending. */
function topRows(totals: readonly Tallies[], bit: number, smallN: number): number[] {
  const ranked = totals
    .map((tallies, row) => ({ row, E: tallies.size, F: meeting(tallies, bit) }))
    .filter(({ E, F }) => E >= smallN && F > 0)
    .sort((a, b) => b.F / b.E - a.F / a.E)
  const third = ranked[Math.min(TOP, ranked.length) - 1]
  if (!third) return []
  const cut = third.F / third.E
  return ranked
    .filter(({ E, F }) => F / E >= cut)
    .map(({ row }) => row)
    .sort((a, b) => a - b)
}

function meeting(tallies: Tallies, bit: number): number {
  let participants = 0
  for (const { definitions } of tallies.values()) participants += (definitions >> bit) & 1
  return participants
}
