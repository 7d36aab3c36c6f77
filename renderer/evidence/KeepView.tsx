/** Keeps a heatmap, with its figures of today, or a map under a name. */
import { useState } from 'react'
import { useDo } from '../data.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextField } from '../ui/Field.tsx'

interface KeepViewProps {
  kind: 'heatmap' | 'map'
  settings: Record<string, unknown>
  isOpen: boolean
  onClose: () => void
}

const ABOUT = {
  heatmap: 'Its figures are kept with it; see under Saved views what more coding changes.',
  map: 'Found again under Saved views, beside the heatmap.',
}

export function KeepView({ kind, settings, isOpen, onClose }: KeepViewProps) {
  const [name, setName] = useState('')
  const { mutate } = useDo('mapping.saveView')
  const keep = () => mutate({ kind, name: name.trim(), settings }, { onSuccess: onClose })
  return (
    <Dialog
      title="Keep this view"
      size="small"
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" isDisabled={name.trim() === ''} onPress={keep}>
            Keep
          </Button>
        </>
      }
    >
      <TextField
        label="Name"
        description={ABOUT[kind]}
        hasFocus
        value={name}
        onChange={setName}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && name.trim() !== '') keep()
        }}
      />
    </Dialog>
  )
}
