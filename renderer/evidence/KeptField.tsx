/** A field for the researcher's own words, saved when it is left, however it is left. */
import { useEffect, useEffectEvent, useState } from 'react'
import { TextField } from '../ui/Field.tsx'
import { day } from './format.ts'

interface KeptFieldProps {
  label: string
  /** As it is in the study. */
  value: string
  onKeep: (value: string) => void
  description?: string
  placeholder?: string
  lines?: number
  type?: 'text' | 'date'
  hasFocus?: boolean
}

export function KeptField({ value, onKeep, ...field }: KeptFieldProps) {
  const [draft, setDraft] = useState(value)
  const [known, setKnown] = useState(value)
  // Undo, or another window, may change it meanwhile.
  if (known !== value) {
    setKnown(value)
    setDraft(value)
  }
  const keep = () => {
    if (draft.trim() !== value) onKeep(draft)
  }
  const keepAtLast = useEffectEvent(keep)
  useEffect(() => () => keepAtLast(), [])
  return (
    <TextField
      {...field}
      value={draft}
      onChange={setDraft}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) keep()
      }}
    />
  )
}

/** Who wrote something and when, for the help under a field. */
export function writtenBy(coder: string | null, changed: string | null): string {
  if (coder === null || changed === null) return 'Saved when you leave the field.'
  return `Written by ${coder}, ${day(changed)}. Saved when you leave the field.`
}
