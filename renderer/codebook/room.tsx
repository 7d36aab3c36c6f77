/** The codebook: a tree to keep in order, each code's meaning, and the passages it stands on. */
import { useMemo, useState } from 'react'
import { useCommands, type CommandHandlers } from '../app/registry.ts'
import { replaceRoute } from '../app/router.ts'
import type { Route, RoomProps } from '../app/routes.ts'
import { useDo } from '../data.ts'
import { evidencePlace } from '../evidence/place.ts'
import { Panes, useForward } from '../ui/Panes.tsx'
import { CodeDetail } from './CodeDetail.tsx'
import { CodePassages, type PassagesView } from './CodePassages.tsx'
import { CodeTree } from './CodeTree.tsx'
import { MergeDialog } from './MergeDialog.tsx'
import { NamePopover } from './NamePopover.tsx'
import { Overview } from './Overview.tsx'
import { chosenIn, placeOf } from './place.ts'
import { ReadDialog } from './ReadDialog.tsx'
import { Several } from './Several.tsx'
import { areSameKind } from './kinds.ts'
import { FILTER_ID, TreeBar } from './TreeBar.tsx'
import { neighbourOf, type NodeKey } from './tree.ts'
import { codesOf, useCodebook, type Codebook } from './use-codebook.ts'
import { HEADING_ID, useNaming, type Naming } from './use-naming.ts'
import { useReveal, useRows } from './use-rows.ts'
import { childKind } from './words.ts'
import './codebook.css'

type Asked = 'nothing' | 'merge' | 'read'

export default function CodebookRoom({ route }: RoomProps) {
  const book = useCodebook()
  const chosen = useMemo(() => chosenIn(route, book.codes), [route, book.codes])
  const { selected, several, select } = useSelection(book, chosen)
  const code = typeof chosen === 'number' ? book.byId.get(chosen) : undefined
  const rows = useRows(book, code)
  const naming = useNaming(book.byId, choose)
  const { question, frame, close } = naming
  useReveal(frame, chosen)
  const [asked, setAsked] = useState<Asked>('nothing')
  const { forward, bring } = useForward()
  const onMerge = several.length > 0 && areSameKind(several) && (() => setAsked('merge'))
  useCommands(useAnswers({ book, chosen, naming, route, onMerge }))

  const tree = (
    <div ref={frame} className="codebook-side">
      <TreeBar filter={rows.filter} onFilter={rows.setFilter} onRead={() => setAsked('read')} />
      <CodeTree
        nodes={rows.nodes}
        selected={selected}
        expanded={rows.expanded}
        onExpanded={rows.setExpanded}
        older={book.older}
        actions={{ select, open: () => bring('code', findDetails), canDrop: book.canDrop, drop: book.drop }}
      />
      {rows.nodes.length === 0 ? <p className="codebook-note">No code matches.</p> : null}
    </div>
  )
  return (
    <>
      <Panes
        id="codebook"
        forward={forward}
        panes={[
          { id: 'tree', title: 'Codebook', width: 376, minWidth: 260, content: tree },
          {
            id: 'code',
            title: 'Code',
            minWidth: 320,
            content:
              several.length > 1 ? (
                <Several codes={several} onChoose={(key) => select([key])} />
              ) : (
                <Detail route={route} {...{ book, chosen, rows }} />
              ),
          },
          {
            id: 'passages',
            title: 'Passages',
            width: 384,
            minWidth: 280,
            isHidden: code === undefined || several.length > 1,
            content:
              code && several.length < 2 ? <Passages key={code.id} {...{ route, book, code }} /> : null,
          },
        ]}
      />
      <NamePopover question={question} onClose={close} />
      <MergeDialog
        chosen={asked === 'merge' ? several : []}
        codes={book.codes}
        onMerged={({ id }) => select([id])}
        onClose={() => setAsked('nothing')}
      />
      <ReadDialog isOpen={asked === 'read'} onClose={() => setAsked('nothing')} />
    </>
  )
}

