/** Everything said at one touchpoint by one side, before it is put into figures and sentences. */
import { HeatmapSettings, type Scope } from '../../contract/analysis.ts'
import { CoreError } from '../../contract/errors.ts'
import type { ReadableDb } from '../../db/database.ts'
import { overlaps } from '../../text/spans.ts'
import { readCodebook, type CodeFacts, type Codebook, type Definition } from '../codebook.ts'
import type { Evidence } from '../evidence/episodes.ts'
import type { Felt } from '../heatmap/feelings.ts'
import { layOut, type Layout } from '../heatmap/layout.ts'
import { onlyRows } from '../heatmap/rows.ts'
import { eachSighting } from '../heatmap/sightings.ts'

/** A passage at the touchpoint. */
export interface Said {
  readonly evidence: Evidence
  readonly participant: number
  readonly felt: Felt
}

export interface Gathered {
  readonly layout: Layout
  /** In the order of the transcripts and their text. */
  readonly said: readonly Said[]
}

/** Throws `not-found` when the codebook has no such touchpoint, and `sealed` while residents' findings are. */
export function requireTouchpoint(db: ReadableDb, key: string): { code: CodeFacts; codebook: Codebook } {
  const codebook = readCodebook(db)
  const code = codebook.byKey.get(key)
  if (code?.family !== 'touchpoint' || code.level === null) {
    throw new CoreError('not-found', `The codebook has no touchpoint “${key}”. Choose another.`)
  }
  return { code, codebook }
}

/** Gathers what is said at any of these codes, all of one level (a touchpoint and the one it pairs with). */
export function gather(
  db: ReadableDb,
  codes: readonly CodeFacts[],
  scope: Scope,
  definition: Definition,
): Gathered {
  const rows = codes[0]?.level ?? 'touchpoint'
  const { journeys: _, ...wholeScope } = scope
  const layout = layOut(db, HeatmapSettings.parse({ rows, scope: wholeScope, frustration: definition }))
  const keys = codes.map(({ key }) => key)
  const frame = { ...layout.frame, rows: onlyRows(layout.frame.rows, keys) }
  const said: Said[] = []
  eachSighting(frame, layout.read, (evidence, { participant }) => {
    said.push({ evidence, participant, felt: layout.feelings(evidence) })
  })
  return { layout, said }
}

export const participantsIn = (said: readonly Said[]): Set<number> =>
  new Set(said.map(({ participant }) => participant))

export const passagesIn = (said: readonly Said[]): number[] => said.map(({ evidence }) => evidence.passage)

export const withCode = (said: readonly Said[], code: number): Said[] =>
  said.filter(({ evidence }) => evidence.codes.includes(code))

/** Where coders marked the same words, only the first of their passages: nobody should read a quote twice. */
export function toldOnce(said: readonly Said[]): Said[] {
  const kept = new Map<number, Said[]>()
  return said.filter((item) => {
    const before = kept.get(item.evidence.document) ?? []
    if (before.some(({ evidence }) => isSecondCoding(evidence, item.evidence))) return false
    kept.set(item.evidence.document, [...before, item])
    return true
  })
}

const isSecondCoding = (first: Evidence, second: Evidence): boolean =>
  first.coder !== second.coder && first.speaker === second.speaker && overlaps(first, second)
