/** Searching the words of transcripts: one field, what was found in its context, coding all of it. */
import { useDeferredValue, useMemo, useState, type ReactNode } from 'react'
import { Highlighter } from 'lucide-react'
import type { Find } from '../../core/contract/search.ts'
import { useCommands } from '../app/registry.ts'
import { replaceRoute } from '../app/router.ts'
import type { Route } from '../app/routes.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ProgressBar } from '../ui/Progress.tsx'
import { CodeHits } from './CodeHits.tsx'
import { FindBar } from './FindBar.tsx'
import { readFind, writeFind } from './find.ts'
import { FoundList, RESULTS_ID } from './FoundList.tsx'
import { Pager } from './Pager.tsx'
import { PAGE, useFound } from './use-found.ts'
import { counted } from './words.ts'

interface WordsPageProps {
  route: Route
  /** The way to the room's other page. */
  tabs: ReactNode
}

export function WordsPage({ route, tabs }: WordsPageProps) {
  const find = useMemo(() => readFind(route.query), [route.query])
  const wanted = useDeferredValue(find)
  const [isCoding, setCoding] = useState(false)
  const change = (next: Partial<Find>) =>
    replaceRoute({ room: 'search', query: writeFind({ ...find, ...next }) })
  return (
    <div className="search-words">
      <search className="search-top">
        {tabs}
        <FindBar find={find} onFind={change} onLeave={toResults} />
      </search>
      {find.text.trim() === '' ? (
        <Examples mode={find.mode} onTry={(text) => change({ text })} />
      ) : (
        <Found find={wanted} onCode={() => setCoding(true)} />
      )}
      <CodeHits find={find} isOpen={isCoding} onClose={() => setCoding(false)} />
    </div>
  )
}

const toResults = (): void =>
  document.getElementById(RESULTS_ID)?.querySelector<HTMLElement>('[role=option]')?.focus()

interface FoundProps {
  find: Find
  onCode: () => void
}

function Found({ find, onCode }: FoundProps) {
  const [page, setPage] = useState({ find, offset: 0 })
  const offset = page.find === find ? page.offset : 0
  const { turns, total, more, error, isLooking } = useFound(find, offset)
  const isEmpty = turns !== null && turns.length === 0
  useCommands({ 'search.codeAll': turns !== null && turns.length > 0 && onCode })
  if (error !== null) return <p className="search-note search-problem">{error.message}</p>
  if (turns === null) return isLooking ? <ProgressBar label="Searching" /> : null
  if (isEmpty) {
    return (
      <EmptyState title="Nothing found">
        <p>Try fewer words, the beginning of a word and * (repair*), or another filter.</p>
      </EmptyState>
    )
  }
  return (
    <section className="search-found" aria-label="Found">
      <header className="search-found-head">
        <h2 aria-live="polite">
          {counted(total, 'turn')}
          {more ? ' and more' : ''}
        </h2>
        <Button icon={<Highlighter aria-hidden />} onPress={onCode}>
          Code all hits
        </Button>
      </header>
      <FoundList turns={turns} />
      <Pager offset={offset} total={total} page={PAGE} onMove={(next) => setPage({ find, offset: next })} />
    </section>
  )
}

const EXAMPLES = {
  words: [
    ['damp mould', 'both words, anywhere in a turn'],
    ['"ring back"', 'these words together'],
    ['repair*', 'repair, repairs, repaired'],
    ['damp OR mould', 'either'],
    ['damp -kitchen', 'damp without kitchen'],
    ['damp NEAR/5 mould', 'at most five words apart'],
  ],
  pattern: [
    [String.raw`\b(two|three) weeks?\b`, 'two weeks, three week'],
    [String.raw`£\d+`, 'sums of money'],
    [String.raw`\bre-?(ring|rang|rung)`, 'rering, re-rang'],
  ],
} as const

interface ExamplesProps {
  mode: Find['mode']
  onTry: (text: string) => void
}

function Examples({ mode, onTry }: ExamplesProps) {
  return (
    <section className="search-examples" aria-labelledby="search-examples">
      <h2 id="search-examples">{mode === 'words' ? 'Search for words' : 'Search by a regular expression'}</h2>
      <dl>
        {EXAMPLES[mode].map(([text, meaning]) => (
          <div key={text}>
            <dt>
              <button type="button" className="search-example" onClick={() => onTry(text)}>
                {text}
              </button>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <p>
        {mode === 'words'
          ? 'Capitals and accents do not matter. Words are looked for within one turn.'
          : 'Tried turn by turn. Look-behind and back-references are not available.'}
      </p>
    </section>
  )
}