const choose = (key: NodeKey): void => replaceRoute(placeOf(key))
const findDetails = () => document.getElementById(HEADING_ID)
const show = (route: Route, view: PassagesView): void =>
  replaceRoute({ ...route, query: view === 'all' ? {} : { view } })

/** The chosen row is in the address; more rows, chosen with it, are not. */
function useSelection({ byId }: Codebook, chosen: NodeKey | null) {
  const [more, setMore] = useState<readonly NodeKey[]>([])
  const isTogether = more.length > 1 && chosen !== null && more.includes(chosen)
  const keys = isTogether ? more : chosen === null ? [] : [chosen]
  const select = (next: readonly NodeKey[]) => {
    setMore(next)
    const [first] = next
    if (first !== undefined && (next.length === 1 || chosen === null || !next.includes(chosen))) choose(first)
  }
  return { selected: new Set(keys), several: codesOf(byId, keys), select }
}

interface DetailProps {
  route: Route
  book: Codebook
  chosen: NodeKey | null
  rows: ReturnType<typeof useRows>
}

function Detail({ route, book, chosen, rows }: DetailProps) {
  const code = typeof chosen === 'number' ? book.byId.get(chosen) : undefined
  return code === undefined ? (
    <Overview
      nodes={rows.all}
      codes={book.byId}
      older={book.older}
      family={typeof chosen === 'string' ? chosen : null}
    />
  ) : (
    <CodeDetail
      key={code.id}
      code={code}
      codes={book.codes}
      byId={book.byId}
      older={book.older.get(code.id) ?? 0}
      onReviewOlder={() => show(route, 'older')}
    />
  )
}

const VIEWS: readonly PassagesView[] = ['all', 'older', 'split']

function Passages({
  route,
  book,
  code,
}: Pick<DetailProps, 'route' | 'book'> & { code: Codebook['codes'][number] }) {
  return (
    <CodePassages
      code={code}
      older={book.older.get(code.id) ?? 0}
      hasChildren={book.codes.some(({ parent }) => parent === code.id)}
      view={VIEWS.find((view) => view === route.query['view']) ?? 'all'}
      onView={(view) => show(route, view)}
      onSplit={choose}
      place={evidencePlace(route)}
    />
  )
}

interface AnswersProps extends Pick<DetailProps, 'route' | 'book' | 'chosen'> {
  naming: Naming
  onMerge: false | (() => void)
}

/** What each command does to the row that is chosen. */
function useAnswers({ book, chosen, naming, route, onMerge }: AnswersProps): CommandHandlers {
  const archive = useDo('codebook.archive')
  const remove = useDo('codebook.remove')
  const code = typeof chosen === 'number' ? book.byId.get(chosen) : undefined
  const everywhere: CommandHandlers = {
    'codebook.new': () => naming.addBeside(chosen),
    'codebook.filter': () => document.getElementById(FILTER_ID)?.querySelector('input')?.focus(),
  }
  if (chosen === null) return everywhere
  const moves: CommandHandlers = {
    'codebook.up': book.step(chosen, 'up'),
    'codebook.down': book.step(chosen, 'down'),
    'codebook.in': book.step(chosen, 'in'),
    'codebook.out': book.step(chosen, 'out'),
  }
  if (code === undefined) return { ...everywhere, ...moves }
  const isHolding = book.codes.some(({ parent }) => parent === code.id)
  const takeAway = () => {
    const next = neighbourOf(book.codes, code)
    remove.mutate({ code: code.id }, { onSuccess: () => choose(next) })
  }
  return {
    ...everywhere,
    ...moves,
    'codebook.child': childKind(code) !== null && (() => naming.addUnder(code)),
    'codebook.rename': () => naming.rename(code),
    'codebook.merge': onMerge,
    'codebook.split': code.used > 0 && (() => show(route, 'split')),
    'codebook.archive': () => archive.mutate({ code: code.id, archived: !code.archived }),
    'codebook.remove': !isHolding && takeAway,
  }
}
