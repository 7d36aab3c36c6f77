/** Reading and coding transcripts. */
import { EmptyState } from '../ui/EmptyState.tsx'

export default function TranscriptRoom() {
  return (
    <EmptyState title="No transcripts yet">
      <p>Import interviews and workshops to start coding.</p>
    </EmptyState>
  )
}
