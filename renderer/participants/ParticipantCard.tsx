/** One person: transcripts and journey, consent, attributes by sensitivity, notes and memos, and withdrawal. */
import { formatRoute } from '../app/routes.ts'
import { useDo } from '../data.ts'
import { MemosOn } from '../memos/MemosOn.tsx'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { RadioGroup } from '../ui/Choice.tsx'
import { Draft } from '../ui/Draft.tsx'
import { Select } from '../ui/Select.tsx'
import { Attributes } from './Attributes.tsx'
import { problemOfName, ROLE_NAMES, type Attribute, type Person } from './people.ts'
import { SamePerson } from './SamePerson.tsx'

interface ParticipantCardProps {
  person: Person
  others: readonly Person[]
  attributes: readonly Attribute[]
}

const CONSENT = [
  { id: 'yes', label: 'Yes' },
  { id: 'no', label: 'No: never quote' },
  { id: 'unknown', label: 'Not recorded' },
] as const

const ROLES = (['resident', 'colleague', 'stakeholder'] as const).map((id) => ({ id, label: ROLE_NAMES[id] }))

/** Give it a key of the person. */
export function ParticipantCard({ person, others, attributes }: ParticipantCardProps) {
  const change = useDo('participants.change')
  const withdraw = useDo('participants.withdraw')
  const set = (fields: Omit<Parameters<typeof change.mutate>[0], 'participant'>) =>
    change.mutate({ participant: person.id, ...fields })
  const isIn = person.withdrawn === null
  return (
    <article className="people-card" aria-label={person.name}>
      {isIn ? null : (
        <Banner
          look="caution"
          actions={
            <Button onPress={() => withdraw.mutate({ participant: person.id, withdrawn: false })}>
              Restore
            </Button>
          }
        >
          Withdrawn: in no figure, summary or export.
        </Banner>
      )}
      <div className="people-who">
        <Draft
          label="Pseudonym or number"
          value={person.name}
          problemOf={(name) => problemOfName(others, person, name)}
          onSave={(name) => set({ name })}
        />
        <Select label="Role" options={ROLES} value={person.role} onChange={(role) => set({ role })} />
      </div>
      <Transcripts person={person} />
      <RadioGroup
        label="May be quoted"
        options={CONSENT}
        value={person.consentQuotes === null ? 'unknown' : person.consentQuotes ? 'yes' : 'no'}
        onChange={(consent) => set({ consentQuotes: consent === 'unknown' ? null : consent === 'yes' })}
      />
      <Attributes person={person} attributes={attributes} onSet={(values) => set({ attributes: values })} />
      <Draft label="Note" lines={3} value={person.note} onSave={(note) => set({ note })} />
      <MemosOn target={{ kind: 'participant', id: person.id }} name={person.name} />
      <footer className="people-foot">
        <SamePerson person={person} others={others} />
        {isIn ? (
          <section>
            <p className="w-help">
              Takes {person.name} out of every figure, summary and export. Nothing is deleted; it can be taken
              back.
            </p>
            <Button
              look="danger"
              onPress={() => withdraw.mutate({ participant: person.id, withdrawn: true })}
            >
              Withdraw from the study
            </Button>
          </section>
        ) : null}
      </footer>
    </article>
  )
}

function Transcripts({ person }: { person: Person }) {
  const hasJourney = person.withdrawn === null && person.passages > 0
  return (
    <section>
      <h2>Transcripts</h2>
      {person.documents.length === 0 ? <p className="people-none">None yet.</p> : null}
      <ul className="people-links">
        {person.documents.map((document) => (
          <li key={document.id}>
            <a href={formatRoute({ room: 'code', path: [String(document.id)] })}>{document.name}</a>
          </li>
        ))}
        {hasJourney ? (
          <li className="people-journey">
            <a href={formatRoute({ room: 'map', path: ['journey', String(person.id)] })}>
              Their journey, step by step
            </a>
          </li>
        ) : null}
      </ul>
    </section>
  )
}
