/** Who took part. */
import { EmptyState } from '../ui/EmptyState.tsx'

export default function ParticipantsRoom() {
  return (
    <EmptyState title="No participants yet">
      <p>Participants are made when transcripts are imported.</p>
    </EmptyState>
  )
}
