/** Passages whose words a corrected transcript no longer holds: each is placed by hand or given up, and both can be undone. */
import { useState } from 'react'
import type { DocumentRow } from '../../core/contract/documents.ts'
import { glimpse } from '../../core/text/glimpse.ts'
import { formatRoute } from '../app/routes.ts'
import { useAsk, useDo } from '../data.ts'
import { keepFocus } from '../import/keep-focus.ts'
import { counted } from '../import/words.ts'
import { Breadcrumbs } from '../ui/Breadcrumbs.tsx'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { GridList, GridListItem } from '../ui/List.tsx'
import { Panes } from '../ui/Panes.tsx'
import { Placing } from './Placing.tsx'

interface UnplacedPageProps {
  /** Null for those of all transcripts. */
  document: DocumentRow | null
}

/** The list takes over from the button that led to it. */
const FOCUSED = { autoFocus: true }

export function UnplacedPage({ document }: UnplacedPageProps) {
  const unplaced = useAsk('importing.unplaced', document === null ? {} : { document: document.document }).data
    ?.unplaced
  const discard = useDo('importing.discard')
  const [chosen, setChosen] = useState<number | null>(null)
  if (unplaced === undefined) return null
  if (unplaced.length === 0) return <Nothing document={document} />
  const at = Math.max(
    0,
    unplaced.findIndex(({ id }) => id === chosen),
  )
  const current = unplaced[at]
  const next = unplaced[at + 1] ?? unplaced[at - 1]
  const list = (
    <div className="correct-waiting">
      <header className="correct-head">
        <Breadcrumbs items={crumbs(document)} />
        <h2>{counted(unplaced.length, 'passage')} to place</h2>
        <p>Their words are no longer in the transcript. Codes and memos wait here until you decide.</p>
      </header>
      <GridList
        label="Passages to place"
        className="correct-waiting-list"
        items={unplaced}
        {...FOCUSED}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={current === undefined ? [] : [current.id]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : [...keys]
          if (key !== undefined) setChosen(Number(key))
        }}
      >
        {({ id, quote, documentName, codes }) => (
          <GridListItem id={id} textValue={quote} className="correct-waiting-item">
            <q>{glimpse(quote, 120)}</q>
            <span className="correct-quiet">
              {documentName} · {codes.map(({ name }) => name).join(', ') || 'no code'}
            </span>
          </GridListItem>
        )}
      </GridList>
      {unplaced.length < 2 ? null : (
        <footer className="correct-foot">
          <Button
            look="quiet"
            isDisabled={discard.isPending}
            onPress={() => discard.mutate({ unplaced: unplaced.map(({ id }) => id) })}
          >
            Give up all {unplaced.length}
          </Button>
        </footer>
      )}
    </div>
  )
  return (
    <Panes
      id="unplaced"
      panes={[
        { id: 'waiting', title: 'Passages', width: 320, minWidth: 220, content: list },
        {
          id: 'place',
          title: 'Place',
          minWidth: 360,
          content:
            current === undefined ? null : (
              <Placing
                key={current.id}
                waiting={current}
                onGone={() => {
                  setChosen(next?.id ?? null)
                  keepFocus('.correct-candidates', '.correct-placing')
                }}
              />
            ),
        },
      ]}
    />
  )
}

function Nothing({ document }: UnplacedPageProps) {
  const to =
    document === null
      ? { room: 'code' as const }
      : { room: 'code' as const, path: [String(document.document)] }
  return (
    <EmptyState
      title="Every passage has its place"
      actions={
        <a href={formatRoute(to)}>{document === null ? 'Go to the transcripts' : `Go to ${document.name}`}</a>
      }
    >
      <p>Passages come here when a corrected transcript no longer holds their words.</p>
    </EmptyState>
  )
}

const crumbs = (document: DocumentRow | null) => [
  { title: 'Code', href: formatRoute({ room: 'code' }) },
  ...(document === null
    ? []
    : [{ title: document.name, href: formatRoute({ room: 'code', path: [String(document.document)] }) }]),
  { title: 'To place' },
]
