/** Undo, redo and the audit trail. */
import { EmptyState } from '../ui/EmptyState.tsx'

export default function HistoryRoom() {
  return (
    <EmptyState title="No steps yet">
      <p>Every change to the study is listed here.</p>
    </EmptyState>
  )
}
