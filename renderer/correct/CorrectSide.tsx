/** What is being corrected: one turn, several at once, or the speakers when none is chosen. */
import type { Output } from '../../core/contract/index.ts'
import type { Span } from '../../core/text/spans.ts'
import { useDo } from '../data.ts'
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
