/** A sign before each line where a suggestion begins: for the better, for the worse, both. Pressing it selects the sentence. */
import { useCallback, useRef } from 'react'
import type { Suggestion } from '../../../core/contract/suggest.ts'
import { selectionOf } from '../../../core/text/selection.ts'
import type { Transcript } from '../data/views.ts'
import { keepFocus } from '../margin/MarginLabel.tsx'
import { stackLabels } from '../margin/stack.ts'
import { usePlaced } from '../margin/use-placed.ts'
import { select, type ReaderStore } from '../state.ts'
import './suggest.css'

interface SuggestionMarksProps {
  reader: ReaderStore
  transcript: Transcript
  suggestions: readonly Suggestion[]
}

type Label = Suggestion['sentiment']['label']
/** The height of a sign; of two sentences in one line the first has it. */
const MARK = 18
const SIGNS: Record<Label, string> = { negative: '−', positive: '+', mixed: '±', neutral: '·' }

export function SuggestionMarks({ reader, transcript, suggestions }: SuggestionMarksProps) {
  const frame = useRef<HTMLDivElement>(null)
  const placed = usePlaced(
    reader,
    frame,
    transcript.turns,
    useCallback(() => suggestions, [suggestions]),
  )
  return (
    // The keyboard goes from one to the next with a command and hears each beside the text.
    <div ref={frame} className="suggestion-marks" aria-hidden>
      {stackLabels(
        placed.filter(({ hasStart }) => hasStart).map((mark) => ({ ...mark, lines: 1 })),
        MARK,
        0,
      ).flatMap(({ items: [mark], top }) => {
        if (mark === undefined) return []
        const { item } = mark
        return (
          <button
            key={item.start}
            type="button"
            tabIndex={-1}
            className="suggestion-mark"
            data-label={item.sentiment.label}
            data-firm={item.emotions.length > 0 || item.sentiment.level === 'firm' || undefined}
            title={`Suggested: ${item.sentiment.label}`}
            style={{ top }}
            onMouseDown={keepFocus}
            onClick={() => select(reader, selectionOf(item))}
          >
            {SIGNS[item.sentiment.label]}
          </button>
        )
      })}
    </div>
  )
}
