/** Saves the study in a form other tools read, and says what that form could not hold. */
import { useRef, useState } from 'react'
import { useAsk, useDo } from '../data.ts'
import type { Output } from '../../core/contract/index.ts'
import { announce } from '../ui/announce.ts'
import { Button } from '../ui/Button.tsx'
import { Checkbox, RadioGroup } from '../ui/Choice.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { ProgressBar } from '../ui/Progress.tsx'
import { saveFile } from '../ui/save-file.ts'
import './dialogs.css'

interface ExportDialogProps {
  isOpen: boolean
  onClose: () => void
}

export function ExportDialog({ isOpen, onClose }: ExportDialogProps) {
  return (
    <Dialog title="Export" isOpen={isOpen} onClose={onClose}>
      <ExportForm onClose={onClose} />
    </Dialog>
  )
}

function ExportForm({ onClose }: Pick<ExportDialogProps, 'onClose'>) {
  const formats = useAsk('exporting.formats', {})
  const [chosen, setChosen] = useState<string | null>(null)
  const [special, setSpecial] = useState(false)
  const stop = useRef(new AbortController())
  const [lost, setLost] = useState<readonly string[]>([])
  const make = useDo('exporting.make', { quiet: true, signal: () => stop.current.signal })
  const format = formats.data?.formats.find(({ id }) => id === chosen) ?? formats.data?.formats[0]

  const finish = (made: Output<'exporting.make'>) => {
    for (const { name, bytes } of made.files) saveFile(name, bytes)
    announce(`Exported ${made.files.map(({ name }) => name).join(', ')} · ${made.rows} rows`)
    if (made.lost.length === 0) onClose()
    else setLost(made.lost)
  }
  const start = () => {
    if (format === undefined) return
    stop.current = new AbortController()
    make.mutate({ format: format.id, special }, { onSuccess: finish })
  }

  if (lost.length > 0) return <Lost items={lost} onClose={onClose} />
  return (
    <div className="export">
      {formats.error === null ? null : <p className="export-error">{formats.error.message}</p>}
      <RadioGroup
        label="Format"
        options={(formats.data?.formats ?? []).map(({ id, name, extension }) => ({
          id,
          label: name,
          description: extension,
        }))}
        value={format?.id ?? null}
        onChange={setChosen}
      />
      <Checkbox
        isSelected={special}
        onChange={setSpecial}
        description="Health, ethnicity and the like. Leave out unless the people receiving the file need them."
      >
        Include special-category attributes
      </Checkbox>
      {make.isPending ? <ProgressBar label="Exporting" onCancel={() => stop.current.abort()} /> : null}
      <div className="export-actions">
        <Button onPress={onClose}>Close</Button>
        <Button look="primary" onPress={start} isDisabled={format === undefined || make.isPending}>
          Export
        </Button>
      </div>
    </div>
  )
}

function Lost({ items, onClose }: { items: readonly string[]; onClose: () => void }) {
  return (
    <div className="export">
      <p>The file is saved. This format could not hold everything:</p>
      <ul className="export-lost">
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
      <div className="export-actions">
        <Button look="primary" onPress={onClose}>
          Close
        </Button>
      </div>
    </div>
  )
}
