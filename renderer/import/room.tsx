/** Importing files. */
import { EmptyState } from '../ui/EmptyState.tsx'

export default function ImportRoom() {
  return (
    <EmptyState title="Import transcripts">
      <p>Drop files or a folder here.</p>
    </EmptyState>
  )
}
