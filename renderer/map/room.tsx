/** The two-way journey map. */
import { EmptyState } from '../ui/EmptyState.tsx'

export default function MapRoom() {
  return (
    <EmptyState title="Nothing on the map yet">
      <p>Code passages to touchpoints and the journey appears here.</p>
    </EmptyState>
  )
}
