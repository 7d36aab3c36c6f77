/** The memos on one thing, where that thing is shown: to read, write, change and remove. */
import { useState } from 'react'
import { Pencil, Plus, Trash2 } from 'lucide-react'
import type { Memo, MemoTarget } from '../../core/contract/memos.ts'
import { useAsk, useDo } from '../data.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Markdown } from './Markdown.tsx'
import { MemoEditor } from './MemoEditor.tsx'
import { dayOf } from './words.ts'
import './memos.css'

interface MemosOnProps {
  target: MemoTarget
  /** What it is called: "P07", "Acknowledgement". */
  name: string
}

const NONE = 'none'
const NEW = 'new'

/** A section that starts at h3. Give it a key of the target. */
export function MemosOn({ target, name }: MemosOnProps) {
  const [editing, setEditing] = useState<Memo['memo'] | typeof NONE | typeof NEW>(NONE)
  const memos = useAsk('memos.list', { target }).data?.memos ?? []
  const add = useDo('memos.add')
  const change = useDo('memos.change')
  const remove = useDo('memos.remove')
  const close = () => setEditing(NONE)
  return (
    <section className="memos-on-target" aria-label={`Memos on ${name}`}>
      <h3>Memos</h3>
      {memos.map((memo) =>
        editing === memo.memo ? (
          <MemoEditor
            key={memo.memo}
            label={`Memo on ${name}, in Markdown`}
            text={memo.text}
            onSave={(text) => change.mutate({ memo: memo.memo, text })}
            onClose={close}
          />
        ) : (
          <div key={memo.memo} className="memos-short">
            <Markdown text={memo.text} level={4} />
            <p className="memos-quiet">
              {memo.coder.name} · {dayOf(memo.changed)}
              <IconButton
                label="Edit the memo"
                icon={<Pencil aria-hidden />}
                onPress={() => setEditing(memo.memo)}
              />
              <IconButton
                label="Remove the memo"
                icon={<Trash2 aria-hidden />}
                onPress={() => remove.mutate({ memo: memo.memo })}
              />
            </p>
          </div>
        ),
      )}
      {editing === NEW ? (
        <MemoEditor
          label={`Memo on ${name}, in Markdown`}
          onSave={(text) => add.mutate({ on: target, text })}
          onClose={close}
        />
      ) : (
        <Button look="quiet" icon={<Plus aria-hidden />} onPress={() => setEditing(NEW)}>
          Write a memo
        </Button>
      )}
    </section>
  )
}
