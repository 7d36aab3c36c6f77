/** Fields for words and numbers: label above, help below, one sentence when something is wrong. */
import type { ReactNode } from 'react'
import { Minus, Plus, Search, X } from 'lucide-react'
import {
  Button as AriaButton,
  FieldError,
  Group,
  Input,
  Label,
  NumberField as AriaNumberField,
  SearchField as AriaSearchField,
  Text,
  TextArea,
  TextField as AriaTextField,
  type NumberFieldProps as AriaNumberFieldProps,
  type SearchFieldProps as AriaSearchFieldProps,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components'
import { classNames } from './class-names.ts'
import { focusFirst } from './focus.ts'
import './Field.css'

export interface FieldWords {
  label: string
  /** Keep the label for screen readers only, where the surroundings already say it. */
  hideLabel?: boolean
  /** Help under the field. */
  description?: ReactNode
  /** One sentence: what is wrong and what to do. Shown with `isInvalid`. */
  error?: string | undefined
}

type Plain<T> = Omit<T, 'className' | 'style' | 'children'> & { className?: string }

export function FieldLabel({ label, hideLabel = false }: Pick<FieldWords, 'label' | 'hideLabel'>) {
  return <Label className={hideLabel ? 'hidden-visually' : 'w-label'}>{label}</Label>
}

export function FieldHelp({ description, error }: Pick<FieldWords, 'description' | 'error'>) {
  return (
    <>
      {description === undefined ? null : (
        <Text slot="description" className="w-help">
          {description}
        </Text>
      )}
      <FieldError className="w-error">{error}</FieldError>
    </>
  )
}

interface TextFieldProps extends Plain<AriaTextFieldProps>, FieldWords {
  placeholder?: string
  /** Takes the focus when it appears: the first field of a dialog. */
  hasFocus?: boolean
  /** More than one line; the field grows with what is written. */
  lines?: number
}

export function TextField({
  label,
  hideLabel,
  description,
  error,
  placeholder = '',
  lines,
  hasFocus = false,
  className,
  ...props
}: TextFieldProps) {
  const focus = hasFocus ? { ref: focusFirst } : {}
  return (
    <AriaTextField
      {...props}
      isInvalid={props.isInvalid ?? error !== undefined}
      className={classNames('w-field', className)}
    >
      <FieldLabel label={label} hideLabel={hideLabel ?? false} />
      {lines === undefined ? (
        <Input {...focus} className="w-input" placeholder={placeholder} />
      ) : (
        <TextArea {...focus} className="w-input w-textarea" rows={lines} placeholder={placeholder} />
      )}
      <FieldHelp description={description} error={error} />
    </AriaTextField>
  )
}

interface SearchFieldProps extends Plain<AriaSearchFieldProps>, Pick<FieldWords, 'label'> {
  placeholder?: string
}

/** A filter or search; Escape clears it. The label is for screen readers, the placeholder for everyone else. */
export function SearchField({ label, placeholder, className, ...props }: SearchFieldProps) {
  return (
    <AriaSearchField {...props} aria-label={label} className={classNames('w-field w-search', className)}>
      <Search aria-hidden className="w-search-icon" />
      <Input className="w-input" placeholder={placeholder ?? label} />
      <AriaButton className="w-search-clear" aria-label="Clear">
        <X aria-hidden />
      </AriaButton>
    </AriaSearchField>
  )
}

interface NumberFieldProps extends Plain<AriaNumberFieldProps>, FieldWords {}

export function NumberField({ label, hideLabel, description, error, className, ...props }: NumberFieldProps) {
  return (
    <AriaNumberField
      {...props}
      isInvalid={props.isInvalid ?? error !== undefined}
      className={classNames('w-field', className)}
    >
      <FieldLabel label={label} hideLabel={hideLabel ?? false} />
      <Group className="w-number">
        <AriaButton slot="decrement" className="w-number-step">
          <Minus aria-hidden />
        </AriaButton>
        <Input className="w-input" />
        <AriaButton slot="increment" className="w-number-step">
          <Plus aria-hidden />
        </AriaButton>
      </Group>
      <FieldHelp description={description} error={error} />
    </AriaNumberField>
  )
}
