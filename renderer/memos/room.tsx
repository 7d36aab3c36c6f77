/** Memos in one place: to find, read, write and save; and the places marked to come back to. */
import { useDeferredValue, useState } from 'react'
import type { Input } from '../../core/contract/index.ts'
import type { Memo, MemoTarget } from '../../core/contract/memos.ts'
import { useRun } from '../app/place.ts'
import { useCommands } from '../app/registry.ts'
import { go, replaceRoute } from '../app/router.ts'
import type { RoomProps } from '../app/routes.ts'
import { useAsk, useDo } from '../data.ts'
import { announce } from '../ui/announce.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Panes, useForward } from '../ui/Panes.tsx'
import { saveFile } from '../ui/save-file.ts'
import { Marks } from './Marks.tsx'
import { MemoList } from './MemoList.tsx'
import { MemoPage, PAGE_ID } from './MemoPage.tsx'
import { MemosBar, SEARCH_ID } from './MemosBar.tsx'
import { NewMemo } from './NewMemo.tsx'
import { readPlace, writePlace, type MemoPlace } from './place.ts'
import { placeOf } from './words.ts'
import './memos.css'

export default function MemosRoom({ route }: RoomProps) {
  const place = readPlace(route)
  const words = useDeferredValue(place.words)
  const change = (next: Partial<MemoPlace>) =>
    replaceRoute(writePlace({ ...place, memo: null, isNew: false, ...next }))
  return (
    <div className="memos">
      <MemosBar place={place} onPlace={change} />
      {place.tab === 'marks' ? (
        <Marks kind={place.marked} coder={place.coder ?? undefined} words={words} />
      ) : (
        <Memos place={place} words={words} onPlace={change} />
      )}
    </div>
  )
}

interface MemosProps {
  place: MemoPlace
  words: string
  onPlace: (change: Partial<MemoPlace>) => void
}

const wantedIn = ({ kind, coder }: MemoPlace, words: string): Input<'memos.list'> => ({
  ...(kind === 'any' ? {} : { kind }),
  ...(coder === null ? {} : { coder }),
  ...(words.trim() === '' ? {} : { search: words }),
})

function Memos({ place, words, onPlace }: MemosProps) {
  const [isEditing, setEditing] = useState(false)
  const [written, setWritten] = useState<number | null>(null)
  const { forward, bring } = useForward()
  const add = useDo('memos.add')
  const wanted = wantedIn(place, words)
  const { data } = useAsk('memos.list', wanted, { keep: true })
  const memos = data?.memos ?? []
  const memo = memos.find((candidate) => candidate.memo === place.memo)
  const choose = (id: number | null) => {
    setEditing(false)
    onPlace({ memo: id })
  }
  const write = (on: MemoTarget, text: string) =>
    add.mutate(
      { on, text },
      {
        onSuccess: (made) => {
          setWritten(made.memo)
          choose(made.memo)
        },
      },
    )
  const isFiltered = words.trim() !== '' || place.kind !== 'any' || place.coder !== null
  useMemoCommands({ memo, onEdit: () => setEditing(true), onPlace, onRemoved: () => choose(null) })
  useSaving(wanted, isFiltered, memos.length > 0)
  const list =
    data && memos.length === 0 ? (
      <p className="memos-note">No memo matches. Search for other words, or choose memos on anything.</p>
    ) : (
      <MemoList memos={memos} chosen={place.memo} onChoose={choose} onOpen={() => bring('memo', findPage)} />
    )
  const page = place.isNew ? (
    <NewMemo onSave={write} onClose={() => onPlace({})} />
  ) : memo ? (
    <MemoPage
      key={memo.memo}
      memo={memo}
      hasFocus={memo.memo === written}
      isEditing={isEditing}
      onEdit={() => setEditing(true)}
      onClose={() => setEditing(false)}
    />
  ) : memos.length === 0 ? null : (
    <p className="memos-note">Choose a memo to read it.</p>
  )
  if (data && memos.length === 0 && !isFiltered) return place.isNew ? page : <NoMemos />
  return (
    <Panes
      id="memos"
      forward={forward}
      panes={[
        { id: 'list', title: 'Memos', width: 380, minWidth: 260, content: list },
        { id: 'memo', title: 'Memo', minWidth: 320, content: page },
      ]}
    />
  )
}

const findPage = () => document.getElementById(PAGE_ID)

interface AnswersProps {
  memo: Memo | undefined
  onEdit: () => void
  onPlace: (change: Partial<MemoPlace>) => void
  onRemoved: () => void
}

function useMemoCommands({ memo, onEdit, onPlace, onRemoved }: AnswersProps): void {
  const remove = useDo('memos.remove')
  const target = memo === undefined ? null : placeOf(memo)
  useCommands({
    'memos.new': () => onPlace({ isNew: true }),
    'memos.filter': () => document.getElementById(SEARCH_ID)?.querySelector('input')?.focus(),
    'memos.edit': memo !== undefined && onEdit,
    'memos.open': target !== null && (() => go(target)),
    'memos.remove':
      memo !== undefined && (() => remove.mutate({ memo: memo.memo }, { onSuccess: onRemoved })),
  })
}

/** The memos that are listed, as a file; what may not leave the study is said to be left out. */
function useSaving(wanted: Input<'memos.list'>, isFiltered: boolean, hasAny: boolean): void {
  const make = useDo('memos.file', { quiet: true })
  const save = () =>
    make.mutate(wanted, {
      onSuccess: ({ files, rows, lost }) => {
        for (const { name, bytes } of files) saveFile(name, bytes)
        const what = isFiltered ? 'the memos listed' : 'every memo'
        const left = lost.length === 0 ? '' : ` Left out: ${lost.join(' ')}`
        announce(`Saved ${what} as Markdown · ${rows} ${rows === 1 ? 'memo' : 'memos'}.${left}`)
      },
    })
  useCommands({ 'memos.save': hasAny && save })
}

function NoMemos() {
  const run = useRun()
  return (
    <EmptyState
      title="No memos yet"
      actions={
        <Button look="primary" onPress={() => run('memos.new')}>
          New memo
        </Button>
      }
    >
      <p>
        Write what you think as you go: on the study, a transcript, a participant or a code here; on a passage
        with M in its transcript.
      </p>
    </EmptyState>
  )
}
