/** Choosing one of several: Select for a short known list, ComboBox where typing finds it faster. */
import { useContext, useEffect, useRef, type ReactNode } from 'react'
import { ChevronDown } from 'lucide-react'
import {
  Button as AriaButton,
  ComboBox as AriaComboBox,
  ComboBoxStateContext,
  Input,
  Group,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
  Text,
  type Key,
} from 'react-aria-components'
import { classNames } from './class-names.ts'
import { FieldHelp, FieldLabel, type FieldWords } from './Field.tsx'
import { focusFirst } from './focus.ts'
import './Popover.css'
import './Menu.css'
import './Select.css'

export interface Option<K extends Key = Key> {
  id: K
  label: string
  description?: string
  /** Drawn before the label: a family mark, a swatch. */
  mark?: ReactNode
}

interface ChoiceProps<K extends Key> extends FieldWords {
  options: readonly Option<K>[]
  value: K | null
  onChange: (value: K) => void
  placeholder?: string
  isDisabled?: boolean
  className?: string
}

export function Select<K extends Key>({
  label,
  hideLabel,
  description,
  error,
  options,
  value,
  onChange,
  placeholder,
  isDisabled,
  className,
}: ChoiceProps<K>) {
  return (
    <AriaSelect
      className={classNames('w-field', className)}
      value={value}
      onChange={(key) => choose(options, key, onChange)}
      placeholder={placeholder ?? 'Choose'}
      isDisabled={isDisabled ?? false}
      isInvalid={error !== undefined}
    >
      <FieldLabel label={label} hideLabel={hideLabel ?? false} />
      <AriaButton className="w-select-button">
        <SelectValue className="w-select-value" />
        <ChevronDown aria-hidden />
      </AriaButton>
      <FieldHelp description={description} error={error} />
      <Popover className="w-popover" offset={4}>
        <Options options={options} />
      </Popover>
    </AriaSelect>
  )
}

interface ComboBoxProps<K extends Key> extends ChoiceProps<K> {
  /** Called with the words typed, for lists that are searched elsewhere. */
  onInputChange?: (words: string) => void
  /** Takes the focus when it appears. */
  hasFocus?: boolean
}

export function ComboBox<K extends Key>(props: ComboBoxProps<K>) {
  const {
    label,
    hideLabel,
    description,
    error,
    options,
    value,
    onChange,
    onInputChange,
    placeholder = '',
    isDisabled,
    hasFocus = false,
    className,
  } = props
  return (
    <AriaComboBox
      className={classNames('w-field', className)}
      value={value}
      onChange={(key) => choose(options, key, onChange)}
      {...(onInputChange === undefined ? {} : { onInputChange })}
      isDisabled={isDisabled ?? false}
      isInvalid={error !== undefined}
      menuTrigger="focus"
    >
      <FieldLabel label={label} hideLabel={hideLabel ?? false} />
      <Group className="w-combo">
        <Input className="w-input" placeholder={placeholder} {...(hasFocus ? { ref: focusFirst } : {})} />
        <AriaButton className="w-combo-open" aria-label="Show the list">
          <ChevronDown aria-hidden />
        </AriaButton>
      </Group>
      <FieldHelp description={description} error={error} />
      <ComboList>
        <Options options={options} />
      </ComboList>
    </AriaComboBox>
  )
}

/**
 * The list of a ComboBox. Scrolling the page closes it, except in the frame in which it opened: a field that is out of
 * sight scrolls into view as it takes the focus, and word of that scroll comes only after the focus opened the list.
 */
function ComboList({ children }: { children: ReactNode }) {
  const state = useContext(ComboBoxStateContext)
  const isOpen = state?.isOpen ?? false
  const isNew = useRef(false)
  useEffect(() => {
    if (!isOpen) return undefined
    isNew.current = true
    const frame = requestAnimationFrame(() => {
      isNew.current = false
    })
    return () => cancelAnimationFrame(frame)
  }, [isOpen])
  return (
    <Popover
      className="w-popover"
      offset={4}
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open && !isNew.current) state?.close()
      }}
    >
      {children}
    </Popover>
  )
}

function Options({ options }: { options: readonly Option[] }) {
  return (
    <ListBox
      className="w-menu"
      items={options}
      renderEmptyState={() => <p className="w-menu-title">Nothing matches</p>}
    >
      {(option) => (
        <ListBoxItem id={option.id} textValue={option.label} className="w-menu-item w-option">
          {option.mark}
          <span className="w-menu-words">
            <Text slot="label">{option.label}</Text>
            {option.description === undefined ? null : (
              <Text slot="description" className="w-menu-more">
                {option.description}
              </Text>
            )}
          </span>
        </ListBoxItem>
      )}
    </ListBox>
  )
}

/** Hands back the option's own id, so that callers keep their key type without a cast. */
function choose<K extends Key>(options: readonly Option<K>[], key: Key | null, onChange: (value: K) => void) {
  const option = options.find((candidate) => candidate.id === key)
  if (option !== undefined) onChange(option.id)
}
