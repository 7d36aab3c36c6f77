/** Writes a memo in Markdown, with how it will read beside it. What is written is kept when it is left. */
import { useDeferredValue, useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/Field.tsx'
import { Keys } from '../ui/Keys.tsx'
import { Markdown } from './Markdown.tsx'
import './memos.css'

interface MemoEditorProps {
  /** What the memo is on, for screen readers: "Memo on P07". */
  label: string
  text?: string
  /** Called once, with text that differs: by the button, Mod+Enter, or when the editor leaves the page. */
  onSave: (text: string) => void
  /** Escape and Cancel: nothing is kept. */
  onClose: () => void
}

export function MemoEditor({ label, text = '', onSave, onClose }: MemoEditorProps) {
  const [draft, setDraft] = useState(text)
  const shown = useDeferredValue(draft)
  const finish = useLeaving(draft, text, onSave)
  const onKeyDown = (event: KeyboardEvent) => {
    const isSaving = event.key === 'Enter' && (event.ctrlKey || event.metaKey)
    if (!isSaving && event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    finish(isSaving)
    onClose()
  }
  const end = (isKept: boolean) => {
    finish(isKept)
    onClose()
  }
  return (
    <div className="memos-editor">
      <div className="memos-draft">
        <div className="memos-write" onKeyDownCapture={onKeyDown}>
          <TextField label={label} lines={6} value={draft} onChange={setDraft} maxLength={100_000} hasFocus />
        </div>
        <section className="memos-preview" aria-label="As it will read">
          {shown.trim() === '' ? (
            <p className="memos-quiet"># heading · **strong** · *emphasis* · - list · &gt; quote</p>
          ) : (
            <Markdown text={shown} />
          )}
        </section>
      </div>
      <div className="memos-actions">
        <Button onPress={() => end(false)}>Cancel</Button>
        <Button look="primary" isDisabled={draft.trim() === ''} onPress={() => end(true)}>
          Save <Keys keys="Mod+Enter" />
        </Button>
      </div>
    </div>
  )
}

/** Saves what is written when the editor goes, unless it was saved or thrown away before. */
function useLeaving(draft: string, before: string, onSave: (text: string) => void) {
  const isOver = useRef(false)
  const save = useRef(() => {})
  useEffect(() => {
    save.current = () => {
      const text = draft.trim()
      if (!isOver.current && text !== '' && text !== before) onSave(text)
      isOver.current = true
    }
  })
  useEffect(() => {
    isOver.current = false
    return () => save.current()
  }, [])
  return (isKept: boolean) => {
    if (isKept) save.current()
    isOver.current = true
  }
}
