/** Reading and coding transcripts: the list, the text, and what is on this turn. */
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { DocumentRow } from '../../core/contract/documents.ts'
import type { ProjectSettings } from '../../core/contract/project.ts'
import { caretAt } from '../../core/text/selection.ts'
import { formatRoute, type RoomProps } from '../app/routes.ts'
import { back, go } from '../app/router.ts'
import { useAsk, useSession } from '../data.ts'
import { DocumentList } from '../documents/DocumentList.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useHiddenPanes } from '../ui/hidden-panes.ts'
import { afterFrame } from '../ui/idle.ts'
import { Panes } from '../ui/Panes.tsx'
import { useStore, type Store } from '../ui/store.ts'
import { useCodes } from './data/codes.ts'
import { withoutGone, type Filter } from './data/filter.ts'
import { remember, type Memory } from './data/memory.ts'
import { useMemory } from './data/use-memory.ts'
import { PrintView } from './print/PrintView.tsx'
import { ReaderPane } from './ReaderPane.tsx'
import { SidePane } from './side/SidePane.tsx'
import { useBookmarkCommands } from './use-bookmarks.ts'
import { useCodingCommands } from './use-coding-commands.ts'
import { useDesk, type Desk, type Side } from './use-desk.ts'
import { useFirstPage } from './use-first-page.ts'
import { useReading } from './use-reading.ts'
import { useSuggesting } from './use-suggesting.ts'
import { openBeside, useRoomCommands } from './use-room-commands.ts'

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
  const coderList = useAsk('project.coders', {}).data?.coders
  const coders = useMemo(() => new Map(coderList?.map(({ id, name }) => [id, name])), [coderList])
  const kept = useStore(memory, ({ filter }) => filter)
  const filter = useMemo(() => withoutGone(kept, { codes: codes.byId, coders }), [kept, codes, coders])
  const onFilter = useCallback((next: Filter) => remember(memory, { filter: next }), [memory])
  const [focus, setFocus] = useState<{ side: Side; isIn: boolean }>({ side: 'main', isIn: false })
  const { isHidden } = useHiddenPanes(PANES)

  const rowOf = (id: string | number | null | undefined) =>
    documents.find(({ document }) => String(document) === String(id))
  const row = rowOf(route.path[0]) ?? rowOf(memory.get().document) ?? documents[0]
  const besideRow = rowOf(route.query.beside)
  const me = useSession().coder
  const coder = coderList?.find(({ name }) => name === me)?.id ?? null
  const asked = { codes, filter, memory, coder, hasSuggestions: settings.suggestions }
  const main = useDesk({ ...asked, side: 'main', document: row?.document ?? null })
  const beside = useDesk({ ...asked, side: 'beside', document: besideRow?.document ?? null })
  const desk = focus.side === 'beside' && beside !== null ? beside : main

  const current = row?.document
  useEffect(() => {
    if (current !== undefined) remember(memory, { document: current })
  }, [memory, current])
  useAskedPlace(main, route.query.at)
  useKeysInText(main)
  useReading({ desk, hasFocus: focus.isIn })
  useCodingCommands(desk, codes, memory)
  useBookmarkCommands(desk)
  const suggesting = useSuggesting(desk, codes)
  const isFirstSeen = useFirstPage()
  const { isAlone } = useRoomCommands({ documents, row, besideRow, desk, main, beside, route, panes: PANES })

  const onFocusChange = useCallback(
    (side: Side, hasFocus: boolean) => {
      setFocus({ side, isIn: hasFocus })
    },
    [setFocus],
  )
  const onOpen = useCallback((document: DocumentRow['document']) => {
    go({ room: 'code', path: [String(document)] })
  }, [])
  const onCloseBeside = useCallback(() => openBeside(route, row, undefined), [route, row])
  const onChooseBeside = useCallback(
    (document: DocumentRow['document']) =>
      openBeside(
        route,
        row,
        documents.find((one) => one.document === document),
      ),
    [route, row, documents],
  )
  const others = useMemo(
    () => documents.map(({ document, name }) => ({ id: document, label: name })),
    [documents],
  )
  const common = {
    codes,
    coders,
    memory,
    filter,
    onFilter,
    snapTo: settings.snap,
    isAlone,
    onFocusChange,
  }
  if (route.query.print !== undefined && main !== null) {
    return <PrintView desk={main} row={row} codes={codes.byId} onClose={back} />
  }
  return (
    <Panes
      id={PANES}
      panes={[
        {
          id: 'transcripts',
          title: 'Transcripts',
          width: 200,
          minWidth: 140,
          isHidden: isAlone || isHidden('left'),
          content: <DocumentList documents={documents} current={row?.document ?? null} onOpen={onOpen} />,
        },
        {
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
        },
        ...(beside === null
          ? []
          : [
              {
                id: 'beside',
                title: 'Second transcript',
                width: 420,
                minWidth: 280,
                content: (
                  <ReaderPane
                    {...common}
                    side="beside"
                    desk={beside}
                    row={besideRow}
                    isActive={desk === beside}
                    onClose={onCloseBeside}
                    others={others}
                    onChoose={onChooseBeside}
                  />
                ),
              },
            ]),
        {
          id: 'here',
          title: 'This turn and codebook',
          width: 288,
          minWidth: 220,
          isHidden: isAlone || isHidden('right'),
          content:
            desk === null || !isFirstSeen ? null : (
              <SidePane desk={desk} codes={codes} coders={coders} suggesting={suggesting} />
            ),
        },
      ]}
    />
  )
}

/** Coming here from another room, the text takes the keys: the frame around the rooms has given them to this one. */
function useKeysInText(desk: Desk | null): void {
  const id = desk?.reader.id
  useEffect(() => {
    if (id === undefined) return
    return afterFrame(() => {
      if (document.activeElement?.id === 'room') document.getElementById(id)?.focus({ preventScroll: true })
    })
  }, [id])
}

/** A link to a place in the text: the caret and the keyboard go there, once. */
function useAskedPlace(desk: Desk | null, at: string | undefined): void {
  const reader = desk?.reader
  useEffect(() => {
    const offset = Number(at)
    if (reader === undefined || at === undefined || !Number.isInteger(offset)) return
    reader.set({ selection: caretAt(offset), pinned: null, reveal: { offset, where: 'centre' } })
    document.getElementById(reader.id)?.focus({ preventScroll: true })
  }, [reader, at])
}
