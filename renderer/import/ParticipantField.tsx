/** Which person of the study a speaker is: one who is there, a new one, or nobody. */
import { useState } from 'react'
import { ComboBox, Select, type Option } from '../ui/Select.tsx'
import type { ParticipantRole, SpeakerChoice, SpeakerNow, Participants } from './choices.ts'
import { PARTICIPANT_ROLE_NAMES } from './words.ts'

interface ParticipantFieldProps {
  speaker: SpeakerNow
  participants: Participants
  onChange: (said: SpeakerChoice) => void
}

const NOBODY = 'nobody'
const named = (name: string) => `name ${name}`

const ROLES = (['resident', 'colleague', 'stakeholder'] as const satisfies ParticipantRole[]).map((id) => ({
  id,
  label: `New ${PARTICIPANT_ROLE_NAMES[id].toLowerCase()}`,
}))

const same = (a: string, b: string) => a.localeCompare(b, 'en-GB', { sensitivity: 'accent' }) === 0

const knownAs = (participants: Participants, name: string | null) =>
  participants.find((one) => name !== null && same(one.name, name))

export function ParticipantField({ speaker, participants, onChange }: ParticipantFieldProps) {
  const [typed, setTyped] = useState('')
  if (speaker.role !== 'participant') return <span className="import-nobody">Not in the study</span>
  const { participant } = speaker
  return (
    <ComboBox
      label={`${speaker.name} in the study`}
      hideLabel
      options={optionsFor(participants, participant, typed)}
      value={participant === null ? NOBODY : named(knownAs(participants, participant)?.name ?? participant)}
      onInputChange={setTyped}
      onChange={(id) => onChange({ participant: id === NOBODY ? null : id.slice(named('').length) })}
    />
  )
}

/** Whether the participant is new, and as what. */
export function ParticipantNote({ speaker, participants, onChange }: ParticipantFieldProps) {
  const { role, participant, participantRole } = speaker
  if (role !== 'participant' || participant === null) return null
  const known = knownAs(participants, participant)
  if (known !== undefined)
    return <span className="import-person">{PARTICIPANT_ROLE_NAMES[known.role]}, already in the study</span>
  return (
    <Select
      label={`${participant} is`}
      hideLabel
      className="import-person"
      options={ROLES}
      value={participantRole}
      onChange={(chosen) => onChange({ participantRole: chosen })}
    />
  )
}

function optionsFor(participants: Participants, chosen: string | null, typed: string): Option<string>[] {
  const names = [chosen, typed.trim()].filter((name) => name !== null && name !== '')
  const fresh = [...new Set(names)].filter(
    (name): name is string => name !== null && !participants.some((one) => same(one.name, name)),
  )
  return [
    ...fresh.map((name) => ({ id: named(name), label: name, description: 'New in the study' })),
    ...participants.map(({ name, role }) => ({
      id: named(name),
      label: name,
      description: PARTICIPANT_ROLE_NAMES[role],
    })),
    { id: NOBODY, label: 'Nobody in the study' },
  ]
}
