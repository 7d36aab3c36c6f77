/** Keeps the heatmap under a name, with its figures of today. */
import { useState } from 'react'
import type { HeatmapSettings } from '../../core/contract/analysis.ts'
import { useDo } from '../data.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextField } from '../ui/Field.tsx'

interface KeepViewProps {
  settings: HeatmapSettings
  isOpen: boolean
  onClose: () => void
}

export function KeepView({ settings, isOpen, onClose }: KeepViewProps) {
  const [name, setName] = useState('')
  const { mutate } = useDo('mapping.saveView')
  const keep = () => mutate({ kind: 'heatmap', name: name.trim(), settings }, { onSuccess: onClose })
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
        description="Its figures are kept with it; see under Saved views what more coding changes."
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
