/** Memos. */
import { EmptyState } from '../ui/EmptyState.tsx'

export default function MemosRoom() {
  return (
    <EmptyState title="No memos yet">
      <p>Write a memo on a passage, a code or the study.</p>
    </EmptyState>
  )
}
