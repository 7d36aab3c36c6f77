/** The codebook. */
import { EmptyState } from '../ui/EmptyState.tsx'

export default function CodebookRoom() {
  return (
    <EmptyState title="The codebook is empty">
      <p>Add a code, or start a study from the housing template.</p>
    </EmptyState>
  )
}
