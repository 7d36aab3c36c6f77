/** The files that were chosen: which go in, which need a look, which cannot be read. */
import { useState } from 'react'
import { Check, CircleAlert, CircleX, Clock, Copy, LoaderCircle, type LucideIcon } from 'lucide-react'
import { Checkbox, Segments } from '../ui/Choice.tsx'
import { FileBox } from '../ui/FileDrop.tsx'
import { GridList, GridListItem } from '../ui/List.tsx'
import { ProgressBar } from '../ui/Progress.tsx'
import type { Desk } from './desk.ts'
import {
  countStates,
  folderOf,
  reasonsToLook,
  shownFiles,
  stateOf,
  type FileState,
  type ImportFile,
  type Shown,
} from './files.ts'
import { StoreBar } from './StoreBar.tsx'
import { useFiles, useSelected, useWork } from './use-desk.ts'
import { counted, fileSize, sizeWords, STATE_WORDS, withoutName } from './words.ts'
import './import.css'
import './FileList.css'

/** The list takes over from the button that chose its files. */
const FOCUSED = { autoFocus: true }

export function FileList({ desk }: { desk: Desk }) {
  const files = useFiles(desk)
  const selected = useSelected(desk)
  const [shown, setShown] = useState<Shown>('all')
  const counts = countStates(files)
  const filters = filtersFor(files.length, counts)
  const filter = filters.some(({ id }) => id === shown) ? shown : 'all'
  return (
    <div className="import-files">
      <header className="import-files-head">
        <h2>Import</h2>
        <p>{summaryWords(counts)}</p>
        {filters.length < 2 ? null : (
          <Segments label="Files shown" options={filters} value={filter} onChange={setShown} />
        )}
      </header>
      <WorkBar desk={desk} />
      <GridList
        label="Files"
        className="import-list"
        items={shownFiles(files, filter, selected)}
        dependencies={[desk, files]}
        {...FOCUSED}
        selectionMode="single"
        selectionBehavior="replace"
        selectedKeys={selected === null ? [] : [selected]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : [...keys]
          if (key !== undefined) desk.select(Number(key))
        }}
        renderEmptyState={() => <p className="import-none">No file here.</p>}
      >
        {(file) => (
          <GridListItem textValue={file.path} className="import-row">
            <FileRow desk={desk} file={file} folder={folderOf(file, files)} />
          </GridListItem>
        )}
      </GridList>
      <div className="import-more">
        <FileBox title="Drop more files here" onFiles={(chosen) => void desk.add(chosen)} />
      </div>
      <StoreBar desk={desk} />
    </div>
  )
}

function WorkBar({ desk }: { desk: Desk }) {
  const work = useWork(desk)
  if (work === null) return null
  return (
    <div className="import-work">
      <ProgressBar
        label={work.what === 'reading' ? 'Reading' : 'Importing'}
        done={work.done}
        total={work.total}
        note={`${work.done} of ${work.total}`}
        onCancel={() => desk.stop()}
      />
    </div>
  )
}

const ICONS: Partial<Record<FileState, LucideIcon>> = {
  waiting: Clock,
  busy: LoaderCircle,
  failed: CircleX,
  stored: Check,
}

function FileRow({ desk, file, folder }: { desk: Desk; file: ImportFile; folder: string }) {
  const state = stateOf(file)
  const Icon = ICONS[state]
  return (
    <>
      {Icon === undefined ? (
        <Include desk={desk} file={file} />
      ) : (
        <Icon aria-hidden className="import-state" data-state={state} />
      )}
      <span className="import-row-words">
        <span className="import-row-name">
          {folder === '' ? null : <span className="import-quiet">{folder}</span>}
          {file.choices.name ?? file.file.name}
        </span>
        <span className="import-row-more" data-state={state}>
          {state === 'look' ? <CircleAlert aria-hidden /> : null}
          {state === 'duplicate' ? <Copy aria-hidden /> : null}
          <span>{rowWords(file, state)}</span>
        </span>
      </span>
    </>
  )
}

/** Whether a file goes in; a copy of what is already here only when it is ticked. */
function Include({ desk, file }: { desk: Desk; file: ImportFile }) {
  const isDuplicate = file.preview !== null && file.preview.duplicateOf !== null
  const isIn = !file.choices.isLeftOut && (!isDuplicate || file.choices.allowDuplicate)
  return (
    <Checkbox
      slot={null}
      isSelected={isIn}
      onChange={(wanted) =>
        desk.choose(file.id, { isLeftOut: !wanted, allowDuplicate: wanted && isDuplicate })
      }
    >
      <span className="hidden-visually">Import {file.file.name}</span>
    </Checkbox>
  )
}

function rowWords(
  { preview, choices, error, isProject, file, documents }: ImportFile,
  state: FileState,
): string {
  if (state === 'failed') return withoutName(error?.message ?? STATE_WORDS.failed, file.name)
  if (state === 'look' && preview !== null)
    return withoutName(reasonsToLook(preview, choices)[0] ?? STATE_WORDS.look, file.name)
  if (state === 'duplicate') return `Same content as ${preview?.duplicateOf ?? 'another'}`
  if (state === 'ready') return preview === null ? `Project · ${fileSize(file.size)}` : sizeWords(preview)
  if (state === 'stored')
    return documents !== null && documents.length > 1
      ? counted(documents.length, 'transcript')
      : STATE_WORDS.stored
  return isProject && state === 'busy' ? 'Bringing the project in' : STATE_WORDS[state]
}

function summaryWords(counts: Record<FileState, number>): string {
  const parts = [
    [counts.ready, 'ready'],
    [counts.look, counts.look === 1 ? 'needs a look' : 'need a look'],
    [counts.duplicate, 'already here'],
    [counts.failed, 'not readable'],
    [counts.stored, 'imported'],
    [counts['left out'], 'left out'],
  ] as const
  return parts
    .filter(([count]) => count > 0)
    .map(([count, words]) => `${count} ${words}`)
    .join(' · ')
}

function filtersFor(total: number, counts: Record<FileState, number>): { id: Shown; label: string }[] {
  const looks = counts.look + counts.duplicate
  return [
    { id: 'all', label: `All ${total}` },
    ...(looks > 0 && looks < total ? [{ id: 'look', label: `To look at ${looks}` } as const] : []),
    ...(counts.failed > 0 && counts.failed < total
      ? [{ id: 'failed', label: `Failed ${counts.failed}` } as const]
      : []),
  ]
}
