/** Correcting transcripts that are in the study. */
import type { RoomProps } from '../app/rooms.ts'

export default function CorrectRoom({ route }: RoomProps) {
  return <p>{route.path.join()}</p>
}
