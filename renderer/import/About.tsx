/** What the transcript will be called, what kind of evidence it is, when it was taken, and what it is about. */
import { useMemo, useState } from 'react'
import { DocumentKind } from '../../core/contract/common.ts'
import { useAsk } from '../data.ts'
import { TextField } from '../ui/Field.tsx'
import { Select } from '../ui/Select.tsx'
import { kindNow, type PartProps } from './choices.ts'

const NONE = ''

export const KINDS = DocumentKind.options.map((id) => ({
  id,
  label: id.charAt(0).toUpperCase() + id.slice(1),
}))

export function About({ preview, choices, onChoose }: PartProps) {
  const codes = useAsk('codebook.list', {}).data?.codes
  const journeys = useMemo(
    () => [
      { id: NONE, label: 'Not said' },
      ...(codes ?? [])
        .filter(({ level, archived }) => level === 'journey' && !archived)
        .map(({ code, name }) => ({ id: code, label: name })),
    ],
    [codes],
  )
  const date = choices.date === undefined ? preview.date : choices.date
  return (
    <section className="import-about">
      <h3>Transcript</h3>
      <div className="import-fields">
        <TypedField
          label={preview.documents > 1 ? 'Name before each person’s' : 'Name'}
          value={choices.name ?? preview.name}
          onChange={(name) => onChoose({ name })}
        />
        <Select
          label="Kind"
          options={KINDS}
          value={kindNow(preview, choices)}
          onChange={(kind) => onChoose({ kind })}
        />
        <TextField
          label="Date of the session"
          type="date"
          value={date ?? ''}
          onChange={(day) => onChoose({ date: day === '' ? null : day })}
        />
        <Select
          label="Journey"
          options={journeys}
          value={choices.journey ?? NONE}
          onChange={(journey) => onChoose({ journey: journey === NONE ? null : journey })}
        />
        <TypedField
          label="Wave of fieldwork"
          value={choices.wave ?? ''}
          onChange={(wave) => onChoose({ wave: wave === '' ? null : wave })}
        />
      </div>
    </section>
  )
}

interface TypedFieldProps {
  label: string
  value: string
  onChange: (value: string) => void
}

/** Takes effect when it is left, so that the list does not flicker while someone types. */
function TypedField({ label, value, onChange }: TypedFieldProps) {
  const [text, setText] = useState(value)
  const finish = () => {
    if (text.trim() !== value) onChange(text.trim())
  }
  return (
    <TextField
      label={label}
      value={text}
      onChange={setText}
      onBlur={finish}
      maxLength={200}
      onKeyDown={(event) => {
        if (event.key === 'Enter') finish()
      }}
    />
  )
}
