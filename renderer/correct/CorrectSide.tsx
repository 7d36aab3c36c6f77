/** What is being corrected: one turn, several at once, or the speakers when none is chosen. */
import type { Output } from '../../core/contract/index.ts'
import type { Span } from '../../core/text/spans.ts'
import { useDo } from '../data.ts'
import { Button } from '../ui/Button.tsx'
import { unsaved, useDrafts } from './drafts.ts'
import type { Edit, Transcript } from './foresee.ts'
import { ManyTurns } from './ManyTurns.tsx'
import { SpeakerList } from './SpeakerList.tsx'
import { TurnEditor } from './TurnEditor.tsx'

interface CorrectSideProps {
  transcript: Transcript
  turns: readonly Transcript['turns'][number][]
  passages: readonly Span[]
  onChoose: (turns: ReadonlySet<number>) => void
}

/** Applies one edit to the transcript; `onDone` hears what became of the passages. */
export type Apply = (edit: Edit, onDone?: (answer: Output<'documents.correct'>) => void) => void

export function CorrectSide({ transcript, turns, passages, onChoose }: CorrectSideProps) {
  const correct = useDo('documents.correct')
  const apply: Apply = (change, onDone) =>
    correct.mutate(
      { document: transcript.document, change },
      onDone === undefined ? {} : { onSuccess: onDone },
    )
  const [turn, ...others] = turns
  const part = { transcript, passages, apply, isBusy: correct.isPending }
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
