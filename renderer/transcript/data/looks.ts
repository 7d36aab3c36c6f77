/** How a stretch of text under several codings looks: one fill, up to two underlines, a depth. */
import type { Code } from '../../../core/contract/codebook.ts'
import type { Passage } from '../../../core/contract/codings.ts'
import type { Family } from '../../../core/contract/common.ts'

export type Coding = Passage['codings'][number]

export interface Look {
  /** Fills the background: the strongest feeling, else the first code. */
  fill: Code
  intensity: Coding['intensity']
  /** Underlined, each family in its own line style. */
  lines: readonly Code[]
  /** Passages on top of one another, 1–3. */
  depth: 1 | 2 | 3
}

/** Two lines can be told apart under one row of text; a third would touch the next row. */
const MOST_LINES = 2
/** The order in which families take the lines. */
const LINE_ORDER: readonly Family[] = ['touchpoint', 'reason', 'theme', 'layer', 'channel']

/** Null when nothing is to be drawn. */
export function lookOf(passages: readonly Passage[], codes: ReadonlyMap<Code['id'], Code>): Look | null {
  let fill: { code: Code; coding: Coding } | null = null
  const byFamily = new Map<Family, Code>()
  for (const coding of passages.flatMap((passage) => passage.codings)) {
    const code = codes.get(coding.code)
    if (code === undefined) continue
    if (code.family !== 'emotion' && !byFamily.has(code.family)) byFamily.set(code.family, code)
    if (fill === null || outweighs({ code, coding }, fill)) fill = { code, coding }
  }
  if (fill === null) return null
  const lines = LINE_ORDER.flatMap((family) => byFamily.get(family) ?? []).slice(0, MOST_LINES)
  const depth = passages.length >= 3 ? 3 : passages.length === 2 ? 2 : 1
  return { fill: fill.code, intensity: fill.coding.intensity, lines, depth }
}

type Candidate = { code: Code; coding: Coding }

function outweighs(one: Candidate, other: Candidate): boolean {
  const isFeeling = one.code.family === 'emotion'
  if (isFeeling !== (other.code.family === 'emotion')) return isFeeling
  return isFeeling && weightOf(one) > weightOf(other)
}

const weightOf = ({ code, coding }: Candidate): number => (code.weight ?? 0) + (coding.intensity ?? 0)
