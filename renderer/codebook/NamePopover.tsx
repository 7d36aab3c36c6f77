/** Asks for a name in place: over the row that is renamed, under the row that gets company. */
import { useMemo, useState, type FormEvent } from 'react'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/Field.tsx'
import { Popover } from '../ui/Popover.tsx'

export interface NameQuestion {
  label: string
  /** The verb on the button. */
  action: string
  initial?: string
  /** What the question belongs to: a row, a button. */
  anchor: Element | null
  onName: (name: string) => void
}

interface NamePopoverProps {
  question: NameQuestion | null
  onClose: () => void
}

export function NamePopover({ question, onClose }: NamePopoverProps) {
  const anchor = useMemo(() => ({ current: question?.anchor ?? null }), [question])
  return (
    <Popover
      label={question?.label ?? 'Name'}
      triggerRef={anchor}
      placement="bottom start"
      isOpen={question !== null}
      onOpenChange={(open) => open || onClose()}
    >
      {question === null ? null : <NameForm {...question} onClose={onClose} />}
    </Popover>
  )
}

function NameForm({
  label,
  action,
  initial = '',
  onName,
  onClose,
}: Omit<NameQuestion, 'anchor'> & { onClose: () => void }) {
  const [name, setName] = useState(initial)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return
    onClose()
    if (name.trim() !== initial) onName(name.trim())
  }
  return (
    <form className="codebook-naming" onSubmit={submit}>
      <TextField
        label={label}
        value={name}
        onChange={setName}
        maxLength={200}
        hasFocus
        onFocus={(event) => event.target instanceof HTMLInputElement && event.target.select()}
      />
      <Button look="primary" type="submit" isDisabled={name.trim() === ''}>
        {action}
      </Button>
    </form>
  )
}
