/** Finding: words in transcripts, and passages by what is coded on them. */
import { useCommands } from '../app/registry.ts'
import { go } from '../app/router.ts'
import type { RoomProps } from '../app/routes.ts'
import { Segments } from '../ui/Choice.tsx'
import { FIELD_ID } from './FindBar.tsx'
import { PassagesPage } from './PassagesPage.tsx'
import { WordsPage } from './WordsPage.tsx'
import './search.css'

const PAGES = [
  { id: 'words', label: 'Transcripts' },
  { id: 'passages', label: 'Coded passages' },
] as const
type PageId = (typeof PAGES)[number]['id']

export default function SearchRoom({ route }: RoomProps) {
  const page: PageId = route.path[0] === 'passages' ? 'passages' : 'words'
  const turnTo = (next: PageId) => go({ room: 'search', path: next === 'words' ? [] : [next] })
  useCommands({
    'search.tab': () => turnTo(page === 'words' ? 'passages' : 'words'),
    'search.field':
      page === 'words' && (() => document.getElementById(FIELD_ID)?.querySelector('input')?.focus()),
  })
  const tabs = <Segments label="What to search" options={PAGES} value={page} onChange={turnTo} />
  return page === 'words' ? (
    <WordsPage route={route} tabs={tabs} />
  ) : (
    <div className="search-by-codes">
      <div className="search-tabs">{tabs}</div>
      <PassagesPage route={route} />
    </div>
  )
}
