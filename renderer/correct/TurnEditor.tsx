/** One turn: its words, where it is parted, who speaks, and what becomes of its passages before anything is saved. */
import { useState, type SyntheticEvent } from 'react'
import type { Span } from '../../core/text/spans.ts'
import { keepFocus } from '../import/keep-focus.ts'
import { clockOf } from '../transcript/reader/clock.ts'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/Field.tsx'
import { Keys } from '../ui/Keys.tsx'
import { Select } from '../ui/Select.tsx'
import { isOf, keepDraft, markSent, useDrafts } from './drafts.ts'
import { Foresight } from './Foresight.tsx'
import { foresee, tidy, type Edit, type Transcript } from './foresee.ts'
import { SpeakerChoice } from './SpeakerChoice.tsx'
import type { Apply } from './use-correcting.ts'

interface TurnEditorProps {
  transcript: Transcript
  turn: Transcript['turns'][number]
  passages: readonly Span[]
  apply: Apply
  isBusy: boolean
  onChoose: (turns: ReadonlySet<number>) => void
}

export const TURN_KINDS = [
  { id: 'speech', label: 'Speech' },
  { id: 'event', label: 'No speech: something that happened' },
  { id: 'note', label: 'No speech: a note' },
  { id: 'heading', label: 'Heading' },
] as const

export function TurnEditor({ transcript, turn, passages, apply, isBusy, onChoose }: TurnEditorProps) {
  const words = transcript.text.slice(turn.start, turn.end)
  const { text, setText, letGo } = useDraft(transcript.document, turn.id, words)
  const [caret, setCaret] = useState<number | null>(null)
  const at = transcript.turns.findIndex(({ id }) => id === turn.id)
  const before = transcript.turns[at - 1]
  const isChanged = tidy(text) !== words
  const edit: Edit = { edit: 'text', turn: turn.id, text }
  const splits =
    !isChanged && caret !== null && tidy(words.slice(0, caret)) !== '' && tidy(words.slice(caret)) !== ''
  const save = () => {
    markSent(transcript.document, turn.id, tidy(text))
    apply(edit, () => keepFocus('.correct-words'))
  }
  const follow = (event: SyntheticEvent<HTMLInputElement>) => setCaret(event.currentTarget.selectionStart)
  return (
    <section className="correct-editor">
      <h2>
        Turn {at + 1}
        {turn.at === null ? null : <span className="correct-quiet"> {clockOf(turn.at)}</span>}
      </h2>
      <div className="correct-fields">
        <SpeakerChoice
          label="Speaker"
          transcript={transcript}
          value={turn.speaker}
          isDisabled={isBusy}
          onChange={(speaker) => apply({ edit: 'speaker', turns: [turn.id], speaker })}
        />
        <Select
          label="What it is"
          options={TURN_KINDS}
          value={turn.kind}
          isDisabled={isBusy}
          onChange={(kind) => apply({ edit: 'kind', turns: [turn.id], kind })}
        />
      </div>
      <TextField
        label="Words"
        className="correct-words"
        lines={5}
        value={text}
        onChange={setText}
        onSelect={follow}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && isChanged && !isBusy) save()
          else event.continuePropagation()
        }}
        description={text.trim() === '' ? 'With no words left, the turn is removed.' : undefined}
      />
      {isChanged ? <Foresight foreseen={foresee(transcript, passages, edit)} /> : null}
      <div className="correct-actions">
        <Button look="primary" isDisabled={!isChanged || isBusy} onPress={save}>
          Save the words <Keys keys="Mod+Enter" />
        </Button>
        {isChanged ? (
          <Button look="quiet" onPress={letGo}>
            Put back
          </Button>
        ) : (
          <>
            <Button
              isDisabled={!splits || isBusy}
              onPress={() => apply({ edit: 'split', turn: turn.id, at: turn.start + (caret ?? 0) })}
            >
              Split at the cursor
            </Button>
            <Button
              isDisabled={before === undefined || isBusy}
              onPress={() => {
                apply({ edit: 'join', turn: turn.id }, () => onChoose(new Set(before ? [before.id] : [])))
              }}
            >
              Join to the turn before
            </Button>
          </>
        )}
      </div>
    </section>
  )
}

/** The words as they are being typed. What is typed while others are saved goes on from the saved ones. */
function useDraft(document: number, turn: number, words: string) {
  const draft = useDrafts(document).get(turn)
  const isCurrent = draft !== undefined && isOf(draft, words)
  const setText = (text: string) => keepDraft(document, turn, { base: words, text, sent: draft?.sent })
  const letGo = () => keepDraft(document, turn, null)
  return { text: isCurrent ? draft.text : words, setText, letGo }
}
