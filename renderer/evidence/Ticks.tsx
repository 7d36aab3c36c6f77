/** Any of a few, under one heading; none ticked means all. */
import { Checkbox } from '../ui/Choice.tsx'

interface TicksProps<K extends string | number> {
  label: string
  options: readonly { id: K; label: string }[]
  value: readonly K[]
  onChange: (value: K[]) => void
}

export function Ticks<K extends string | number>({ label, options, value, onChange }: TicksProps<K>) {
  const tick = (id: K, on: boolean) =>
    onChange(options.map((option) => option.id).filter((each) => (each === id ? on : value.includes(each))))
  return (
    <fieldset className="evidence-ticks">
      <legend className="w-label">{label}</legend>
      {options.map(({ id, label: name }) => (
        <Checkbox key={id} isSelected={value.includes(id)} onChange={(on) => tick(id, on)}>
          {name}
        </Checkbox>
      ))}
    </fieldset>
  )
}
