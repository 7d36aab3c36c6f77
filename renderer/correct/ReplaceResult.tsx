/** What a new version of the file would do: to the passages, to the speakers, and how it was read. */
import type { ReactNode } from 'react'
import type { DocumentRow } from '../../core/contract/documents.ts'
import { useAsk } from '../data.ts'
import type { Choices } from '../import/choices.ts'
import type { ReadAs } from '../import/desk.ts'
import { LayoutChoice } from '../import/LayoutChoice.tsx'
import { Questions } from '../import/Questions.tsx'
import { Speakers } from '../import/Speakers.tsx'
import { counted, layoutSentence, sizeWords } from '../import/words.ts'
import { Difference } from './Difference.tsx'
import type { Found } from './use-replacement.ts'

interface ReplaceResultProps {
  document: DocumentRow['document']
  found: Found
  choices: Choices
  onChoose: (said: Partial<Choices>) => void
  onReread: (as: ReadAs) => void
}

/** Passages shown of each kind. */
const MOST = 200

export function ReplaceResult({ document, found, choices, onChoose, onReread }: ReplaceResultProps) {
  const { preview, moved, changed, unplaced } = found
  const known = useAsk('documents.read', { document }).data?.speakers ?? []
  const labels = new Set(known.map(({ label }) => label))
  const fresh = preview.speakers.filter(({ label }) => !labels.has(label))
  const gone = known.filter(({ label }) => !preview.speakers.some((speaker) => speaker.label === label))
  return (
    <>
      <section className="correct-section">
        <h3>{preview.file}</h3>
        <p className="correct-quiet">
          {layoutSentence(preview)} · {sizeWords(preview)}
        </p>
      </section>
      <Outcome moved={moved} />
      <Questions preview={preview} choices={choices} onChoose={onChoose} />
      {fresh.length === 0 ? null : (
        <section className="correct-section">
          <h3>New names in this version</h3>
          <p className="correct-quiet">
            {gone.length === 0
              ? 'Nobody of these names was in the transcript.'
              : `No longer in it: ${gone.map(({ label }) => label).join(', ')}. Give a new name the old spelling to keep what was decided about that speaker.`}
          </p>
          <Speakers preview={{ ...preview, speakers: fresh }} choices={choices} onChoose={onChoose} />
        </section>
      )}
      <Quotes title="Cannot be placed" count={moved.unplaced} shown={unplaced.length}>
        {unplaced.map(({ passage, quote }) => (
          <li key={passage}>
            <q>{quote}</q>
          </li>
        ))}
      </Quotes>
      <Quotes title="Hold edited words" count={moved.changed} shown={changed.length}>
        {changed.map(({ passage, before, after }) => (
          <li key={passage}>
            <Difference before={before} after={after} />
          </li>
        ))}
      </Quotes>
      <LayoutChoice preview={preview} isBusy={false} onReread={onReread} />
    </>
  )
}

function Outcome({ moved: { kept, changed, merged, unplaced } }: Pick<Found, 'moved'>) {
  const total = kept + changed + merged + unplaced
  if (total === 0) return <p>The transcript has no passages yet, so nothing has to follow.</p>
  return (
    <dl className="correct-outcome" aria-label={`Of ${counted(total, 'passage')}`}>
      <div>
        <dt>keep their words</dt>
        <dd>{kept}</dd>
      </div>
      <div>
        <dt>hold edited words</dt>
        <dd>{changed}</dd>
      </div>
      {merged === 0 ? null : (
        <div>
          <dt>come to the same place as another</dt>
          <dd>{merged}</dd>
        </div>
      )}
      <div data-open={unplaced > 0 || undefined}>
        <dt>cannot be placed</dt>
        <dd>{unplaced}</dd>
      </div>
    </dl>
  )
}

interface QuotesProps {
  title: string
  count: number
  shown: number
  children: ReactNode
}

function Quotes({ title, count, shown, children }: QuotesProps) {
  if (count === 0) return null
  return (
    <section className="correct-section">
      <h3>
        {title} <span className="correct-quiet">{count}</span>
      </h3>
      <ul className="correct-quotes">{children}</ul>
      {count > shown ? <p className="correct-quiet">The first {MOST} are shown.</p> : null}
    </section>
  )
}
