/** One turn: who speaks and when, then the words in pieces that each carry one set of codings. */
import { memo, type ReactNode } from 'react'
import type { Code } from '../../../core/contract/codebook.ts'
import { segmentsOf } from '../../../core/text/segments.ts'
import { tone } from '../../ui/tones.ts'
import { lookOf, type Look } from '../data/looks.ts'
import { spokenCodings } from '../data/spoken.ts'
import type { TurnView } from '../data/views.ts'
import { clockOf } from './clock.ts'
import { turnId } from './points.ts'

interface TurnProps {
  reader: string
  view: TurnView
  codes: ReadonlyMap<Code['id'], Code>
}

export const Turn = memo(function Turn({ reader, view, codes }: TurnProps) {
  const { index, turn, speaker } = view
  return (
    <p
      id={turnId(reader, index)}
      className="turn"
      data-turn={index}
      data-kind={turn.kind}
      data-role={speaker?.role ?? 'unknown'}
      data-voice={view.voice ?? undefined}
    >
      <span className="turn-head">
        {speaker === null ? null : (
          <span className={view.isNewSpeaker ? 'turn-speaker' : 'turn-speaker turn-speaker-again'}>
            {speaker.label}
          </span>
        )}
        {turn.at === null ? null : <time className="turn-time">{clockOf(turn.at)}</time>}
        <span className="turn-number" aria-hidden>
          {index + 1}
        </span>
        <span className="hidden-visually">{spokenCodings(view.passages, codes)}</span>
      </span>
      <span className="turn-words" data-start={turn.start}>
        {wordsOf(view, codes)}
      </span>
    </p>
  )
})

function wordsOf({ turn, words, passages }: TurnView, codes: ReadonlyMap<Code['id'], Code>): ReactNode {
  if (passages.length === 0) return words
  return segmentsOf(turn, passages).map(({ start, end, marks }) => {
    const text = words.slice(start - turn.start, end - turn.start)
    const look = lookOf(marks, codes)
    return look === null ? text : <Piece key={start} text={text} look={look} />
  })
}

/** Nested, so that each line takes its colour from its own family and underlines lie below one another. */
function Piece({ text, look }: { text: string; look: Look }) {
  const lined = look.lines.reduceRight<ReactNode>(
    (inner, code) => (
      <span className="line" {...tone(code)}>
        {inner}
      </span>
    ),
    text,
  )
  return (
    <span
      className="fill"
      data-depth={look.depth}
      data-intensity={look.intensity ?? undefined}
      {...tone(look.fill)}
    >
      {lined}
    </span>
  )
}
