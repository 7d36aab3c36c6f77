/** The question: codes and families, what else must hold, and how it narrows. */
import { Plus } from 'lucide-react'
import { Ticks } from '../evidence/Ticks.tsx'
import { Button } from '../ui/Button.tsx'
import { Switch } from '../ui/Choice.tsx'
import { TextField } from '../ui/Field.tsx'
import { Select } from '../ui/Select.tsx'
import { CodePicker } from './CodePicker.tsx'
import { FAMILIES } from './families.ts'
import { ConditionRow } from './ConditionRow.tsx'
import { Narrow } from './Narrow.tsx'
import { NEW_CONDITION, withField, type Asked, type Condition } from './query.ts'

interface BuilderProps {
  asked: Asked
  onAsk: (asked: Asked) => void
}

const SORTS = [
  { id: 'transcript', label: 'As in the transcripts' },
  { id: 'participant', label: 'By participant' },
  { id: 'newest', label: 'Newest first' },
  { id: 'intensity', label: 'Strongest first' },
] as const

export function Builder({ asked, onAsk }: BuilderProps) {
  const conditions = (and: Condition[]) => onAsk(withField(asked, 'and', and))
  return (
    <form className="search-query" onSubmit={(event) => event.preventDefault()}>
      <section className="search-part" aria-label="Coded with">
        <CodePicker
          label="Coded with any of"
          chosen={asked.codes}
          placeholder="Any code"
          onChange={(codes) => onAsk(withField(asked, 'codes', codes))}
        />
        {asked.codes.length === 0 ? (
          <Ticks
            label="or with any code of"
            options={FAMILIES}
            value={asked.families}
            onChange={(families) => onAsk(withField(asked, 'families', families))}
          />
        ) : (
          <Switch isSelected={asked.below} onChange={(below) => onAsk(withField(asked, 'below', below))}>
            With the codes under them
          </Switch>
        )}
      </section>
      {asked.and.map((condition, at) => (
        <ConditionRow
          key={keyAt(at)}
          condition={condition}
          onChange={(next) => conditions(asked.and.with(at, next))}
          onRemove={() => conditions(asked.and.toSpliced(at, 1))}
        />
      ))}
      <Button
        look="quiet"
        icon={<Plus aria-hidden />}
        onPress={() => conditions([...asked.and, NEW_CONDITION])}
      >
        Add a condition
      </Button>
      <TextField
        label="Words in the passage"
        value={asked.text ?? ''}
        onChange={(text) => onAsk(withField(asked, 'text', text))}
        maxLength={500}
      />
      <Narrow asked={asked} onAsk={onAsk} />
      <Select
        label="Order"
        options={SORTS}
        value={asked.sort}
        onChange={(sort) => onAsk(withField(asked, 'sort', sort))}
      />
    </form>
  )
}

/** Conditions have no identity but their place. */
const keyAt = (at: number): string => `condition ${at}`
