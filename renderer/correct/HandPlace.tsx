/** Places a passage on words chosen by hand: find the turn, then select its words as in any field. */
import { useState, type SyntheticEvent } from 'react'
import { holdsWords } from '../../core/text/fold.ts'
import { glimpse } from '../../core/text/glimpse.ts'
import type { Span } from '../../core/text/spans.ts'
import { Button } from '../ui/Button.tsx'
import { SearchField, TextField } from '../ui/Field.tsx'
import { ListBox, ListBoxItem } from '../ui/List.tsx'
import type { Transcript } from './foresee.ts'

interface HandPlaceProps {
  transcript: Transcript
  /** Offset of the old place: turns around it are shown first. */
  near: number
  isBusy: boolean
  onPlace: (span: Span) => void
}

/** Turns listed at a time. */
const LISTED = 12

export function HandPlace({ transcript, near, isBusy, onPlace }: HandPlaceProps) {
  const [words, setWords] = useState('')
  const [chosen, setChosen] = useState<number | null>(null)
  const [marked, setMarked] = useState<Span>({ start: 0, end: 0 })
  const { text, speakers } = transcript
  const turns = turnsFor(transcript, words, near)
  const turn = transcript.turns.find(({ id }) => id === chosen)
  const labels = new Map(speakers.map(({ id, label }) => [id, label]))
  // Not read-only: browsers give a read-only field no caret to select with by keyboard.
  const mark = ({ currentTarget: { selectionStart, selectionEnd } }: SyntheticEvent<HTMLInputElement>) =>
    setMarked({ start: selectionStart ?? 0, end: selectionEnd ?? 0 })
  return (
    <section className="correct-section">
      <h2>Or choose the words</h2>
      <SearchField label="Find words in the transcript" value={words} onChange={setWords} />
      <ListBox
        label="Turns"
        className="correct-near"
        items={turns}
        selectionMode="single"
        selectedKeys={chosen === null ? [] : [chosen]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : [...keys]
          setChosen(key === undefined ? null : Number(key))
          setMarked({ start: 0, end: 0 })
        }}
        renderEmptyState={() => <p className="correct-none">No turn holds these words.</p>}
      >
        {({ id, speaker, start, end }) => (
          <ListBoxItem id={id} textValue={text.slice(start, end)}>
            <span className="correct-near-name">{speaker === null ? '' : labels.get(speaker)}</span>
            <span className="correct-near-words">{glimpse(text.slice(start, end), 140)}</span>
          </ListBoxItem>
        )}
      </ListBox>
      {turn === undefined ? null : (
        <>
          <TextField
            key={turn.id}
            label="Select the words in this turn"
            className="correct-words"
            lines={3}
            description="Drag over them, or hold Shift with the arrow keys. Typing changes nothing here."
            value={text.slice(turn.start, turn.end)}
            onSelect={mark}
          />
          <div className="correct-actions">
            <Button
              isDisabled={isBusy || marked.start === marked.end}
              onPress={() => onPlace({ start: turn.start + marked.start, end: turn.start + marked.end })}
            >
              Place on the selected words
            </Button>
            <Button look="quiet" isDisabled={isBusy} onPress={() => onPlace(turn)}>
              Place on the whole turn
            </Button>
          </div>
        </>
      )}
    </section>
  )
}

/** Turns that hold the words, or those around the old place while nothing is sought. */
function turnsFor({ turns, text }: Transcript, words: string, near: number): Transcript['turns'] {
  if (words.trim() !== '') {
    const holds = holdsWords(words)
    return turns.filter(({ start, end }) => holds(text.slice(start, end))).slice(0, LISTED)
  }
  const at = turns.findIndex(({ end }) => end >= near)
  const from = Math.max(0, (at === -1 ? turns.length : at) - LISTED / 2)
  return turns.slice(from, from + LISTED)
}
