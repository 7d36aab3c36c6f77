/** Correcting one transcript: turns on the left, what is being corrected on the right. */
import { useCallback, useRef, useState } from 'react'
import { ListLayout, Virtualizer, type Selection } from 'react-aria-components'
import type { DocumentRow } from '../../core/contract/documents.ts'
import { holdsWords } from '../../core/text/fold.ts'
import { useAsk } from '../data.ts'
import { SearchField } from '../ui/Field.tsx'
import { GridList } from '../ui/List.tsx'
import { Panes, useForward } from '../ui/Panes.tsx'
import { counted } from '../import/words.ts'
import { CorrectHead } from './CorrectHead.tsx'
import { CorrectSide } from './CorrectSide.tsx'
import { passagesIn, type Transcript } from './foresee.ts'
import { TurnItem } from './TurnItem.tsx'

interface CorrectPageProps {
  row: DocumentRow
  /** Id of the turn to begin with; NaN for none. */
  startAt: number
}

export function CorrectPage({ row, startAt }: CorrectPageProps) {
  const { document } = row
  const transcript = useAsk('documents.read', { document }).data
  const passages = useAsk('codings.inDocument', { document }).data?.passages ?? []
  const [chosen, setChosen] = useState<ReadonlySet<number>>(
    new Set(Number.isInteger(startAt) ? [startAt] : []),
  )
  const { forward, bring } = useForward()
  if (transcript === undefined) return null
  const turns = transcript.turns.filter(({ id }) => chosen.has(id))
  return (
    <Panes
      id="correct"
      forward={forward}
      panes={[
        {
          id: 'turns',
          title: 'Transcript',
          minWidth: 320,
          content: (
            <TurnList
              row={row}
              transcript={transcript}
              chosen={chosen}
              startAt={Number.isInteger(startAt) ? startAt : null}
              onChoose={setChosen}
              onOpen={() => bring('side', findWords)}
              passagesIn={(turn) => passagesIn(passages, turn)}
            />
          ),
        },
        {
          id: 'side',
          title: 'Correction',
          width: 448,
          minWidth: 320,
          content: (
            <CorrectSide transcript={transcript} turns={turns} passages={passages} onChoose={setChosen} />
          ),
        },
      ]}
    />
  )
}

interface TurnListProps {
  row: DocumentRow
  transcript: Transcript
  chosen: ReadonlySet<number>
  /** Came by a link to a turn: the list begins there. */
  startAt: number | null
  onChoose: (turns: ReadonlySet<number>) => void
  /** The chosen turn is to be worked on. */
  onOpen: () => void
  passagesIn: (turn: Transcript['turns'][number]) => number
}

function TurnList({ row, transcript, chosen, startAt, onChoose, onOpen, passagesIn }: TurnListProps) {
  const [words, setWords] = useState('')
  const { text, speakers } = transcript
  const holds = holdsWords(words)
  const bringStart = useBringOnce()
  const focus = startAt !== null ? { autoFocus: true } : {}
  const labels = new Map(speakers.map((speaker) => [speaker.id, speaker]))
  const turns = transcript.turns.filter(
    ({ id, start, end }) => words.trim() === '' || chosen.has(id) || holds(text.slice(start, end)),
  )
  const choose = (keys: Selection) => {
    const ids = keys === 'all' ? turns.map(({ id }) => id) : [...keys].map(Number)
    onChoose(new Set(ids))
  }
  return (
    <div className="correct-turns">
      <CorrectHead row={row} at="words" title={`Correct ${row.name}`}>
        Choose a turn to change its words or its speaker; Enter leads to its words, Shift chooses several.
        Passages follow their words.
      </CorrectHead>
      <div className="correct-find">
        <SearchField label="Find words in the transcript" value={words} onChange={setWords} />
        <span>
          {words.trim() === ''
            ? counted(transcript.turns.length, 'turn')
            : `${counted(turns.length, 'turn')} of ${transcript.turns.length}`}
        </span>
      </div>
      <Virtualizer layout={ListLayout} layoutOptions={{ estimatedRowHeight: 80 }}>
        <GridList
          label="Turns"
          {...focus}
          className="correct-turn-list"
          items={turns}
          dependencies={[labels, text, passagesIn]}
          selectionMode="multiple"
          selectionBehavior="replace"
          selectedKeys={chosen}
          onSelectionChange={choose}
          onAction={(key) => {
            if (!chosen.has(Number(key))) onChoose(new Set([Number(key)]))
            onOpen()
          }}
          renderEmptyState={() => <p className="correct-none">No turn holds these words.</p>}
        >
          {(turn) => (
            <TurnItem
              turn={turn}
              words={text.slice(turn.start, turn.end)}
              speaker={turn.speaker === null ? null : (labels.get(turn.speaker) ?? null)}
              passages={passagesIn(turn)}
              {...(turn.id === startAt ? { onShown: bringStart } : {})}
            />
          )}
        </GridList>
      </Virtualizer>
    </div>
  )
}

const findWords = () => document.querySelector<HTMLElement>('.correct-words textarea')

/** Brings a row into view the first time it is drawn, once its neighbours have their heights. */
function useBringOnce(): (element: HTMLElement | null) => void {
  const isDone = useRef(false)
  return useCallback((element) => {
    if (element === null || isDone.current) return
    isDone.current = true
    requestAnimationFrame(() => element.scrollIntoView({ block: 'center' }))
  }, [])
}
