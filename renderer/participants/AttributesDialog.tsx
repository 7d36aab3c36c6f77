/** The attributes of the study: what each is called and how carefully it is handled. */
import { useState } from 'react'
import { useDo } from '../data.ts'
import { Button } from '../ui/Button.tsx'
import { Segments } from '../ui/Choice.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextField } from '../ui/Field.tsx'
import { SENSITIVITY, type Attribute } from './people.ts'

interface AttributesDialogProps {
  attributes: readonly Attribute[]
  isOpen: boolean
  onClose: () => void
}

const CLASSES = (['A', 'B', 'C'] as const).map((id) => ({ id, label: id, name: SENSITIVITY[id].title }))

export function AttributesDialog({ attributes, isOpen, onClose }: AttributesDialogProps) {
  return (
    <Dialog title="Attributes" isOpen={isOpen} onClose={onClose} size="large">
      <dl className="people-classes">
        {CLASSES.map(({ id }) => (
          <div key={id}>
            <dt>{id}</dt>
            <dd>{SENSITIVITY[id].meaning}</dd>
          </div>
        ))}
      </dl>
      <NewAttribute />
      <ul className="people-attribute-list">
        {attributes.map((attribute) => (
          <AttributeRow key={attribute.id} attribute={attribute} />
        ))}
      </ul>
    </Dialog>
  )
}

function AttributeRow({ attribute }: { attribute: Attribute }) {
  const change = useDo('participants.setAttribute')
  return (
    <li>
      <span>
        {attribute.name}
        <span className="people-none">
          {' '}
          {attribute.appliesTo === 'any' ? '' : `· ${attribute.appliesTo}s`}
        </span>
      </span>
      <Segments
        label={`How ${attribute.name} is handled`}
        options={CLASSES}
        value={attribute.sensitivity}
        onChange={(sensitivity) => change.mutate({ id: attribute.id, sensitivity })}
      />
    </li>
  )
}

function NewAttribute() {
  const [name, setName] = useState('')
  const add = useDo('participants.setAttribute')
  return (
    <form
      className="people-new"
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim() === '') return
        add.mutate({ id: name.trim() }, { onSuccess: () => setName('') })
      }}
    >
      <TextField label="New attribute" value={name} onChange={setName} maxLength={60} />
      <Button type="submit" isDisabled={name.trim() === ''}>
        Add
      </Button>
    </form>
  )
}
