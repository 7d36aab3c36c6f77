/** Saves the study in a form other tools read, and says what that form could not hold. */
import { useRef, useState } from 'react'
import { useAsk, useDo } from '../data.ts'
import type { Input, Output } from '../../core/contract/index.ts'
import { announce } from '../ui/announce.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Choice.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { ProgressBar } from '../ui/Progress.tsx'
import { saveFile } from '../ui/save-file.ts'
import { Select } from '../ui/Select.tsx'
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

type Role = NonNullable<Input<'exporting.make'>['role']>

const WHOSE: readonly { id: Role; label: string }[] = [
  { id: 'any', label: 'Everyone' },
  { id: 'resident', label: 'Residents' },
  { id: 'colleague', label: 'Colleagues' },
  { id: 'stakeholder', label: 'Stakeholders' },
]

function ExportForm({ onClose }: Pick<ExportDialogProps, 'onClose'>) {
  const formats = useAsk('exporting.formats', {})
  const [chosen, setChosen] = useState<string | null>(null)
  const [special, setSpecial] = useState(false)
  const [role, setRole] = useState<Role>('any')
  const stop = useRef(new AbortController())
  const [made, setMade] = useState<Made | null>(null)
  const make = useDo('exporting.make', { quiet: true, signal: () => stop.current.signal })
  const format = formats.data?.formats.find(({ id }) => id === chosen) ?? formats.data?.formats[0]
  if (format === undefined) return formats.error && <p className="export-error">{formats.error.message}</p>
  const request = { format: format.id, special, role }

  const finish = (answer: Made) => {
    for (const { name, bytes } of answer.files) saveFile(name, bytes)
    announce(`Exported ${answer.files.map(({ name }) => name).join(', ')} · ${answer.rows} rows`)
    if (answer.lost.length + answer.cautions.length === 0) onClose()
    else setMade(answer)
  }
  const start = () => {
    stop.current = new AbortController()
    make.mutate(request, { onSuccess: finish })
  }

  if (made !== null) return <Afterwards made={made} onClose={onClose} />
  return (
    <div className="export">
      <Select
        label="Format"
        description={format.about}
        options={(formats.data?.formats ?? []).map(({ id, name, about }) => ({
          id,
          label: name,
          description: about,
        }))}
        value={format.id}
        onChange={setChosen}
      />
      {format.aboutPeople ? (
        <Select label="Whose words and details" options={WHOSE} value={role} onChange={setRole} />
      ) : null}
      {format.details ? (
        <Checkbox
          isSelected={special}
          onChange={setSpecial}
          description="Health, ethnicity and the like. Leave out unless the people receiving the file need them."
        >
          Include special-category attributes
        </Checkbox>
      ) : null}
      {format.aboutPeople ? <Beforehand request={request} /> : null}
      {make.isPending ? <ProgressBar label="Exporting" onCancel={() => stop.current.abort()} /> : null}
      <div className="export-actions">
        <Button onPress={onClose}>Close</Button>
        <Button look="primary" onPress={start} isDisabled={make.isPending}>
          Export
        </Button>
      </div>
    </div>
  )
}

/** Who might be recognised in the file, or why it cannot be made, before it is. */
function Beforehand({ request }: { request: Input<'exporting.cautions'> }) {
  const { data, error } = useAsk('exporting.cautions', request, { keep: true })
  if (error !== null) return <Banner look="caution">{error.message}</Banner>
  return data?.cautions.map((sentence) => (
    <Banner key={sentence} look="caution">
      {sentence}
    </Banner>
  ))
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
