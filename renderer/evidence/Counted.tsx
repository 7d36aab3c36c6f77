/** Who is counted: role, finished transcripts only, journeys, waves, coders, and what is known of participants. */
import { useState } from 'react'
import { ListFilter } from 'lucide-react'
import type { Scope } from '../../core/contract/analysis.ts'
import { useAsk } from '../data.ts'
import { EVERYONE, filtersIn, withAttribute, withList } from './scope-query.ts'
import { useCodes } from './use-codes.ts'
import { Button } from '../ui/Button.tsx'
import { Segments, Switch } from '../ui/Choice.tsx'
import { Popover, PopoverFor } from '../ui/Popover.tsx'
import { Select } from '../ui/Select.tsx'
import { groupable, ROLES } from './people.ts'
import { Ticks } from './Ticks.tsx'
import './evidence.css'

interface CountedProps {
  scope: Scope
  onChange: (scope: Scope) => void
}

export function Counted({ scope, onChange }: CountedProps) {
  const filters = filtersIn(scope)
  const role = ROLES.find(({ id }) => id === scope.role)?.label ?? ''
  return (
    <PopoverFor>
      <Button icon={<ListFilter aria-hidden />}>
        {filters === 0 ? role : `${role}, ${filters} ${filters === 1 ? 'filter' : 'filters'}`}
      </Button>
      <Popover label="Who is counted">
        <Form scope={scope} onChange={onChange} />
      </Popover>
    </PopoverFor>
  )
}

function Form({ scope, onChange }: CountedProps) {
  const journeys = useCodes().inOrder.filter(({ level, archived }) => level === 'journey' && !archived)
  const coders = useAsk('project.coders', {}).data?.coders ?? []
  const documents = useAsk('documents.list', {}).data?.documents ?? []
  const waves = [...new Set(documents.map(({ wave }) => wave ?? ''))].sort((a, b) => a.localeCompare(b))
  return (
    <div className="evidence-form">
      <Segments
        label="Role"
        options={ROLES}
        value={scope.role}
        onChange={(role) => onChange({ ...scope, role })}
      />
      <Switch isSelected={scope.complete} onChange={(complete) => onChange({ ...scope, complete })}>
        Only transcripts marked complete
      </Switch>
      <Ticks
        label="Journeys"
        options={journeys.map(({ code, name }) => ({ id: code, label: name }))}
        value={scope.journeys ?? []}
        onChange={(chosen) => onChange(withList(scope, 'journeys', chosen))}
      />
      {waves.length < 2 ? null : (
        <Ticks
          label="Waves"
          options={waves.map((wave) => ({ id: wave, label: wave || 'No wave' }))}
          value={scope.waves ?? []}
          onChange={(chosen) => onChange(withList(scope, 'waves', chosen))}
        />
      )}
      {coders.length < 2 ? null : (
        <Ticks
          label="Coders"
          options={coders.map(({ id, name }) => ({ id, label: name }))}
          value={scope.coders ?? []}
          onChange={(chosen) => onChange(withList(scope, 'coders', chosen))}
        />
      )}
      <Attributes scope={scope} onChange={onChange} />
      {filtersIn(scope) === 0 ? null : (
        <Button look="quiet" onPress={() => onChange({ ...EVERYONE, role: scope.role })}>
          Remove every filter
        </Button>
      )}
    </div>
  )
}

function Attributes({ scope, onChange }: CountedProps) {
  const attributes = useAsk('participants.attributes', {}).data?.attributes ?? []
  const [added, setAdded] = useState<readonly string[]>([])
  const chosen = scope.attributes ?? {}
  const choices = groupable(attributes).filter(
    ({ appliesTo }) => appliesTo === 'any' || scope.role === 'any' || appliesTo === scope.role,
  )
  const isShown = (id: string) => id in chosen || added.includes(id)
  const others = choices.filter(({ id }) => !isShown(id))
  return (
    <>
      {choices
        .filter(({ id }) => isShown(id))
        .map(({ id, name, values }) => (
          <Ticks
            key={id}
            label={name}
            options={[...values, ''].map((value) => ({ id: value, label: value || 'Not stated' }))}
            value={chosen[id] ?? []}
            onChange={(next) => onChange(withAttribute(scope, id, next))}
          />
        ))}
      {others.length === 0 ? null : (
        <Select
          label="Limit by"
          options={others.map(({ id, name }) => ({ id, label: name }))}
          value={null}
          placeholder="Choose an attribute"
          onChange={(id) => setAdded([...added, id])}
        />
      )}
    </>
  )
}
