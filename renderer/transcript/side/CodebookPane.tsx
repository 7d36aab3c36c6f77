/** The codebook beside the text: filter it, press a code to code the selection, or drag one onto the words. */
import { memo, useDeferredValue, useMemo, useState, type DragEvent } from 'react'
import type { Code } from '../../../core/contract/codebook.ts'
import { familyName, FamilyMark } from '../../ui/Code.tsx'
import { SearchField } from '../../ui/Field.tsx'
import { FAMILY_ORDER, offersFor } from '../palette/rank.ts'
import { DRAGGED_CODE } from '../reader/use-drop.ts'

interface CodebookPaneProps {
  codes: readonly Code[]
  onCode: (code: Code) => void
}

export const CODEBOOK_FILTER_ID = 'codebook-filter'

export const CodebookPane = memo(function CodebookPane({ codes, onCode }: CodebookPaneProps) {
  const [query, setQuery] = useState('')
  const wanted = useDeferredValue(query)
  const groups = useMemo(
    () =>
      offersFor(codes, { query: wanted, family: null, recent: [] }).filter(({ title }) => title !== 'Recent'),
    [codes, wanted],
  )
  return (
    <section className="side-part codebook-pane" aria-labelledby="codebook-pane">
      <div id={CODEBOOK_FILTER_ID} className="side-title codebook-head">
        <h2 id="codebook-pane">Codebook</h2>
        <SearchField label="Filter the codebook" placeholder="Filter" value={query} onChange={setQuery} />
      </div>
      {groups.map(({ title, codes }) =>
        title === 'Recent' ? null : (
          <CodeGroup
            key={title}
            title={familyName(title)}
            codes={codes}
            isOpen={wanted !== '' || title === FAMILY_ORDER[1]}
            onCode={onCode}
          />
        ),
      )}
      {groups.length === 0 ? <p className="side-none">No code matches.</p> : null}
    </section>
  )
})

interface CodeGroupProps {
  title: string
  codes: readonly Code[]
  isOpen: boolean
  onCode: (code: Code) => void
}

const NONE: readonly Code[] = []

const CodeGroup = memo(function CodeGroup({ title, codes, isOpen, onCode }: CodeGroupProps) {
  // A closed group is not drawn: there are far more codes than are in sight.
  const [isDrawn, setDrawn] = useState(isOpen)
  return (
    <details
      className="code-group"
      open={isOpen}
      onToggle={({ currentTarget }) => setDrawn(isDrawn || currentTarget.open)}
    >
      <summary>
        {title} <span className="side-count">{codes.length}</span>
      </summary>
      <ul>
        {(isDrawn || isOpen ? codes : NONE).map((code) => (
          <li key={code.id}>
            <button
              type="button"
              className="code-button"
              draggable
              title={code.definition}
              onDragStart={(event) => carry(event, code)}
              onClick={() => onCode(code)}
            >
              <FamilyMark family={code.family} code={code} />
              <span className="code-name">{code.name}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
})

function carry(event: DragEvent, code: Code): void {
  event.dataTransfer.setData(DRAGGED_CODE, String(code.id))
  event.dataTransfer.effectAllowed = 'copy'
}
