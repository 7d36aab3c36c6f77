/** What is being corrected: one turn, several at once, or the speakers when none is chosen. */
import { useEffect } from 'react'
import type { Span } from '../../core/text/spans.ts'
import { Button } from '../ui/Button.tsx'
import { settleSent, unsaved, useDrafts } from './drafts.ts'
import type { Transcript } from './foresee.ts'
import { ManyTurns } from './ManyTurns.tsx'
import { SpeakerList } from './SpeakerList.tsx'
import { TurnEditor } from './TurnEditor.tsx'
import { useCorrecting } from './use-correcting.ts'

interface CorrectSideProps {
  transcript: Transcript
  turns: readonly Transcript['turns'][number][]
  passages: readonly Span[]
  onChoose: (turns: ReadonlySet<number>) => void
}

export function CorrectSide({ transcript, turns, passages, onChoose }: CorrectSideProps) {
  const correcting = useCorrecting(transcript)
  const [turn, ...others] = turns
  const part = { transcript, passages, ...correcting }
  return (
    <div className="correct-side">
      <Unsaved transcript={transcript} chosen={turn?.id} onChoose={onChoose} />
      {turn === undefined ? (
        <p className="correct-quiet">Choose a turn in the transcript, or correct the speakers here.</p>
      ) : others.length > 0 ? (
        <ManyTurns {...part} turns={turns} />
      ) : (
        <TurnEditor key={turn.id} {...part} turn={turn} onChoose={onChoose} />
      )}
      <SpeakerList transcript={transcript} />
    </div>
  )
}

interface UnsavedProps {
  transcript: Transcript
  chosen: number | undefined
  onChoose: (turns: ReadonlySet<number>) => void
}

/** The way back to words that were typed into other turns and are not saved. */
function Unsaved({ transcript, chosen, onChoose }: UnsavedProps) {
  useEffect(() => settleSent(transcript), [transcript])
  const others = unsaved(transcript, useDrafts(transcript.document)).filter(({ id }) => id !== chosen)
  if (others.length === 0) return null
  return (
    <section className="correct-unsaved" aria-label="Words not saved">
      Typed and not saved:
      {others.map((turn) => (
        <Button key={turn.id} onPress={() => onChoose(new Set([turn.id]))}>
          Turn {transcript.turns.indexOf(turn) + 1}
        </Button>
      ))}
    </section>
  )
}
