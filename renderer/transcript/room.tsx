/** Reading and coding transcripts: the list, the text, and what is on this turn. */
import { useCallback, useMemo } from 'react'
import type { Passage } from '../../core/contract/codings.ts'
import type { DocumentRow } from '../../core/contract/documents.ts'
import type { ProjectSettings } from '../../core/contract/project.ts'
import { formatRoute, type RoomProps } from '../app/routes.ts'
import { back, go } from '../app/router.ts'
import { useAsk, useSession } from '../data.ts'
import { DocumentList } from '../documents/DocumentList.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useHiddenPanes } from '../ui/hidden-panes.ts'
import { Panes, type Pane } from '../ui/Panes.tsx'
import { useStore, type Store } from '../ui/store.ts'
import { BesidePane } from './BesidePane.tsx'
import { useCodes, type Codes } from './data/codes.ts'
import { withoutGone, type Filter } from './data/filter.ts'
import { remember, type Memory } from './data/memory.ts'
import { useMemory } from './data/use-memory.ts'
import { PrintView } from './print/PrintView.tsx'
import { ReaderPane } from './ReaderPane.tsx'
import { SidePane } from './side/SidePane.tsx'
import { useAskedPlace, useKeysInText } from './use-arriving.ts'
import { useBookmarkCommands } from './use-bookmarks.ts'
import { useCodingCommands } from './use-coding-commands.ts'
import { useDesks } from './use-desks.ts'
import { useFirstPage } from './use-first-page.ts'
import { useReading } from './use-reading.ts'
import { useSuggesting } from './use-suggesting.ts'
import { useRoomCommands } from './use-room-commands.ts'

const PANES = 'code'

export default function TranscriptRoom({ route }: RoomProps) {
  const info = useAsk('project.info', {}).data
  const list = useAsk('documents.list', {}).data?.documents
  const memory = useMemory()
  if (info === undefined || list === undefined || memory === undefined) return null
  if (list.length === 0) return <NoTranscripts />
  return (
    <Workspace key={info.created} memory={memory} settings={info.settings} documents={list} route={route} />
  )
}

function NoTranscripts() {
  return (
    <EmptyState
      title="No transcripts yet"
      actions={<a href={formatRoute({ room: 'import' })}>Import transcripts</a>}
    >
      <p>Import interviews and workshops to start coding.</p>
    </EmptyState>
  )
}

interface WorkspaceProps extends RoomProps {
  memory: Store<Memory>
  settings: ProjectSettings
  documents: readonly DocumentRow[]
}

function Workspace({ memory, settings, documents, route }: WorkspaceProps) {
  const codes = useCodes()
  const { coders, me } = useCoders()
  const { filter, onFilter } = useFilter(memory, codes, coders)
  const asked = { codes, filter, memory, coder: me, hasSuggestions: settings.suggestions }
  const desks = useDesks({ ...asked, documents, route })
  const { main, beside, desk, row, besideRow, hasFocus, onFocusChange } = desks
  useAskedPlace(main, route.query.at)
  useKeysInText(main)
  useReading({ desk, hasFocus })
  useCodingCommands(desk, codes, memory)
  useBookmarkCommands(desk)
  const suggesting = useSuggesting(desk, codes)
  const isFirstSeen = useFirstPage()
  const { isHidden } = useHiddenPanes(PANES)
  const { isAlone } = useRoomCommands({ ...desks, documents, route, panes: PANES })

  if (route.query.print !== undefined && main !== null) {
    return <PrintView desk={main} row={row} codes={codes.byId} onClose={back} />
  }
  const common = { codes, coders, memory, filter, onFilter, snapTo: settings.snap, isAlone, onFocusChange }
  const transcripts: Pane = {
    id: 'transcripts',
    title: 'Transcripts',
    width: 200,
    minWidth: 140,
    isHidden: isAlone || isHidden('left'),
    content: <DocumentList documents={documents} current={row?.document ?? null} onOpen={openTranscript} />,
  }
  const reader: Pane = {
    id: 'reader',
    title: 'Transcript',
    minWidth: 320,
    content:
      main === null ? null : (
        <ReaderPane
          {...common}
          side="main"
          desk={main}
          row={row}
          isActive={desk === main && beside !== null}
        />
      ),
  }
  const second: Pane = {
    id: 'beside',
    title: 'Second transcript',
    width: 420,
    minWidth: 280,
    content:
      beside === null ? null : (
        <BesidePane
          {...common}
          desk={beside}
          row={besideRow}
          isActive={desk === beside}
          documents={documents}
          route={route}
          main={row}
        />
      ),
  }
  const here: Pane = {
    id: 'here',
    title: 'This turn and codebook',
    width: 288,
    minWidth: 220,
    isHidden: isAlone || isHidden('right'),
    content:
      desk === null || !isFirstSeen ? null : (
        <SidePane desk={desk} codes={codes} coders={coders} suggesting={suggesting} />
      ),
  }
  return <Panes id={PANES} panes={[transcripts, reader, ...(beside === null ? [] : [second]), here]} />
}

const openTranscript = (document: DocumentRow['document']): void =>
  go({ room: 'code', path: [String(document)] })

/** Who codes in this study, by id, and which of them is at the keyboard; null before their first coding. */
function useCoders() {
  const list = useAsk('project.coders', {}).data?.coders
  const coders = useMemo(() => new Map(list?.map(({ id, name }) => [id, name])), [list])
  const { coder } = useSession()
  return { coders, me: list?.find(({ name }) => name === coder)?.id ?? null }
}

function useFilter(memory: Store<Memory>, codes: Codes, coders: ReadonlyMap<Passage['coder'], string>) {
  const kept = useStore(memory, ({ filter }) => filter)
  const filter = useMemo(() => withoutGone(kept, { codes: codes.byId, coders }), [kept, codes, coders])
  const onFilter = useCallback((next: Filter) => remember(memory, { filter: next }), [memory])
  return { filter, onFilter }
}
