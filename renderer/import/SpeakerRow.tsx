/** One speaker of a file. */
import { Merge, X } from 'lucide-react'
import { useState } from 'react'
import { IconButton } from '../ui/Button.tsx'
import { TextField } from '../ui/Field.tsx'
import { Menu, MenuFor, MenuItem, MenuSection } from '../ui/Menu.tsx'
import { Select } from '../ui/Select.tsx'
import {
  unmerged,
  withSpeaker,
  type SpeakerChoice,
  type SpeakerNow,
  type SpeakerRole,
  type PartProps,
  type Participants,
} from './choices.ts'
import { ParticipantField, ParticipantNote } from './ParticipantField.tsx'
import { counted, ROLE_NAMES } from './words.ts'

interface SpeakerRowProps extends PartProps {
  speaker: SpeakerNow
  others: readonly SpeakerNow[]
  participants: Participants
}

const ROLES = (['participant', 'interviewer', 'other', 'unknown'] as const satisfies SpeakerRole[]).map(
  (id) => ({
    id,
    label: ROLE_NAMES[id],
  }),
)

export function SpeakerRow({ choices, onChoose, speaker, others, participants }: SpeakerRowProps) {
  const say = (said: SpeakerChoice) => onChoose(withSpeaker(choices, speaker.label, said))
  return (
    <li className="import-speaker">
      <NameField key={speaker.name} speaker={speaker} onName={(rename) => say({ rename })} />
      <Select
        label={`Role of ${speaker.name}`}
        hideLabel
        options={ROLES}
        value={speaker.role}
        onChange={(role) => say({ role })}
      />
      <ParticipantField speaker={speaker} participants={participants} onChange={say} />
      {others.length === 0 ? (
        <span />
      ) : (
        <MenuFor>
          <IconButton label={`${speaker.name} is the same person as…`} icon={<Merge aria-hidden />} />
          <Menu label={`${speaker.name} is the same person as`} placement="bottom end">
            <MenuSection title="The same person as">
              {others.map((other) => (
                <MenuItem key={other.label} onAction={() => say({ mergeInto: other.label })}>
                  {other.name}
                </MenuItem>
              ))}
            </MenuSection>
          </Menu>
        </MenuFor>
      )}
      <span className="import-speaker-more">
        {counted(speaker.turns, 'turn')} · {counted(speaker.words, 'word')} · {speaker.why}
      </span>
      <ParticipantNote speaker={speaker} participants={participants} onChange={say} />
      {speaker.absorbed.length === 0 ? null : (
        <p className="import-absorbed">
          with
          {speaker.absorbed.map((label) => (
            <span key={label} className="import-absorbed-label">
              {label}
              <IconButton
                label={`${label} is someone else`}
                icon={<X aria-hidden />}
                onPress={() => onChoose(unmerged(choices, label))}
              />
            </span>
          ))}
        </p>
      )}
    </li>
  )
}

function NameField({ speaker, onName }: { speaker: SpeakerNow; onName: (name: string) => void }) {
  const [name, setName] = useState(speaker.name)
  const finish = () => {
    const wanted = name.trim()
    if (wanted === '') setName(speaker.name)
    else if (wanted !== speaker.name) onName(wanted)
  }
  return (
    <TextField
      label={`Name of ${speaker.label}`}
      hideLabel
      value={name}
      onChange={setName}
      onBlur={finish}
      maxLength={120}
      onKeyDown={(event) => {
        if (event.key === 'Enter') finish()
      }}
    />
  )
}
