/** The passages that answer a question: to read or to compare in a table, and to save as a file. */
import { useState } from 'react'
import { ChevronDown, Download } from 'lucide-react'
import { replaceRoute } from '../app/router.ts'
import type { Route } from '../app/routes.ts'
import { useAsk, useDo } from '../data.ts'
import { PAGE, PassageList } from '../evidence/PassageList.tsx'
import { evidencePlace } from '../evidence/place.ts'
import { announce } from '../ui/announce.ts'
import { Button } from '../ui/Button.tsx'
import { Segments } from '../ui/Choice.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Menu, MenuFor, MenuItem } from '../ui/Menu.tsx'
import { ProgressBar } from '../ui/Progress.tsx'
import { saveFile } from '../ui/save-file.ts'
import type { Asked } from './query.ts'
import { ResultTable } from './ResultTable.tsx'
import { counted } from './words.ts'

interface ResultsProps {
  asked: Asked
  route: Route
}

const LOOKS = [
  { id: 'read', label: 'Read' },
  { id: 'table', label: 'Table' },
] as const

export function Results({ asked, route }: ResultsProps) {
  const [page, setPage] = useState({ asked, offset: 0 })
  const offset = page.asked === asked ? page.offset : 0
  const { data, error } = useAsk('search.retrieve', { query: asked, offset, limit: PAGE }, { keep: true })
  const place = evidencePlace(route)
  const look = route.query['look'] === 'table' ? 'table' : 'read'
  if (error) return <p className="search-note search-problem">{error.message}</p>
  if (!data) return <ProgressBar label="Finding the passages" />
  const shared = {
    passages: data.passages,
    total: data.total,
    offset,
    onOffset: (next: number) => setPage({ asked, offset: next }),
    place,
  }
  return (
    <section className="search-found" aria-label="Passages found">
      <header className="search-found-head">
        <h2 aria-live="polite">{counted(data.total, 'passage')}</h2>
        <Segments
          label="How passages are shown"
          options={LOOKS}
          value={look}
          onChange={(next) => {
            const { look: _, ...query } = route.query
            replaceRoute({ ...route, query: next === 'table' ? { ...query, look: next } : query })
          }}
        />
        <SaveMenu asked={asked} isDisabled={data.total === 0} />
      </header>
      {data.total === 0 ? (
        <EmptyState title="No passage answers this">
          <p>Take a condition off, or look in more transcripts.</p>
        </EmptyState>
      ) : look === 'table' ? (
        <ResultTable {...shared} />
      ) : (
        <PassageList label="Passages found" {...shared} />
      )}
    </section>
  )
}

function SaveMenu({ asked, isDisabled }: { asked: Asked; isDisabled: boolean }) {
  const make = useDo('search.retrieveFile', { quiet: true })
  const save = (format: 'csv' | 'md') =>
    make.mutate(
      { query: asked, format },
      {
        onSuccess: ({ name, bytes, rows, lost }) => {
          saveFile(name, bytes)
          announce([`Saved ${name} · ${counted(rows, 'passage')}`, ...lost].join('. '))
        },
      },
    )
  return (
    <MenuFor>
      <Button icon={<Download aria-hidden />} isDisabled={isDisabled || make.isPending}>
        Save
        <ChevronDown aria-hidden />
      </Button>
      <Menu label="Save the passages" placement="bottom end">
        <MenuItem onAction={() => save('csv')} description="One row for each passage, for Excel">
          CSV
        </MenuItem>
        <MenuItem onAction={() => save('md')} description="To read and paste into a report">
          Markdown
        </MenuItem>
      </Menu>
    </MenuFor>
  )
}
