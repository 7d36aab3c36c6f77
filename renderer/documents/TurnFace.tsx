/** A turn in a list: who speaks and when, then the words. The row around it has the class `turn-face`, its role and its kind. */
import { clockOf } from '../transcript/reader/clock.ts'
import './TurnFace.css'

interface TurnFaceProps {
  name: string
  /** Milliseconds from the beginning; null where the transcript has no times. */
  at: number | null
  words: string
}

export function TurnFace({ name, at, words }: TurnFaceProps) {
  return (
    <>
      <span className="turn-face-head">
        <span className="turn-face-name">{name}</span>
        {at === null ? null : <time>{clockOf(at)}</time>}
      </span>
      <span className="turn-face-words">{words}</span>
    </>
  )
}
