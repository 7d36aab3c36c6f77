/** Who speaks: one of the transcript's speakers, a new one by name, or nobody. */
import { useState } from 'react'
import { ComboBox } from '../ui/Select.tsx'
import type { Edit, Transcript } from './foresee.ts'

export type SpeakerId = Extract<Edit, { edit: 'speaker' }>['speaker']

interface SpeakerChoiceProps {
  label: string
  transcript: Transcript
  value: Transcript['turns'][number]['speaker'] | undefined
  onChange: (speaker: SpeakerId) => void
  isDisabled: boolean
}

const NOBODY = 'nobody'
const NEW = 'new '
const ROLES = {
  participant: 'Participant',
  interviewer: 'Interviewer',
  other: 'Other',
  unknown: 'Role not known',
}

export function SpeakerChoice({ label, transcript, value, onChange, isDisabled }: SpeakerChoiceProps) {
  const [typed, setTyped] = useState('')
  const { speakers } = transcript
  const fresh = typed.trim()
  const isNew =
    fresh !== '' && !speakers.some((speaker) => speaker.label.toLowerCase() === fresh.toLowerCase())
  const options = [
    ...speakers.map(({ id, label: name, role }) => ({
      id: String(id),
      label: name,
      description: ROLES[role],
    })),
    ...(isNew && fresh !== 'Nobody' ? [{ id: NEW + fresh, label: fresh, description: 'New speaker' }] : []),
    { id: NOBODY, label: 'Nobody' },
  ]
  const choose = (id: string) => {
    if (id === NOBODY) onChange(null)
    else if (id.startsWith(NEW)) onChange({ label: id.slice(NEW.length) })
    else {
      const known = speakers.find((speaker) => String(speaker.id) === id)
      if (known !== undefined) onChange(known.id)
    }
  }
  return (
    <ComboBox
      label={label}
      options={options}
      value={value === undefined ? null : value === null ? NOBODY : String(value)}
      onInputChange={setTyped}
      onChange={choose}
      isDisabled={isDisabled}
    />
  )
}
