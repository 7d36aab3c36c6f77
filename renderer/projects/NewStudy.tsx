/** Names a new study and picks what its codebook starts from. */
import { useState, type FormEvent } from 'react'
import { useDo } from '../data.ts'
import { Button } from '../ui/Button.tsx'
import { RadioGroup } from '../ui/Choice.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextField } from '../ui/Field.tsx'

interface NewStudyProps {
  isOpen: boolean
  onClose: () => void
  onMade: (made: { opened: boolean; name: string | null }) => void
}

type Template = 'housing' | 'blank'

const TEMPLATES = [
  {
    id: 'housing',
    label: 'Housing study',
    description:
      'Six journeys with 120 touchpoints, emotions, reasons, channels and attributes, ready to change.',
  },
  {
    id: 'blank',
    label: 'Blank study',
    description: 'Emotions, reasons, layers and channels, with no journeys yet.',
  },
] as const satisfies { id: Template; label: string; description: string }[]

export function NewStudy({ isOpen, onClose, onMade }: NewStudyProps) {
  return (
    <Dialog title="New study" isOpen={isOpen} onClose={onClose} size="small">
      <NewStudyForm onClose={onClose} onMade={onMade} />
    </Dialog>
  )
}

function NewStudyForm({ onClose, onMade }: Omit<NewStudyProps, 'isOpen'>) {
  const [name, setName] = useState('')
  const [template, setTemplate] = useState<Template>('housing')
  const create = useDo('workspace.create')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return
    create.mutate(
      { name: name.trim(), template },
      {
        onSuccess: (made) => {
          onClose()
          onMade(made)
        },
      },
    )
  }
  return (
    <form className="projects-form" onSubmit={submit}>
      <TextField
        label="Name"
        description="For example the landlord, the subject and the year."
        error={create.error?.message}
        value={name}
        onChange={setName}
        maxLength={120}
        hasFocus
      />
      <RadioGroup label="Start from" options={TEMPLATES} value={template} onChange={setTemplate} />
      <div className="projects-form-actions">
        <Button onPress={onClose}>Cancel</Button>
        <Button look="primary" type="submit" isDisabled={name.trim() === '' || create.isPending}>
          Make the study
        </Button>
      </div>
    </form>
  )
}
