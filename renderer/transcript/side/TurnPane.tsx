/** “This turn” or “Selection”: the passages here as a list that follows the caret, each coding open to change. */
import type { ReactNode } from 'react'
import type { Code } from '../../../core/contract/codebook.ts'
import type { Passage } from '../../../core/contract/codings.ts'
import { rangeAt } from '../../../core/text/segments.ts'
import { isCaret, spanOf } from '../../../core/text/selection.ts'
import { countWords } from '../../../core/text/spans.ts'
import type { CodedStore } from '../data/coded.ts'
import { passagesIn } from '../data/passages-at.ts'
import type { Transcript } from '../data/views.ts'
import { useStore } from '../../ui/store.ts'
import type { ReaderStore } from '../state.ts'
import type { CodingActions } from '../coding-actions.ts'
import { PassageCard } from './PassageCard.tsx'
import './side.css'

interface TurnPaneProps {
  reader: ReaderStore
  transcript: Transcript
  coded: CodedStore
  codes: ReadonlyMap<Code['id'], Code>
  coders: ReadonlyMap<Passage['coder'], string>
  actions: CodingActions
  /** What is suggested here, above what is coded. */
  suggestion: ReactNode
}

/** A list nobody reads to its end is not drawn to its end. */
const MOST_SHOWN = 60

export function TurnPane(props: TurnPaneProps) {
  const { reader, transcript, coded, codes, coders, actions } = props
  const selection = useStore(reader, (state) => state.selection)
  const pinned = useStore(reader, (state) => state.pinned)
  const span = spanOf(selection)
  const turn = transcript.turns[rangeAt(transcript.turns, span.start)]
  const isTurn = isCaret(selection) || pinned !== null
  const chunks = useStore(coded, ({ chunks }) => chunks)
  const here = passagesIn(chunks, isTurn && turn !== undefined ? turn : span)
  return (
    <section className="side-part" aria-labelledby={`${reader.id}-here`}>
      <h2 id={`${reader.id}-here`} className="side-title">
        {isTurn ? 'This turn' : 'Selection'}
        {isTurn ? null : (
          <span className="side-count">{wordsOf(transcript.text.slice(span.start, span.end))}</span>
        )}
      </h2>
      {props.suggestion}
      {here.length === 0 ? (
        <p className="side-none">
          {isTurn ? 'Nothing coded in this turn.' : 'Nothing coded in these words.'}
        </p>
      ) : (
        <ul className="passages">
          {here.slice(0, MOST_SHOWN).map((passage) => (
            <PassageCard
              key={passage.id}
              reader={reader}
              passage={passage}
              quote={transcript.text.slice(passage.start, passage.end)}
              isPinned={passage.id === pinned}
              codes={codes}
              coder={coders.size > 1 ? coders.get(passage.coder) : undefined}
              actions={actions}
            />
          ))}
          {here.length > MOST_SHOWN ? (
            <li className="side-none">
              And {here.length - MOST_SHOWN} more passages. Select fewer words to see them.
            </li>
          ) : null}
        </ul>
      )}
    </section>
  )
}

function wordsOf(text: string): string {
  const words = countWords(text)
  return `${words} ${words === 1 ? 'word' : 'words'}`
}
