/** One attribute of a person, edited in the way its type asks for. */
import { useState } from 'react'
import { TextField } from '../ui/Field.tsx'
import { Select } from '../ui/Select.tsx'
import type { Attribute } from './people.ts'

interface AttributeFieldProps {
  attribute: Attribute
  value: string
  onChange: (value: string) => void
}

const NONE = ''
const SCALES: Partial<Record<Attribute['type'], number>> = { scale5: 5, scale7: 7 }

/** The values to choose from; null where any words will do. A value from elsewhere stays choosable. */
function choicesOf({ type, values }: Attribute, value: string): string[] | null {
  const steps = SCALES[type]
  const own =
    type === 'bool'
      ? ['true', 'false']
      : steps
        ? Array.from({ length: steps }, (_, at) => String(at + 1))
        : values
  if (type === 'multi' || own.length === 0) return null
  return value === '' || own.includes(value) ? own : [...own, value]
}

const spoken = (type: Attribute['type'], value: string): string =>
  type === 'bool' ? (value === 'true' ? 'Yes' : value === 'false' ? 'No' : value) : value

export function AttributeField({ attribute, value, onChange }: AttributeFieldProps) {
  const [text, setText] = useState(value)
  const choices = choicesOf(attribute, value)
  if (choices !== null) {
    return (
      <Select
        label={attribute.name}
        options={[
          { id: NONE, label: 'Not recorded' },
          ...choices.map((choice) => ({ id: choice, label: spoken(attribute.type, choice) })),
        ]}
        value={value}
        onChange={onChange}
      />
    )
  }
  const finish = () => {
    if (text.trim() !== value) onChange(text.trim())
  }
  return (
    <TextField
      label={attribute.name}
      value={text}
      onChange={setText}
      onBlur={finish}
      onKeyDown={(event) => {
        if (event.key === 'Enter') finish()
      }}
      {...(attribute.type === 'int' ? { inputMode: 'numeric' as const } : {})}
    />
  )
}
