/** What a number opens: the passages of a figure, asked of the core again, or passages known by id. */
import type { HeatmapSettings } from '../../core/contract/analysis.ts'

export type Door =
  | { kind: 'figure'; settings: HeatmapSettings; row: string | null; column: string | null; of: 'E' | 'F' }
  | { kind: 'passages'; passages: readonly number[] }

/** One of the sets of passages behind a number: those with frustration, everything said there. */
export interface DoorChoice {
  /** The key that switches to it, and its place in the address. */
  id: string
  label: string
  door: Door
}
