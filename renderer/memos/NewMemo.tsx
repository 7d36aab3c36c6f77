/** A new memo: on the study, a transcript, a participant or a code. Passages get theirs in the transcript. */
import { useState } from 'react'
import type { MemoTarget } from '../../core/contract/memos.ts'
import { useAsk } from '../data.ts'
import { useCodes } from '../evidence/use-codes.ts'
import { Segments } from '../ui/Choice.tsx'
import { FamilyMark } from '../ui/Code.tsx'
import { ComboBox, type Option } from '../ui/Select.tsx'
import { MemoEditor } from './MemoEditor.tsx'

interface NewMemoProps {
  onSave: (target: MemoTarget, text: string) => void
  onClose: () => void
}

type Kind = Exclude<MemoTarget['kind'], 'passage'>

const STUDY = 1
const KINDS = [
  { id: 'project', label: 'The study' },
  { id: 'document', label: 'Transcript' },
  { id: 'participant', label: 'Participant' },
  { id: 'code', label: 'Code' },
] as const satisfies readonly { id: Kind; label: string }[]

export function NewMemo({ onSave, onClose }: NewMemoProps) {
  const [kind, setKind] = useState<Kind>('project')
  const [id, setId] = useState<number | null>(null)
  const options = useTargets(kind)
  const target = kind === 'project' ? STUDY : id
  const name = options.find((option) => option.id === id)?.label
  return (
    <article className="memos-page" aria-labelledby="memos-new">
      <h2 id="memos-new">New memo</h2>
      <div className="memos-on">
        <Segments
          label="On what"
          options={KINDS}
          value={kind}
          onChange={(next) => {
            setKind(next)
            setId(null)
          }}
        />
        {kind === 'project' ? null : (
          <ComboBox
            key={kind}
            label="Which"
            hideLabel
            hasFocus
            options={options}
            value={id}
            onChange={setId}
          />
        )}
      </div>
      {target === null ? (
        <p className="memos-quiet">Choose what the memo is on.</p>
      ) : (
        <MemoEditor
          key={`${kind} ${target}`}
          label={`Memo on ${kind === 'project' ? 'the study' : (name ?? '')}, in Markdown`}
          onSave={(text) => onSave({ kind, id: target }, text)}
          onClose={onClose}
        />
      )}
    </article>
  )
}

function useTargets(kind: Kind): Option<number>[] {
  const documents = useAsk('documents.list', {}, { enabled: kind === 'document' })
  const people = useAsk('participants.list', {}, { enabled: kind === 'participant' })
  const { inOrder } = useCodes()
  if (kind === 'document') {
    return (documents.data?.documents ?? []).map(({ document, name }) => ({ id: document, label: name }))
  }
  if (kind === 'participant') {
    return (people.data?.participants ?? []).map(({ id, name }) => ({ id, label: name }))
  }
  if (kind !== 'code') return []
  return inOrder.map((code) => ({
    id: code.id,
    label: code.family === 'touchpoint' ? `${code.code} ${code.name}` : code.name,
    mark: <FamilyMark family={code.family} code={code} />,
  }))
}
