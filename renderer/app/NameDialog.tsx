/** Asks for a name: of the study, of a coder. */
import { useState, type FormEvent } from 'react'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextField } from '../ui/Field.tsx'
import './dialogs.css'

interface NameDialogProps {
  title: string
  label: string
  /** The verb on the button. */
  action: string
  initial?: string
  isOpen: boolean
  onName: (name: string) => void
  onClose: () => void
}

export function NameDialog({ title, isOpen, onClose, ...form }: NameDialogProps) {
  return (
    <Dialog title={title} isOpen={isOpen} onClose={onClose} size="small">
      <NameForm {...form} onClose={onClose} />
    </Dialog>
  )
}

function NameForm({
  label,
  action,
  initial = '',
  onName,
  onClose,
}: Omit<NameDialogProps, 'title' | 'isOpen'>) {
  const [name, setName] = useState(initial)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return
    onName(name.trim())
    onClose()
  }
  return (
    <form className="name-form" onSubmit={submit}>
      <TextField label={label} value={name} onChange={setName} maxLength={80} hasFocus />
      <div className="name-actions">
        <Button onPress={onClose}>Cancel</Button>
        <Button look="primary" type="submit" isDisabled={name.trim() === ''}>
          {action}
        </Button>
      </div>
    </form>
  )
}
