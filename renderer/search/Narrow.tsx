/** What else narrows a question, folded until it is needed: the coding itself, who coded, who speaks, where. */
import { useState, type ReactNode } from 'react'
import { DocumentKind, ParticipantRole, Stance } from '../../core/contract/common.ts'
import { useAsk } from '../data.ts'
import { groupable } from '../evidence/people.ts'
import { Ticks } from '../evidence/Ticks.tsx'
import { useCodes } from '../evidence/use-codes.ts'
import { Segments } from '../ui/Choice.tsx'
import { Badge } from '../ui/Code.tsx'
import { narrowed, withAttribute, withField, type Asked } from './query.ts'

interface NarrowProps {
  asked: Asked
  onAsk: (asked: Asked) => void
}

const INTENSITIES = [
  { id: 1, label: 'Mild' },
  { id: 2, label: 'Clear' },
  { id: 3, label: 'Strong' },
] as const
const ORIGINS = [
  { id: 'hand', label: 'By hand' },
  { id: 'suggestion', label: 'Accepted suggestion' },
  { id: 'auto', label: 'Search' },
  { id: 'import', label: 'Import' },
] as const
const CODING = ['intensities', 'stances', 'origins', 'stale', 'flagged', 'memo'] as const
const PEOPLE = ['roles', 'participants', 'attributes'] as const
const PLACES = ['documents', 'kinds', 'journeys', 'waves', 'coders'] as const

export function Narrow(props: NarrowProps) {
  const { asked } = props
  return (
    <div className="search-narrow">
      <Group title="The coding" count={narrowed(asked, CODING)}>
        <CodingPart {...props} />
      </Group>
      <Group title="Who is speaking" count={narrowed(asked, PEOPLE)}>
        <PeoplePart {...props} />
      </Group>
      <Group title="Transcripts and coders" count={narrowed(asked, PLACES)}>
        <PlacesPart {...props} />
      </Group>
    </div>
  )
}

function Group({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  // Open from the beginning where something narrows; after that as the person left it.
  const [isOpen] = useState(count > 0)
  return (
    <details className="search-group" open={isOpen}>
      <summary>
        {title} {count === 0 ? null : <Badge look="accent">{count}</Badge>}
      </summary>
      <div className="search-part">{children}</div>
    </details>
  )
}

const titled = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
const optionsOf = <K extends string>(ids: readonly K[]) => ids.map((id) => ({ id, label: titled(id) }))

function CodingPart({ asked, onAsk }: NarrowProps) {
  return (
    <>
      <Ticks
        label="Intensity"
        options={INTENSITIES}
        value={asked.intensities ?? []}
        onChange={(chosen) => onAsk(withField(asked, 'intensities', chosen))}
      />
      <Ticks
        label="Stance"
        options={optionsOf(Stance.options)}
        value={asked.stances ?? []}
        onChange={(chosen) => onAsk(withField(asked, 'stances', chosen))}
      />
      <Ticks
        label="Coded by"
        options={ORIGINS}
        value={asked.origins ?? []}
        onChange={(chosen) => onAsk(withField(asked, 'origins', chosen))}
      />
      <YesNo label="Under an older definition" field="stale" asked={asked} onAsk={onAsk} />
      <YesNo label="Marked for a second look" field="flagged" asked={asked} onAsk={onAsk} />
      <YesNo label="With a memo" field="memo" asked={asked} onAsk={onAsk} />
    </>
  )
}

const ANSWERS = [
  { id: 'any', label: 'Either', value: undefined },
  { id: 'yes', label: 'Yes', value: true },
  { id: 'no', label: 'No', value: false },
] as const

function YesNo({
  label,
  field,
  asked,
  onAsk,
}: NarrowProps & { label: string; field: 'stale' | 'flagged' | 'memo' }) {
  return (
    <div className="search-yesno">
      <span aria-hidden>{label}</span>
      <Segments
        label={label}
        options={ANSWERS}
        value={ANSWERS.find(({ value }) => value === asked[field])?.id ?? 'any'}
        onChange={(id) => onAsk(withField(asked, field, ANSWERS.find((answer) => answer.id === id)?.value))}
      />
    </div>
  )
}

function PeoplePart({ asked, onAsk }: NarrowProps) {
  const people = useAsk('participants.list', {}).data?.participants ?? []
  const attributes = useAsk('participants.attributes', {}).data?.attributes ?? []
  return (
    <>
      <Ticks
        label="Role"
        options={optionsOf(ParticipantRole.options)}
        value={asked.roles ?? []}
        onChange={(chosen) => onAsk(withField(asked, 'roles', chosen))}
      />
      <Ticks
        label="Participants"
        options={people.map(({ id, name }) => ({ id, label: name }))}
        value={asked.participants ?? []}
        onChange={(chosen) => onAsk(withField(asked, 'participants', chosen))}
      />
      {groupable(attributes).map(({ id, name, values }) => (
        <Group key={id} title={name} count={asked.attributes?.[id]?.length ?? 0}>
          <Ticks
            label={name}
            options={[...values, ''].map((value) => ({ id: value, label: value || 'Not stated' }))}
            value={asked.attributes?.[id] ?? []}
            onChange={(chosen) => onAsk(withAttribute(asked, id, chosen))}
          />
        </Group>
      ))}
    </>
  )
}

function PlacesPart({ asked, onAsk }: NarrowProps) {
  const documents = useAsk('documents.list', {}).data?.documents ?? []
  const coders = useAsk('project.coders', {}).data?.coders ?? []
  const journeys = useCodes().inOrder.filter(({ level, archived }) => level === 'journey' && !archived)
  const kinds = DocumentKind.options.filter((kind) => documents.some((document) => document.kind === kind))
  const waves = [...new Set(documents.map(({ wave }) => wave ?? ''))].toSorted((a, b) => a.localeCompare(b))
  return (
    <>
      <Ticks
        label="Transcripts"
        options={documents.map(({ document, name }) => ({ id: document, label: name }))}
        value={asked.documents ?? []}
        onChange={(chosen) => onAsk(withField(asked, 'documents', chosen))}
      />
      <Ticks
        label="Kinds"
        options={optionsOf(kinds)}
        value={asked.kinds ?? []}
        onChange={(chosen) => onAsk(withField(asked, 'kinds', chosen))}
      />
      <Ticks
        label="Journeys"
        options={journeys.map(({ code, name }) => ({ id: code, label: name }))}
        value={asked.journeys ?? []}
        onChange={(chosen) => onAsk(withField(asked, 'journeys', chosen))}
      />
      {waves.length < 2 ? null : (
        <Ticks
          label="Waves"
          options={waves.map((wave) => ({ id: wave, label: wave || 'No wave' }))}
          value={asked.waves ?? []}
          onChange={(chosen) => onAsk(withField(asked, 'waves', chosen))}
        />
      )}
      {coders.length < 2 ? null : (
        <Ticks
          label="Coders"
          options={coders.map(({ id, name }) => ({ id, label: name }))}
          value={asked.coders ?? []}
          onChange={(chosen) => onAsk(withField(asked, 'coders', chosen))}
        />
      )}
    </>
  )
}
