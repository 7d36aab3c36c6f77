/** Who speaks: the name each will have, the role and why, and which participant each is. */
import type { Preview } from '../../core/contract/importing.ts'
import { useAsk } from '../data.ts'
import { speakersNow, type PartProps, type Participants } from './choices.ts'
import { SpeakerRow } from './SpeakerRow.tsx'
import { counted } from './words.ts'
import './import.css'
import './Speakers.css'

export function Speakers(props: PartProps) {
  const { choices, preview } = props
  const participants = useAsk('participants.list', {}).data?.participants ?? []
  if (preview.documents > 1) return <Cases preview={preview} participants={participants} />
  const speakers = speakersNow(preview, choices)
  if (speakers.length === 0) return null
  return (
    <section className="import-speakers">
      <h3>Speakers</h3>
      <ul>
        {speakers.map((speaker) => (
          <SpeakerRow
            key={speaker.label}
            {...props}
            speaker={speaker}
            others={speakers.filter(({ label }) => label !== speaker.label)}
            participants={participants}
          />
        ))}
      </ul>
    </section>
  )
}

/** Most names shown of a survey; the rest are counted. */
const NAMES = 12

/** A survey: each case is its own transcript and its own participant. */
function Cases({ preview, participants }: { preview: Preview; participants: Participants }) {
  const names = preview.speakers.flatMap(({ participant }) => participant ?? [])
  const more = names.length - NAMES
  const known = new Set(participants.map(({ name }) => name.toLowerCase()))
  const here = names.filter((name) => known.has(name.toLowerCase())).length
  return (
    <section className="import-speakers">
      <h3>{counted(preview.documents, 'person', 'people')}</h3>
      <p>
        Each row becomes a transcript of its own, and whoever answered becomes a participant:{' '}
        {names.slice(0, NAMES).join(', ')}
        {more > 0 ? ` and ${more} more` : ''}. Columns that are not answers become attributes.
        {here === 0
          ? ''
          : ` ${here === names.length ? 'All' : here} of these names are already in the study and count as the same people.`}
      </p>
    </section>
  )
}
