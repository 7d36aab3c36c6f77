/** The heatmap as a file: a picture for a report or a table for other tools. */
import type { Heatmap } from '../../contract/analysis.ts'
import { drawHeatmap } from '../draw/heatmap.ts'
import type { Theme } from '../draw/palette.ts'
import { pictureBytes } from '../draw/png.ts'
import { heatmapCsv } from './csv.ts'
import { disclosureOf } from './shown.ts'

export interface MadeFile {
  name: string
  bytes: Uint8Array<ArrayBuffer>
  /** Cells that leave a count out to protect people. */
  suppressed: number
}

export async function heatmapFile(
  heatmap: Heatmap,
  format: 'svg' | 'png' | 'csv',
  theme: Theme,
): Promise<MadeFile> {
  const { rows, columns } = heatmap.settings
  const name = `heatmap-${rows}-by-${columns.replaceAll(/[^a-z0-9]+/gi, '-')}.${format}`
  if (format === 'csv') return { name, ...heatmapCsv(heatmap) }
  const bytes = await pictureBytes(drawHeatmap(heatmap, theme), format)
  return { name, bytes, suppressed: disclosureOf(heatmap).suppressed }
}
