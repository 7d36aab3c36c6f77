/** A field that keeps what is typed until it is left, then saves it: one step of the history each time. */
import { useState, type ReactNode } from 'react'
import { TextField } from '../ui/Field.tsx'

interface DraftProps {
  label: string
  value: string
  onSave: (value: string) => void
  lines?: number
  placeholder?: string
  /** Said while what is typed differs from what is kept. */
  notice?: string | null
  description?: ReactNode
}

/** Give it a key of the value, so that an undo shows. */
export function Draft({ label, value, onSave, lines, placeholder, notice, description }: DraftProps) {
  const [text, setText] = useState(value)
  const isChanged = text.trim() !== value
  const finish = () => {
    if (isChanged) onSave(text.trim())
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
      {...(lines === undefined ? {} : { lines })}
      {...(placeholder === undefined ? {} : { placeholder })}
      {...(help === undefined || help === null ? {} : { description: help })}
    />
  )
}
