/** One memo: what it is about, how it reads, and the editor in its place. */
import { useEffect, useRef } from 'react'
import { ArrowRight, Pencil, Trash2 } from 'lucide-react'
import type { Memo } from '../../core/contract/memos.ts'
import { useRun } from '../app/place.ts'
import { formatRoute } from '../app/routes.ts'
import { useDo } from '../data.ts'
import { Button } from '../ui/Button.tsx'
import { Markdown } from './Markdown.tsx'
import { MemoEditor } from './MemoEditor.tsx'
import { dayOf, kindWord, placeOf } from './words.ts'

interface MemoPageProps {
  memo: Memo
  /** Takes the focus when it appears, as it was just written. */
  hasFocus: boolean
  isEditing: boolean
  onEdit: () => void
  onClose: () => void
}

export const PAGE_ID = 'memos-page'

export function MemoPage({ memo, hasFocus, isEditing, onEdit, onClose }: MemoPageProps) {
  const run = useRun()
  const change = useDo('memos.change')
  const heading = useRef<HTMLHeadingElement>(null)
  const place = placeOf(memo)
  useEffect(() => {
    if (hasFocus) heading.current?.focus()
  }, [hasFocus])
  const close = () => {
    onClose()
    heading.current?.focus()
  }
  return (
    <article className="memos-page" aria-labelledby={PAGE_ID}>
      <header className="memos-head">
        <p className="memos-quiet">
          Memo on {memo.target.kind === 'project' ? 'the study' : `a ${kindWord(memo.target.kind)}`} ·{' '}
          {memo.coder.name} · {dayOf(memo.changed)}
        </p>
        <h2 id={PAGE_ID} ref={heading} tabIndex={-1}>
          {memo.about}
        </h2>
        {isEditing ? null : (
          <div className="memos-actions">
            <Button icon={<Pencil aria-hidden />} onPress={onEdit}>
              Edit
            </Button>
            {place === null ? null : (
              <a className="w-button memos-go" href={formatRoute(place)}>
                Go to the {kindWord(memo.target.kind)} <ArrowRight aria-hidden />
              </a>
            )}
            <Button look="quiet" icon={<Trash2 aria-hidden />} onPress={() => run('memos.remove')}>
              Remove
            </Button>
          </div>
        )}
      </header>
      {isEditing ? (
        <MemoEditor
          label="Text in Markdown"
          text={memo.text}
          onSave={(text) => change.mutate({ memo: memo.memo, text })}
          onClose={close}
        />
      ) : (
        <Markdown text={memo.text} />
      )}
    </article>
  )
}
