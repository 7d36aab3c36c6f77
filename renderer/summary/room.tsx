/** The per-touchpoint summary. */
import { EmptyState } from '../ui/EmptyState.tsx'

export default function TouchpointRoom() {
  return (
    <EmptyState title="No touchpoints coded yet">
      <p>Code passages to touchpoints to see how each one felt, and why.</p>
    </EmptyState>
  )
}
