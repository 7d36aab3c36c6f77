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
import { candidatesFor, standingIn } from './candidates.ts'
import type { Transcript } from './foresee.ts'
import { HandPlace } from './HandPlace.tsx'

interface PlacingProps {
  waiting: Unplaced
  /** It was placed or given up. */
  onGone: () => void
}

export function Placing({ waiting, onGone }: PlacingProps) {
  const { id, document, documentName, start } = waiting
  const transcript = useAsk('documents.read', { document }).data
  const place = useDo('importing.place')
  const discard = useDo('importing.discard')
  const isBusy = place.isPending || discard.isPending
  const candidates = useMemo(
    () => (transcript === undefined ? [] : placesFor(transcript, waiting)),
    [transcript, waiting],
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
        <h2>Where it may be now</h2>
        {candidates.length === 0 ? (
          <p className="correct-quiet">Nothing stands in its place, and no sentence shares enough words.</p>
        ) : null}
        <ul className="correct-candidates">
          {candidates.map(({ why, ...span }) => (
            <li key={`${span.start} ${span.end}`}>
              <span>
                <q>{transcript?.text.slice(span.start, span.end)}</q>
                <span className="correct-why">{why}</span>
              </span>
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

interface Place extends Span {
  why: string
}

/** What stands where it was, then the words most like it. */
function placesFor({ text, turns }: Transcript, waiting: Unplaced): Place[] {
  const there = standingIn(text, turns, waiting)
  const alike = candidatesFor(text, turns, waiting).filter(
    ({ start, end }) => there === null || end <= there.start || there.end <= start,
  )
  return [
    ...(there === null ? [] : [{ ...there, why: 'Stands where it was' }]),
    ...alike.map(({ start, end }) => ({ start, end, why: 'Shares words with it' })),
  ]
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
