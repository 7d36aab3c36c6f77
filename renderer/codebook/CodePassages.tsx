/** The passages of a code: all of them, those under an older definition to confirm, or some to split off. */
import { useState } from 'react'
import type { Code } from '../../core/contract/codebook.ts'
import { PAGE, PassageList } from '../evidence/PassageList.tsx'
import type { EvidencePlace } from '../evidence/place.ts'
import { useAsk, useDo } from '../data.ts'
import { Button } from '../ui/Button.tsx'
import { Segments } from '../ui/Choice.tsx'
import { ProgressBar } from '../ui/Progress.tsx'
import { SplitBar } from './SplitBar.tsx'
import { passagesInWords } from './words.ts'

export type PassagesView = 'all' | 'older' | 'split'

interface CodePassagesProps {
  code: Code
  older: number
  hasChildren: boolean
  view: PassagesView
  onView: (view: PassagesView) => void
  onSplit: (made: Code['id']) => void
  place: EvidencePlace
}

/** Give it a key of the code. */
export function CodePassages(props: CodePassagesProps) {
  const { code, older, hasChildren, view, onView, onSplit, place } = props
  return (
    <section className="codebook-passages" aria-label={`Passages of ${code.name}`}>
      {older === 0 || view === 'split' ? null : (
        <Segments
          label="Which passages"
          className="codebook-views"
          options={[
            { id: 'all', label: 'All' },
            { id: 'older', label: `Older definition ${older}` },
          ]}
          value={view}
          onChange={onView}
        />
      )}
      {view === 'older' && older > 0 ? (
        <OlderPassages code={code} place={place} />
      ) : view === 'split' ? (
        <SplitPassages code={code} place={place} onSplit={onSplit} onClose={() => onView('all')} />
      ) : (
        <AllPassages code={code} hasChildren={hasChildren} place={place} />
      )}
    </section>
  )
}

interface ListProps {
  code: Code
  place: EvidencePlace
}

function AllPassages({ code, hasChildren, place }: ListProps & { hasChildren: boolean }) {
  const [offset, setOffset] = useState(0)
  const { data, error } = useAsk(
    'search.retrieve',
    { query: { codes: [code.id] }, offset, limit: PAGE },
    { keep: true },
  )
  if (error) return <p className="codebook-note">{error.message}</p>
  if (!data) return <ProgressBar label="Finding the passages" />
  return (
    <>
      <h3 className="codebook-passages-head">
        {passagesInWords(data.total)}
        {hasChildren ? <span className="codebook-quiet"> with the codes under it</span> : null}
      </h3>
      {data.total === 0 ? (
        <p className="codebook-note">
          Nothing is coded with it yet. Select words in a transcript and press the code’s key, or C for any.
        </p>
      ) : (
        <PassageList
          label={`Passages of ${code.name}`}
          passages={data.passages}
          total={data.total}
          offset={offset}
          onOffset={setOffset}
          place={place}
        />
      )}
    </>
  )
}

function OlderPassages({ code, place }: ListProps) {
  const [offset, setOffset] = useState(0)
  const { data, error } = useAsk('codebook.stale', { code: code.id, offset, limit: PAGE }, { keep: true })
  const confirm = useDo('codebook.confirm')
  if (error) return <p className="codebook-note">{error.message}</p>
  if (!data) return <ProgressBar label="Finding the passages" />
  const codingOf = new Map(data.codings.map(({ passage, coding }) => [passage.passage, coding]))
  return (
    <>
      <div className="codebook-older">
        <p>
          Read each under definition {code.version}: confirm what still holds, open and change what does not.
        </p>
        <Button onPress={() => confirm.mutate({ code: code.id })}>Confirm all {data.total}</Button>
      </div>
      <PassageList
        label={`Passages of ${code.name} under an older definition`}
        passages={data.codings.map(({ passage }) => passage)}
        total={data.total}
        offset={offset}
        onOffset={setOffset}
        place={place}
        renderActions={({ passage }) => {
          const coding = codingOf.get(passage)
          return coding === undefined ? null : (
            <Button look="quiet" onPress={() => confirm.mutate({ codings: [coding] })}>
              Confirm
            </Button>
          )
        }}
      />
    </>
  )
}

interface SplitPassagesProps extends ListProps {
  onSplit: (made: Code['id']) => void
  onClose: () => void
}

function SplitPassages({ code, place, onSplit, onClose }: SplitPassagesProps) {
  const [offset, setOffset] = useState(0)
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const { data } = useAsk(
    'search.retrieve',
    { query: { codes: [code.id], below: false }, offset, limit: PAGE },
    { keep: true },
  )
  if (!data) return <ProgressBar label="Finding the passages" />
  const here = new Set<number>(data.passages.map(({ passage }) => passage))
  const choose = (ticked: ReadonlySet<number>) =>
    setChosen(new Set([...chosen].filter((id) => !here.has(id)).concat([...ticked])))
  return (
    <>
      <SplitBar code={code} chosen={chosen} onSplit={onSplit} onClose={onClose} />
      <PassageList
        label={`Passages of ${code.name} to split off`}
        passages={data.passages}
        total={data.total}
        offset={offset}
        onOffset={setOffset}
        place={place}
        choice={{ chosen, onChoose: choose }}
      />
    </>
  )
}
