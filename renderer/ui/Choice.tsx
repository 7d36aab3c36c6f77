/** Yes or no, and one of a few: Switch, Checkbox, RadioGroup, Segments. */
import type { ReactNode } from 'react'
import { Check, Minus } from 'lucide-react'
import {
  CheckboxButton,
  CheckboxField,
  Radio as AriaRadio,
  RadioGroup as AriaRadioGroup,
  Switch as AriaSwitch,
  Text,
  ToggleButton as AriaToggleButton,
  ToggleButtonGroup as AriaToggleButtonGroup,
  type CheckboxFieldProps as AriaCheckboxFieldProps,
  type Key,
  type SwitchProps as AriaSwitchProps,
} from 'react-aria-components'
import { classNames } from './class-names.ts'
import { FieldHelp, FieldLabel, type FieldWords } from './Field.tsx'
import './Choice.css'

interface SwitchProps extends Omit<AriaSwitchProps, 'className' | 'style' | 'children'> {
  children: ReactNode
  className?: string
}

/** Takes effect at once. */
export function Switch({ children, className, ...props }: SwitchProps) {
  return (
    <AriaSwitch {...props} className={classNames('w-switch', className)}>
      <span className="w-switch-track" aria-hidden />
      {children}
    </AriaSwitch>
  )
}

interface CheckboxProps extends Omit<AriaCheckboxFieldProps, 'className' | 'style' | 'children'> {
  children: ReactNode
  description?: string
  className?: string
}

export function Checkbox({ children, description, className, ...props }: CheckboxProps) {
  return (
    <CheckboxField {...props} className={classNames('w-checkbox', className)}>
      <CheckboxButton className="w-choice">
        {({ isSelected, isIndeterminate }) => (
          <>
            <span className="w-box" aria-hidden>
              {isIndeterminate ? <Minus /> : isSelected ? <Check /> : null}
            </span>
            {children}
          </>
        )}
      </CheckboxButton>
      {description === undefined ? null : (
        <Text slot="description" className="w-help w-choice-help">
          {description}
        </Text>
      )}
    </CheckboxField>
  )
}

export interface RadioOption<K extends string> {
  id: K
  label: string
  description?: string
}

interface RadioGroupProps<K extends string> extends FieldWords {
  options: readonly RadioOption<K>[]
  value: K | null
  onChange: (value: K) => void
  isDisabled?: boolean
  className?: string
}

export function RadioGroup<K extends string>({
  label,
  hideLabel,
  description,
  error,
  options,
  value,
  onChange,
  isDisabled,
  className,
}: RadioGroupProps<K>) {
  return (
    <AriaRadioGroup
      className={classNames('w-field', className)}
      value={value}
      onChange={(id) => pick(options, id, onChange)}
      isDisabled={isDisabled ?? false}
      isInvalid={error !== undefined}
    >
      <FieldLabel label={label} hideLabel={hideLabel ?? false} />
      {options.map((option) => (
        <AriaRadio key={option.id} value={option.id} className="w-choice">
          <span className="w-box w-box-round" aria-hidden />
          <span className="w-choice-words">
            {option.label}
            {option.description === undefined ? null : <span className="w-help">{option.description}</span>}
          </span>
        </AriaRadio>
      ))}
      <FieldHelp description={description} error={error} />
    </AriaRadioGroup>
  )
}

interface SegmentsProps<K extends string> {
  label: string
  options: readonly { id: K; label: ReactNode; name?: string }[]
  value: K
  onChange: (value: K) => void
  className?: string
}

/** Two to five views side by side, one always on. */
export function Segments<K extends string>({ label, options, value, onChange, className }: SegmentsProps<K>) {
  const change = (keys: Set<Key>) => {
    for (const key of keys) pick(options, key, onChange)
  }
  return (
    <AriaToggleButtonGroup
      aria-label={label}
      className={classNames('w-segments', className)}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={change}
    >
      {options.map((option) => (
        <AriaToggleButton
          key={option.id}
          id={option.id}
          className="w-segment"
          {...(option.name === undefined ? {} : { 'aria-label': option.name })}
        >
          {option.label}
        </AriaToggleButton>
      ))}
    </AriaToggleButtonGroup>
  )
}

function pick<K extends string>(options: readonly { id: K }[], key: Key, onChange: (value: K) => void) {
  const option = options.find((candidate) => candidate.id === key)
  if (option !== undefined) onChange(option.id)
}
