/** One person: transcripts, consent, attributes by sensitivity, a note, and withdrawal. */
import { useState } from 'react'
import { formatRoute } from '../app/routes.ts'
import { useDo } from '../data.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { RadioGroup } from '../ui/Choice.tsx'
import { TextField } from '../ui/Field.tsx'
import { Select } from '../ui/Select.tsx'
import { AttributeField } from './AttributeField.tsx'
import type { Attribute, Person } from './people.ts'

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

const GROUPS = [
  { sensitivity: 'A', title: 'Administrative' },
  { sensitivity: 'B', title: 'Could identify someone in combination' },
  { sensitivity: 'C', title: 'Special category, left out of exports' },
] as const

export function ParticipantCard({ person, others, attributes }: ParticipantCardProps) {
  const change = useDo('participants.change')
  const withdraw = useDo('participants.withdraw')
  const merge = useDo('participants.merge')
  const set = (fields: Omit<Parameters<typeof change.mutate>[0], 'participant'>) =>
    change.mutate({ participant: person.id, ...fields })
  const fitting = attributes.filter(
    ({ appliesTo, id }) =>
      appliesTo === 'any' || appliesTo === person.role || person.attributes[id] !== undefined,
  )
  return (
    <article className="people-card" aria-label={person.name}>
      <Title person={person} onRename={(name) => set({ name })} />
      {person.withdrawn === null ? null : (
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
      <section>
        <h2>Transcripts</h2>
        {person.documents.length === 0 ? <p className="people-none">None yet.</p> : null}
        <ul className="people-links">
          {person.documents.map((document) => (
            <li key={document.id}>
              <a href={formatRoute({ room: 'code', path: [String(document.id)] })}>{document.name}</a>
            </li>
          ))}
        </ul>
      </section>
      <RadioGroup
        label="May be quoted"
        options={CONSENT}
        value={person.consentQuotes === null ? 'unknown' : person.consentQuotes ? 'yes' : 'no'}
        onChange={(consent) => set({ consentQuotes: consent === 'unknown' ? null : consent === 'yes' })}
      />
      {GROUPS.map(({ sensitivity, title }) => {
        const own = fitting.filter((attribute) => attribute.sensitivity === sensitivity)
        return own.length === 0 ? null : (
          <section key={sensitivity}>
            <h2>{title}</h2>
            <div className="people-attributes">
              {own.map((attribute) => (
                <AttributeField
                  key={`${attribute.id} ${person.attributes[attribute.id] ?? ''}`}
                  attribute={attribute}
                  value={person.attributes[attribute.id] ?? ''}
                  onChange={(value) => set({ attributes: { [attribute.id]: value } })}
                />
              ))}
            </div>
          </section>
        )
      })}
      <Note note={person.note} onChange={(note) => set({ note })} />
      <footer className="people-foot">
        <Select
          label="Same person as"
          options={others
            .filter(({ id }) => id !== person.id)
            .map(({ id, name }) => ({ id: String(id), label: name }))}
          value={null}
          onChange={(into) => merge.mutate({ from: person.id, into: Number(into) })}
        />
        {person.withdrawn === null ? (
          <Button look="danger" onPress={() => withdraw.mutate({ participant: person.id, withdrawn: true })}>
            Withdraw from the study
          </Button>
        ) : null}
      </footer>
    </article>
  )
}

function Title({ person, onRename }: { person: Person; onRename: (name: string) => void }) {
  const [name, setName] = useState(person.name)
  const finish = () => {
    if (name.trim() !== '' && name.trim() !== person.name) onRename(name.trim())
  }
  return (
    <TextField
      label="Pseudonym or number"
      value={name}
      onChange={setName}
      onBlur={finish}
      onKeyDown={(event) => {
        if (event.key === 'Enter') finish()
      }}
    />
  )
}

function Note({ note, onChange }: { note: string; onChange: (note: string) => void }) {
  const [text, setText] = useState(note)
  return (
    <TextField
      label="Note"
      lines={3}
      value={text}
      onChange={setText}
      onBlur={() => {
        if (text !== note) onChange(text)
      }}
    />
  )
}
