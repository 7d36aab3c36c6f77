/** The figures of the cell under the pointer or the focus, in one line that keeps its place. */
import type { Heatmap } from '../../core/contract/analysis.ts'
import { readings } from './figures.ts'
import { cellSentence, titleOf } from './names.ts'
import type { Spot } from './settings.ts'
import { cellAt } from './sheet.ts'

interface ReadoutProps {
  heatmap: Heatmap
  spot: Spot | null
}

export function Readout({ heatmap, spot }: ReadoutProps) {
  if (spot === null || (spot.row === null && spot.column === null)) {
    return (
      <p className="heatmap-readout">
        Each cell: people with frustration, of those who spoke of it. Click a number or press Enter to read
        the passages.
      </p>
    )
  }
  const cell = cellAt(heatmap, spot)
  return (
    <p className="heatmap-readout">
      <b>{titleOf(heatmap, spot)}</b>
      {cell === null ? null : <span>{cellSentence(cell, heatmap.settings.scope.role)}</span>}
      {(cell === null ? [] : readings(cell)).map(({ name, value }) => (
        <span key={name}>
          {name} <b>{value}</b>
        </span>
      ))}
    </p>
  )
}
