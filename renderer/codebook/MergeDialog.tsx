/** Merging a code into another of its kind, with what will happen said before it does. */
import { useState } from 'react'
import type { Code } from '../../core/contract/codebook.ts'
import { useAsk, useDo } from '../data.ts'
import { Button } from '../ui/Button.tsx'
import { FamilyMark } from '../ui/Code.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { ComboBox } from '../ui/Select.tsx'
import { codingsInWords, counted } from './words.ts'

interface MergeDialogProps {
  /** The code that will go; null keeps the dialog closed. */
  code: Code | null
  codes: readonly Code[]
  onMerged: (into: Code) => void
  onClose: () => void
}

export function MergeDialog({ code, onClose, ...rest }: MergeDialogProps) {
  return (
    <Dialog title={`Merge “${code?.name ?? ''}”`} isOpen={code !== null} onClose={onClose} size="small">
      {code === null ? null : <MergeForm code={code} onClose={onClose} {...rest} />}
    </Dialog>
  )
}

function MergeForm({ code, codes, onMerged, onClose }: MergeDialogProps & { code: Code }) {
  const [target, setTarget] = useState<number | null>(null)
  const merge = useDo('codebook.merge')
  const others = codes.filter(
    (other) => other.family === code.family && other.level === code.level && other.id !== code.id,
  )
  const into = others.find(({ id }) => id === target)
  const start = (chosen: Code) =>
    merge.mutate(
      { from: [code.id], into: chosen.id },
      {
        onSuccess: () => {
          onMerged(chosen)
          onClose()
        },
      },
    )
  return (
    <div className="codebook-form">
      <ComboBox
        label="Into"
        hasFocus
        options={others.map((other) => ({
          id: other.id as number,
          label: other.family === 'touchpoint' ? `${other.code} ${other.name}` : other.name,
          mark: <FamilyMark family={other.family} code={other} />,
        }))}
        value={target}
        onChange={setTarget}
      />
      {into === undefined ? (
        <p className="codebook-note">Choose the code that stays.</p>
      ) : (
        <Preview code={code} into={into} />
      )}
      <div className="codebook-form-actions">
        <Button onPress={onClose}>Cancel</Button>
        <Button
          look="primary"
          isDisabled={into === undefined || merge.isPending}
          onPress={() => into !== undefined && start(into)}
        >
          Merge
        </Button>
      </div>
    </div>
  )
}

function Preview({ code, into }: { code: Code; into: Code }) {
  const { data } = useAsk('codebook.mergePreview', { from: [code.id], into: into.id }, { keep: true })
  if (!data) return <p className="codebook-note">Looking at the codings</p>
  return (
    <ul className="codebook-preview" aria-live="polite">
      <li>
        {codingsInWords(data.codings)} {data.codings === 1 ? 'moves' : 'move'} to “{into.name}”.
      </li>
      {data.already === 0 ? null : (
        <li>
          {counted(data.already, 'passage')} {data.already === 1 ? 'carries' : 'carry'} both already and{' '}
          {data.already === 1 ? 'keeps' : 'keep'} one, with the stronger intensity.
        </li>
      )}
      {data.children === 0 ? null : (
        <li>
          {counted(data.children, 'code')} under “{code.name}” {data.children === 1 ? 'goes' : 'go'} along.
        </li>
      )}
      <li>
        “{code.name}” stays findable as another name of “{into.name}”.
      </li>
    </ul>
  )
}
