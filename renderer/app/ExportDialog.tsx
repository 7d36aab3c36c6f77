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

type Made = Output<'exporting.make'>

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
  const [made, setMade] = useState<Made | null>(null)
  const make = useDo('exporting.make', { quiet: true, signal: () => stop.current.signal })
  const format = formats.data?.formats.find(({ id }) => id === chosen) ?? formats.data?.formats[0]

  const finish = (answer: Made) => {
    for (const { name, bytes } of answer.files) saveFile(name, bytes)
    announce(`Exported ${answer.files.map(({ name }) => name).join(', ')} · ${answer.rows} rows`)
    if (answer.lost.length + answer.cautions.length === 0) onClose()
    else setMade(answer)
  }
  const start = () => {
    if (format === undefined) return
    stop.current = new AbortController()
    make.mutate({ format: format.id, special }, { onSuccess: finish })
  }

  if (made !== null) return <Afterwards made={made} onClose={onClose} />
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

/** What to know of a file that has just been saved. */
function Afterwards({ made: { lost, cautions }, onClose }: { made: Made; onClose: () => void }) {
  return (
    <div className="export">
      <p>The file is saved.</p>
      <Said title="This format could not hold everything" sentences={lost} />
      <Said title="Before it is shared" sentences={cautions} />
      <div className="export-actions">
        <Button look="primary" onPress={onClose}>
          Close
        </Button>
      </div>
    </div>
  )
}

function Said({ title, sentences }: { title: string; sentences: readonly string[] }) {
  if (sentences.length === 0) return null
  return (
    <section>
      <h3>{title}</h3>
      <ul className="export-lost">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  )
}
