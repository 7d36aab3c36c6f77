/** One condition beside a passage's own codes: and, or and not, how near, which codes. */
import { X } from 'lucide-react'
import { Ticks } from '../evidence/Ticks.tsx'
import { IconButton } from '../ui/Button.tsx'
import { Segments, Switch } from '../ui/Choice.tsx'
import { NumberField } from '../ui/Field.tsx'
import { Select } from '../ui/Select.tsx'
import { FAMILIES } from './families.ts'
import { CodePicker } from './CodePicker.tsx'
import type { Condition } from './query.ts'

interface ConditionRowProps {
  condition: Condition
  onChange: (condition: Condition) => void
  onRemove: () => void
}

const RELATIONS = [
  { id: 'with', label: 'also coded with', description: 'On the same passage' },
  { id: 'overlapping', label: 'overlapping', description: 'Sharing words with a passage of' },
  { id: 'inside', label: 'inside', description: 'Within a passage of' },
  { id: 'around', label: 'around', description: 'Holding a passage of' },
  { id: 'near', label: 'near', description: 'Not far from a passage of' },
] as const

const SIGNS = [
  { id: 'and', label: 'and' },
  { id: 'not', label: 'and not' },
] as const

export function ConditionRow({ condition, onChange, onRemove }: ConditionRowProps) {
  const set = (change: Partial<Condition>) => onChange({ ...condition, ...change })
  return (
    <fieldset className="search-part search-condition">
      <legend className="hidden-visually">Condition</legend>
      <div className="search-condition-head">
        <Segments
          label="Holds or not"
          options={SIGNS}
          value={condition.not ? 'not' : 'and'}
          onChange={(sign) => set({ not: sign === 'not' })}
        />
        <Select
          label="How it relates"
          hideLabel
          options={RELATIONS}
          value={condition.relation}
          onChange={(relation) => set({ relation })}
        />
        <IconButton label="Remove the condition" icon={<X aria-hidden />} onPress={onRemove} />
      </div>
      {condition.relation === 'near' ? (
        <NumberField
          label="Characters away, at most"
          value={condition.distance}
          minValue={0}
          maxValue={1_000_000}
          step={50}
          onChange={(distance) => Number.isFinite(distance) && set({ distance })}
        />
      ) : null}
      <CodePicker
        label="Codes of the condition"
        hideLabel
        chosen={condition.codes}
        placeholder={condition.families.length > 0 ? 'Any code of these families' : 'Choose codes'}
        onChange={(codes) => set({ codes })}
      />
      {condition.codes.length > 0 ? null : (
        <Ticks
          label="or any code of"
          options={FAMILIES}
          value={condition.families}
          onChange={(families) => set({ families })}
        />
      )}
      {condition.relation === 'with' ? null : (
        <Switch isSelected={condition.otherCoders} onChange={(otherCoders) => set({ otherCoders })}>
          Other coders’ passages too
        </Switch>
      )}
    </fieldset>
  )
}
