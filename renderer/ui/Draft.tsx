/** A field that keeps what is typed until it is left, then saves it: one step of the history each time. */
import { useState, type ReactNode } from 'react'
import { TextField } from './Field.tsx'

interface DraftProps {
  label: string
  value: string
  onSave: (value: string) => void
  lines?: number
  placeholder?: string
  /** Said while what is typed differs from what is kept. */
  notice?: string | null
  description?: ReactNode
  /** What is wrong with it, in a sentence; it is not saved then. */
  problemOf?: (text: string) => string | undefined
}

/** Another value from outside, as by an undo, takes the place of what is typed. Give it a key of what it belongs to. */
export function Draft({
  label,
  value,
  onSave,
  lines,
  placeholder,
  notice,
  description,
  problemOf,
}: DraftProps) {
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
  const help = isChanged && notice ? notice : description
  return (
    <TextField
      label={label}
      value={text}
      onChange={setText}
      onBlur={finish}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setText(value)
        if (event.key === 'Enter' && (lines === undefined || event.ctrlKey || event.metaKey)) finish()
      }}
      {...(problem === undefined ? {} : { error: problem })}
      {...(lines === undefined ? {} : { lines })}
      {...(placeholder === undefined ? {} : { placeholder })}
      {...(help === undefined || help === null ? {} : { description: help })}
    />
  )
}
