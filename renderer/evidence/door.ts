/** What a number opens: the passages of a figure, asked of the core again, passages known by id, or those a query finds. */
import type { HeatmapSettings } from '../../core/contract/analysis.ts'
import type { Input } from '../../core/contract/index.ts'

export type Door =
  | { kind: 'figure'; settings: HeatmapSettings; row: string | null; column: string | null; of: 'E' | 'F' }
  | { kind: 'passages'; passages: readonly number[] }
  | { kind: 'query'; query: Input<'search.retrieve'>['query'] }

/** One of the sets of passages behind a number: those with frustration, everything said there. */
export interface DoorChoice {
  /** The key that switches to it, and its place in the address. */
  id: string
  label: string
  door: Door
}
