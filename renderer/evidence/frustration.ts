/** What counts as frustration, to choose from. */
import type { HeatmapSettings } from '../../core/contract/analysis.ts'

export const DEFINITIONS: readonly {
  id: HeatmapSettings['frustration']
  label: string
  description: string
}[] = [
  { id: 'strict', label: 'Strict', description: 'The code Frustration' },
  { id: 'blocked', label: 'Blocked', description: 'Frustration and Anger' },
  { id: 'family', label: 'Family index', description: 'Every emotion with a frustration weight' },
]
