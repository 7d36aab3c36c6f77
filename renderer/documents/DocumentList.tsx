/** The transcripts of the study: residents and colleagues apart, how far each is coded, a filter. */
import { memo, useMemo, useState } from 'react'
import { Collection, Header, ListBoxSection } from 'react-aria-components'
import type { DocumentRow } from '../../core/contract/documents.ts'
import { SearchField } from '../ui/Field.tsx'
import { ListBox, ListBoxItem } from '../ui/List.tsx'
import { groupDocuments } from './groups.ts'
import './DocumentList.css'

interface DocumentListProps {
  documents: readonly DocumentRow[]
  current: DocumentRow['document'] | null
  onOpen: (document: DocumentRow['document']) => void
}

export const FILTER_ID = 'transcripts-filter'

export const DocumentList = memo(function DocumentList({ documents, current, onOpen }: DocumentListProps) {
  const [query, setQuery] = useState('')
  const groups = useMemo(() => groupDocuments(documents, query), [documents, query])
  return (
    <div className="documents">
      <div id={FILTER_ID} className="documents-filter">
        <SearchField label="Filter the transcripts" placeholder="Filter" value={query} onChange={setQuery} />
      </div>
      <ListBox
        label="Transcripts"
        className="documents-list"
        items={groups}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={current === null ? [] : [current]}
        onSelectionChange={(keys) => {
          const next = documents.find(({ document }) => keys !== 'all' && keys.has(document))
          if (next !== undefined) onOpen(next.document)
        }}
        renderEmptyState={() => <p className="documents-none">No transcript matches.</p>}
      >
        {(group) => (
          <ListBoxSection id={group.title}>
            <Header className="documents-group">
              {group.title} <span>{group.documents.length}</span>
            </Header>
            <Collection items={group.documents}>
              {(row) => (
                <ListBoxItem id={row.document} textValue={row.name} className="documents-row">
                  <span className="documents-name">{row.name}</span>
                  <Coded row={row} />
                </ListBoxItem>
              )}
            </Collection>
          </ListBoxSection>
        )}
      </ListBox>
    </div>
  )
})

const STATUS_WORDS = { imported: 'not started', coding: 'being coded', complete: 'complete' } as const

/** A small bar for the share coded; a tick in words once the transcript is complete. */
function Coded({ row }: { row: DocumentRow }) {
  const percent = Math.round(row.coded * 100)
  const words = `${STATUS_WORDS[row.status]}, ${percent} % coded`
  return (
    <span className="documents-coded" data-status={row.status} title={words}>
      <span className="hidden-visually">{words}</span>
      <span aria-hidden>
        {row.status === 'complete' ? '✓' : row.status === 'imported' ? '–' : `${percent} %`}
      </span>
    </span>
  )
}
