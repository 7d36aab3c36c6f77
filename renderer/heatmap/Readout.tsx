/** The figures of the cell under the pointer or the focus, in one line that keeps its place. */
import type { Heatmap } from '../../core/contract/analysis.ts'
import { cellSentence, readings } from './figures.ts'
import { titleOf } from './names.ts'
import type { Spot } from './settings.ts'
import { cellAt } from './sheet.ts'

interface ReadoutProps {
  heatmap: Heatmap
  spot: Spot | null
}

export function Readout({ heatmap, spot }: ReadoutProps) {
  const cell = spot === null ? null : cellAt(heatmap, spot)
  if (spot === null || cell === null) {
    return (
      <p className="heatmap-readout">
        Each cell: people with frustration, of those who spoke of it. Click a number or press Enter to read
        the passages.
      </p>
    )
  }
  const { measure, smallN } = heatmap.settings
  return (
    <p className="heatmap-readout">
      <b>{titleOf(heatmap, spot)}</b>
      <span>{cellSentence(cell, { measure, smallN, percent: false, ends: [0, 1] })}</span>
      {readings(cell).map(({ name, value }) => (
        <span key={name}>
          {name} <b>{value}</b>
        </span>
      ))}
    </p>
  )
}
