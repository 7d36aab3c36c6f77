/** The codings of a whole transcript in a few rows, for the map beside the scrollbar. */
import type { Code } from '../../../core/contract/codebook.ts'
import type { Passage } from '../../../core/contract/codings.ts'

type Codes = ReadonlyMap<Code['id'], Code>

/** For each row the code of the passages that touch it; of several, what frustrates most, then any feeling; null where none is. */
export function marksOf(
  passages: readonly Passage[],
  length: number,
  rows: number,
  codes: Codes,
): (Code | null)[] {
  const marks = Array.from({ length: rows }, (): Code | null => null)
  for (const passage of passages) {
    const code = heaviest(passage, codes)
    if (code === undefined) continue
    const last = rowOf(passage.end - 1, length, rows)
    for (let row = rowOf(passage.start, length, rows); row <= last; row++) {
      const known = marks[row] ?? null
      if (known === null || weightOf(code) > weightOf(known)) marks[row] = code
    }
  }
  return marks
}

const rowOf = (offset: number, length: number, rows: number): number =>
  Math.min(rows - 1, Math.max(0, Math.floor((offset / Math.max(1, length)) * rows)))

function heaviest({ codings }: Passage, codes: Codes): Code | undefined {
  let best: Code | undefined
  for (const { code: id } of codings) {
    const code = codes.get(id)
    if (code !== undefined && (best === undefined || weightOf(code) > weightOf(best))) best = code
  }
  return best
}

const weightOf = ({ family, weight }: Code): number => (family === 'emotion' ? 1 + (weight ?? 0) : 0)
