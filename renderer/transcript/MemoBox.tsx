/** A memo on the selected words, written beside them. */
import { useState, type KeyboardEvent, type RefObject } from 'react'
import { useDo } from '../data.ts'
import { spanOf } from '../../core/text/selection.ts'
import { Button } from '../ui/Button.tsx'
import { Keys } from '../ui/Keys.tsx'
import { TextField } from '../ui/Field.tsx'
import { Popover } from '../ui/Popover.tsx'
import type { Desk } from './use-desk.ts'

interface MemoBoxProps {
  desk: Desk
  beside: RefObject<HTMLElement | null>
  onClose: () => void
}

export function MemoBox({ desk, beside, onClose }: MemoBoxProps) {
  const { reader, transcript } = desk
  const [text, setText] = useState('')
  const add = useDo('memos.add')
  const isEmpty = text.trim() === ''
  const save = () => {
    const { pinned, selection } = reader.get()
    const on =
      pinned === null
        ? { kind: 'selection' as const, document: transcript.document, ...spanOf(selection) }
        : { kind: 'passage' as const, id: pinned as number }
    add.mutate({ on, text }, { onSuccess: onClose })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || isEmpty) return
    event.preventDefault()
    save()
  }
  return (
    <Popover
      label="Memo on the selection"
      className="memo-box"
      triggerRef={beside}
      isOpen
      onOpenChange={(open) => open || onClose()}
      placement="bottom start"
      offset={8}
    >
      <div ref={focusField} onKeyDownCapture={onKeyDown}>
        <TextField label="Memo" lines={4} value={text} onChange={setText} />
      </div>
      <div className="memo-box-foot">
        <Button onPress={onClose}>Cancel</Button>
        <Button look="primary" isDisabled={isEmpty} onPress={save}>
          Save <Keys keys="Mod+Enter" />
        </Button>
      </div>
    </Popover>
  )
}

/** Writing begins at once; a frame later, once the panel has taken the focus itself. */
function focusField(box: HTMLElement | null): void {
  requestAnimationFrame(() => box?.querySelector('textarea')?.focus())
}
