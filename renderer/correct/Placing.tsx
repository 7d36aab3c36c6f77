/** One passage without a place: what it was, where it may be now, and the words chosen for it. */
import { useMemo } from 'react'
import type { Unplaced } from '../../core/contract/importing.ts'
import type { Span } from '../../core/text/spans.ts'
import { formatRoute } from '../app/routes.ts'
import { useAsk, useDo } from '../data.ts'
import { counted } from '../import/words.ts'
import { useCodes } from '../transcript/data/codes.ts'
import { Button } from '../ui/Button.tsx'
import { CodeChip } from '../ui/Code.tsx'
import { candidatesFor } from './candidates.ts'
import { HandPlace } from './HandPlace.tsx'

interface PlacingProps {
  waiting: Unplaced
  /** It was placed or given up. */
  onGone: () => void
}

export function Placing({ waiting, onGone }: PlacingProps) {
  const { id, document, documentName, start, quote } = waiting
  const transcript = useAsk('documents.read', { document }).data
  const place = useDo('importing.place')
  const discard = useDo('importing.discard')
  const isBusy = place.isPending || discard.isPending
  const candidates = useMemo(
    () =>
      transcript === undefined ? [] : candidatesFor(transcript.text, transcript.turns, { quote, start }),
    [transcript, quote, start],
  )
  const putOn = ({ start: from, end }: Span) =>
    place.mutate({ unplaced: id, start: from, end }, { onSuccess: onGone })
  return (
    <article className="correct-placing">
      <Lost waiting={waiting} />
      <div className="correct-actions">
        <a href={formatRoute({ room: 'code', path: [String(document)], query: { at: String(start) } })}>
          Open {documentName} near its old place
        </a>
        <Button
          look="danger"
          isDisabled={isBusy}
          onPress={() => discard.mutate({ unplaced: [id] }, { onSuccess: onGone })}
        >
          Give it up
        </Button>
      </div>
      <section className="correct-section">
        <h2>Words most like it</h2>
        {candidates.length === 0 ? <p className="correct-quiet">No sentence shares enough words.</p> : null}
        <ul className="correct-candidates">
          {candidates.map((span) => (
            <li key={span.start}>
              <q>{transcript?.text.slice(span.start, span.end)}</q>
              <Button isDisabled={isBusy} onPress={() => putOn(span)}>
                Place here
              </Button>
            </li>
          ))}
        </ul>
      </section>
      {transcript === undefined ? null : (
        <HandPlace transcript={transcript} near={start} isBusy={isBusy} onPlace={putOn} />
      )}
    </article>
  )
}

function Lost({ waiting }: { waiting: Unplaced }) {
  const { quote, prefix, suffix, codes, coder, memos } = waiting
  const known = useCodes()
  return (
    <section className="correct-lost">
      <h2>What it was</h2>
      <blockquote>
        <span className="correct-context">…{prefix}</span>
        <mark>{quote}</mark>
        <span className="correct-context">{suffix}…</span>
      </blockquote>
      <p className="correct-codes">
        {codes.map(({ id, code, name, intensity }) => {
          const found = id === null ? undefined : known.byId.get(id)
          return found === undefined ? (
            <span key={code} className="correct-quiet">
              {name}, no longer in the codebook
            </span>
          ) : (
            <CodeChip key={code} code={found} intensity={intensity} />
          )
        })}
        <span className="correct-quiet">
          by {coder}
          {memos === 0 ? '' : ` · ${counted(memos, 'memo')}`}
        </span>
      </p>
    </section>
  )
}
