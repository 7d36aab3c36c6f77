/** Bookmarks and places that need a second look, in the order of the transcripts. Enter opens the place. */
import { useRef, useState, type FormEvent } from 'react'
import { Bookmark as BookmarkIcon, Flag, Pencil, X } from 'lucide-react'
import type { Bookmark } from '../../core/contract/bookmarks.ts'
import { go } from '../app/router.ts'
import { useAsk, useDo } from '../data.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { TextField } from '../ui/Field.tsx'
import { GridList, GridListItem } from '../ui/List.tsx'
import { Popover } from '../ui/Popover.tsx'
import type { Marked } from './place.ts'
import { dayOf } from './words.ts'

interface MarksProps {
  kind: Marked
  coder: number | undefined
  /** Words that the place or its label must hold. */
  words: string
}

export function Marks({ kind, coder, words }: MarksProps) {
  const { data } = useAsk(
    'bookmarks.list',
    { ...(kind === 'any' ? {} : { kind }), ...(coder === undefined ? {} : { coder }) },
    { keep: true },
  )
  if (!data) return null
  const wanted = words.trim().toLowerCase()
  const shown = data.bookmarks.filter(({ label, words, documentName }) =>
    `${label} ${words} ${documentName}`.toLowerCase().includes(wanted),
  )
  if (shown.length === 0) {
    return (
      <EmptyState title={data.bookmarks.length === 0 ? 'No marks yet' : 'No mark matches'}>
        <p>In a transcript, Shift+M marks a passage for a second look. Bookmarks keep any place.</p>
      </EmptyState>
    )
  }
  return (
    <GridList
      label="Bookmarks and second looks"
      className="memos-marks"
      items={shown.map((mark) => ({ id: keyOf(mark), mark }))}
      onAction={(key) => {
        const mark = shown.find((candidate) => keyOf(candidate) === key)
        if (mark) go({ room: 'code', path: [String(mark.document)], query: { at: String(mark.start) } })
      }}
    >
      {({ id, mark }) => <MarkRow key={id} id={id} mark={mark} />}
    </GridList>
  )
}

/** A flagged passage has no bookmark of its own. */
const keyOf = ({ bookmark, passage }: Bookmark): string =>
  bookmark === null ? `passage ${passage ?? ''}` : `bookmark ${bookmark}`

function MarkRow({ id, mark }: { id: string; mark: Bookmark }) {
  const remove = useDo('bookmarks.remove')
  const flag = useDo('codings.flag')
  const Icon = mark.kind === 'bookmark' ? BookmarkIcon : Flag
  const takeOff = () => {
    if (mark.bookmark !== null) remove.mutate({ bookmark: mark.bookmark })
    else if (mark.passage !== null) flag.mutate({ passage: mark.passage, flagged: false })
  }
  return (
    <GridListItem
      id={id}
      textValue={`${mark.documentName}: ${mark.label} ${mark.words}`}
      className="memos-mark"
    >
      <Icon aria-label={mark.kind === 'bookmark' ? 'Bookmark' : 'Second look'} role="img" />
      <span className="memos-mark-where">{mark.documentName}</span>
      <span className="memos-mark-words">
        {mark.label === '' ? null : <b>{mark.label}</b>} {mark.words}
      </span>
      <span className="memos-quiet">
        {mark.coder.name} · {dayOf(mark.created)}
      </span>
      {mark.bookmark === null ? <span /> : <NameMark bookmark={mark.bookmark} label={mark.label} />}
      <IconButton
        label={mark.kind === 'bookmark' ? 'Remove the bookmark' : 'Done: take the mark off'}
        icon={<X aria-hidden />}
        onPress={takeOff}
      />
    </GridListItem>
  )
}

function NameMark({ bookmark, label }: { bookmark: NonNullable<Bookmark['bookmark']>; label: string }) {
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const [name, setName] = useState(label)
  const rename = useDo('bookmarks.rename')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setOpen(false)
    if (name.trim() !== label) rename.mutate({ bookmark, label: name.trim() })
  }
  return (
    <>
      <IconButton
        ref={button}
        label="Name the bookmark"
        icon={<Pencil aria-hidden />}
        onPress={() => setOpen(true)}
      />
      <Popover label="Name the bookmark" triggerRef={button} isOpen={isOpen} onOpenChange={setOpen}>
        <form className="memos-on" onSubmit={submit}>
          <TextField label="Name" value={name} onChange={setName} maxLength={200} hasFocus />
          <Button look="primary" type="submit">
            Name
          </Button>
        </form>
      </Popover>
    </>
  )
}
