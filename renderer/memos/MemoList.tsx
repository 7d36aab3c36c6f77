/** Memos to choose from: what each is about, how it begins, who wrote it and when. */
import { FileText, Folder, Quote, Tag, User, type LucideIcon } from 'lucide-react'
import type { Memo, MemoTarget } from '../../core/contract/memos.ts'
import { ListBox, ListBoxItem } from '../ui/List.tsx'
import { plainText } from './blocks.ts'
import { dayOf, kindWord } from './words.ts'

interface MemoListProps {
  memos: readonly Memo[]
  chosen: number | null
  onChoose: (memo: number) => void
  onOpen: (memo: number) => void
}

const ICONS: Record<MemoTarget['kind'], LucideIcon> = {
  project: Folder,
  document: FileText,
  participant: User,
  code: Tag,
  passage: Quote,
}

const BEGINNING = 160

export function MemoList({ memos, chosen, onChoose, onOpen }: MemoListProps) {
  return (
    <ListBox
      label="Memos"
      className="memos-list"
      items={memos.map((memo) => ({ id: memo.memo, memo }))}
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      selectedKeys={chosen === null ? [] : [chosen]}
      onSelectionChange={(keys) => {
        const [key] = keys === 'all' ? [] : keys
        if (key !== undefined && key !== chosen) onChoose(Number(key))
      }}
      onAction={(key) => onOpen(Number(key))}
    >
      {({ memo }) => <MemoLine memo={memo} />}
    </ListBox>
  )
}

function MemoLine({ memo }: { memo: Memo }) {
  const Icon = ICONS[memo.target.kind]
  const beginning = plainText(memo.text.slice(0, BEGINNING * 2)).slice(0, BEGINNING)
  return (
    <ListBoxItem id={memo.memo} textValue={`${memo.about}: ${beginning}`} className="memos-line">
      <Icon aria-hidden />
      <span className="memos-line-about">
        <span className="hidden-visually">On the {kindWord(memo.target.kind)}: </span>
        {memo.about}
      </span>
      <span className="memos-line-words">{beginning}</span>
      <span className="memos-line-facts">
        {memo.coder.name} · {dayOf(memo.changed)}
      </span>
    </ListBoxItem>
  )
}
