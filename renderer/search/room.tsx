/** Searching words in transcripts. */
import { EmptyState } from '../ui/EmptyState.tsx'

export default function SearchRoom() {
  return (
    <EmptyState title="Search the transcripts">
      <p>Type a word or a phrase.</p>
    </EmptyState>
  )
}
