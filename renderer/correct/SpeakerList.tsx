/** The speakers of a transcript: names, roles, and who each is in the study. */
import { useState } from 'react'
import type { Output } from '../../core/contract/index.ts'
import { useAsk, useDo } from '../data.ts'
import { counted, ROLE_NAMES } from '../import/words.ts'
import { TextField } from '../ui/Field.tsx'
import { ComboBox, Select } from '../ui/Select.tsx'
import type { Transcript } from './foresee.ts'

type Speaker = Transcript['speakers'][number]
type Participants = Output<'participants.list'>['participants']

const ROLES = (['participant', 'interviewer', 'other', 'unknown'] as const).map((id) => ({
  id,
  label: ROLE_NAMES[id],
}))
const NOBODY = 0

export function SpeakerList({ transcript }: { transcript: Transcript }) {
  const participants = useAsk('participants.list', {}).data?.participants ?? []
  if (transcript.speakers.length === 0) return null
  return (
    <section className="correct-speakers">
      <h2>Speakers</h2>
      <ul>
        {transcript.speakers.map((speaker) => (
          <SpeakerFields
            key={`${speaker.id} ${speaker.label}`}
            speaker={speaker}
            participants={participants}
          />
        ))}
      </ul>
    </section>
  )
}

function SpeakerFields({ speaker, participants }: { speaker: Speaker; participants: Participants }) {
  const set = useDo('documents.setSpeaker')
  const [name, setName] = useState(speaker.label)
  const finish = () => {
    const label = name.trim()
    if (label === '' || label === speaker.label) setName(speaker.label)
    else set.mutate({ speaker: speaker.id, label }, { onError: () => setName(speaker.label) })
  }
  return (
    <li className="correct-speaker">
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
      <Select
        label={`Role of ${speaker.label}`}
        hideLabel
        options={ROLES}
        value={speaker.role}
        onChange={(role) => set.mutate({ speaker: speaker.id, role })}
      />
      {speaker.role === 'participant' ? (
        <ComboBox
          label={`${speaker.label} in the study`}
          hideLabel
          options={[
            ...participants.map(({ id, name: known }) => ({ id: Number(id), label: known })),
            { id: NOBODY, label: 'Nobody in the study' },
          ]}
          value={speaker.participant ?? NOBODY}
          onChange={(id) => {
            const participant = participants.find((known) => known.id === id)?.id ?? null
            set.mutate({ speaker: speaker.id, participant })
          }}
        />
      ) : (
        <span className="correct-quiet">Not in the study</span>
      )}
      <span className="correct-speaker-more">
        {counted(speaker.turns, 'turn')} · {counted(speaker.words, 'word')}
      </span>
    </li>
  )
}
