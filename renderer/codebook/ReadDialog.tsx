/** Reading a codebook from a file: first what it would change, then the change, in one step. */
import { useRef, useState, type ReactNode } from 'react'
import { Upload } from 'lucide-react'
import { FileTrigger } from 'react-aria-components'
import type { CodebookPlan } from '../../core/contract/codebook.ts'
import type { Input } from '../../core/contract/index.ts'
import { useDo } from '../data.ts'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Choice.tsx'
import { Badge, FamilyMark } from '../ui/Code.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { ProgressBar } from '../ui/Progress.tsx'
import { codingsInWords, counted } from './words.ts'

interface ReadDialogProps {
  isOpen: boolean
  onClose: () => void
}

type NamedFile = Input<'codebook.readFile'>['file']

export function ReadDialog({ isOpen, onClose }: ReadDialogProps) {
  return (
    <Dialog title="Read a codebook" isOpen={isOpen} onClose={onClose}>
      <ReadForm onClose={onClose} />
    </Dialog>
  )
}

function ReadForm({ onClose }: Pick<ReadDialogProps, 'onClose'>) {
  const [file, setFile] = useState<NamedFile | null>(null)
  const [changed, setChanged] = useState(true)
  const stop = useRef(new AbortController())
  const read = useDo('codebook.readFile', { signal: () => (stop.current = new AbortController()).signal })
  const take = useDo('codebook.importFile')
  const plan = read.data
  const choose = async (list: FileList | null) => {
    const chosen = list?.[0]
    if (!chosen) return
    const named = { name: chosen.name, bytes: new Uint8Array(await chosen.arrayBuffer()) }
    setFile(named)
    read.mutate({ file: named })
  }
  const willChange = plan === undefined ? 0 : plan.added.length + (changed ? plan.changed.length : 0)
  return (
    <div className="codebook-form">
      <div className="codebook-file">
        <FileTrigger acceptedFileTypes={['.csv', '.xlsx', '.qdc']} onSelect={(list) => void choose(list)}>
          <Button icon={<Upload aria-hidden />} look={plan === undefined ? 'primary' : 'plain'}>
            {file === null ? 'Choose a file' : 'Choose another'}
          </Button>
        </FileTrigger>
        <span className="codebook-quiet">{file?.name ?? 'CSV, Excel (.xlsx) or REFI-QDA (.qdc)'}</span>
      </div>
      {read.isPending ? <ProgressBar label="Reading" onCancel={() => stop.current.abort()} /> : null}
      {read.error ? <p className="codebook-problem">{read.error.message}</p> : null}
      {plan === undefined ? null : <Plan plan={plan} />}
      {plan === undefined || plan.changed.length === 0 ? null : (
        <Checkbox isSelected={changed} onChange={setChanged}>
          Change codes that are here already
        </Checkbox>
      )}
      <div className="codebook-form-actions">
        <Button onPress={onClose}>Cancel</Button>
        <Button
          look="primary"
          isDisabled={file === null || willChange === 0 || take.isPending}
          onPress={() => file !== null && take.mutate({ file, changed }, { onSuccess: onClose })}
        >
          {willChange === 0 ? 'Nothing to take' : `Take ${counted(willChange, 'code')}`}
        </Button>
      </div>
    </div>
  )
}

function Plan({ plan }: { plan: CodebookPlan }) {
  return (
    <div className="codebook-plan" aria-live="polite">
      <p>
        {counted(plan.added.length, 'new code')}, {plan.changed.length} changed, {plan.unchanged} as they are
        here.
      </p>
      {plan.problems.length === 0 ? null : (
        <PlanPart title="Left out">
          {plan.problems.map(({ line, message }) => (
            <li key={`${line} ${message}`}>
              Line {line}: {message}
            </li>
          ))}
        </PlanPart>
      )}
      {plan.notes.length === 0 ? null : (
        <ul className="codebook-quiet">
          {plan.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {plan.changed.length === 0 ? null : (
        <PlanPart title="Changed">
          {plan.changed.map(({ id, code, name, fields, stale }) => (
            <li key={id}>
              <span className="codebook-key">{code}</span> <b>{name}</b>
              <span className="codebook-quiet">{fields.join(', ')}</span>
              {stale === 0 ? null : <Badge look="caution">{codingsInWords(stale)} to review</Badge>}
            </li>
          ))}
        </PlanPart>
      )}
      {plan.added.length === 0 ? null : (
        <PlanPart title="New">
          {plan.added.map(({ line, family, name, parent }) => (
            <li key={line}>
              <FamilyMark family={family} /> <b>{name}</b>
              {parent === null ? null : <span className="codebook-quiet">under {parent}</span>}
            </li>
          ))}
        </PlanPart>
      )}
    </div>
  )
}

function PlanPart({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className="codebook-section">{title}</h3>
      <ul>{children}</ul>
    </section>
  )
}
