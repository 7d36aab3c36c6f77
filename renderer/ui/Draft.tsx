/** A field that keeps what is typed until it is left, however it is left, then saves it: one step of the history each time. */
import { useEffect, useEffectEvent, useState, type ReactNode } from 'react'
import { TextField } from './Field.tsx'

interface DraftProps {
  label: string
  /** As it is in the study. */
  value: string
  onSave: (value: string) => void
  lines?: number
  type?: 'text' | 'date'
  placeholder?: string
  hasFocus?: boolean
  /** Said while what is typed differs from what is kept. */
  notice?: string | null
  description?: ReactNode
  /** What is wrong with it, in a sentence; it is not saved then. */
  problemOf?: (text: string) => string | undefined
}

/** Another value from outside, as by an undo, takes the place of what is typed. Give it a key of what it belongs to. */
export function Draft({ value, onSave, notice, description, problemOf, ...field }: DraftProps) {
  const [text, setText] = useState(value)
  const [kept, setKept] = useState(value)
  /** On its way: not saved twice when Enter is followed by leaving, and what is typed meanwhile stays. */
  const [sent, setSent] = useState<string | null>(null)
  if (value !== kept) {
    setKept(value)
    if (value !== sent) setText(value)
    setSent(null)
  }
  const isChanged = text.trim() !== value
  const problem = isChanged ? problemOf?.(text.trim()) : undefined
  const finish = () => {
    if (!isChanged || problem !== undefined || text.trim() === sent) return
    setSent(text.trim())
    onSave(text.trim())
  }
  const finishAtLast = useEffectEvent(finish)
  useEffect(() => () => finishAtLast(), [])
  const help = isChanged && notice ? notice : description
  return (
    <TextField
      {...field}
      value={text}
      onChange={setText}
      // What could not be saved can be tried again.
      onFocus={() => setSent(null)}
      onBlur={finish}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setText(value)
        const isOneLine = field.lines === undefined
        if (event.key === 'Enter' && (isOneLine || event.ctrlKey || event.metaKey)) finish()
      }}
      error={problem}
      {...(help === undefined || help === null ? {} : { description: help })}
    />
  )
}
