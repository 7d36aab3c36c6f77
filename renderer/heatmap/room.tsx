/** The frustration heatmap. */
import { EmptyState } from '../ui/EmptyState.tsx'

export default function HeatmapRoom() {
  return (
    <EmptyState title="Nothing to show yet">
      <p>Code passages to touchpoints and emotions first.</p>
    </EmptyState>
  )
}
