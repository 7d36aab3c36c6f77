/** Merging codes of a kind into one of them or another, with what will happen said before it does. */
import { useState } from 'react'
import { X } from 'lucide-react'
import type { Code } from '../../core/contract/codebook.ts'
import { useAsk, useDo } from '../data.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button, IconButton } from '../ui/Button.tsx'
import { FamilyMark } from '../ui/Code.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { ComboBox, type Option } from '../ui/Select.tsx'
import { isSameKind } from './kinds.ts'
import { codingsInWords, counted, inWords } from './words.ts'

interface MergeDialogProps {
  /** The codes to begin with, all of a kind; none keeps the dialog closed. */
  chosen: readonly Code[]
  codes: readonly Code[]
  onMerged: (into: Code) => void
  onClose: () => void
}

export function MergeDialog({ chosen, onClose, ...rest }: MergeDialogProps) {
  const [first] = chosen
  return (
    <Dialog title="Merge codes" isOpen={first !== undefined} onClose={onClose} size="small">
      {first === undefined ? null : <MergeForm first={first} chosen={chosen} onClose={onClose} {...rest} />}
    </Dialog>
  )
}

const optionOf = (code: Code): Option<number> => ({
  id: code.id,
  label: code.family === 'touchpoint' ? `${code.code} ${code.name}` : code.name,
  mark: <FamilyMark family={code.family} code={code} />,
})

function MergeForm({ first, chosen, codes, onMerged, onClose }: MergeDialogProps & { first: Code }) {
  const [listed, setListed] = useState<readonly number[]>(chosen.map(({ id }) => id))
  const [target, setTarget] = useState<number | null>(null)
  const merge = useDo('codebook.merge')
  const alike = codes.filter((other) => isSameKind(other, first))
  const into = alike.find(({ id }) => id === target)
  const going = alike.filter(({ id }) => listed.includes(id) && id !== target)
  const start = (stays: Code) =>
    merge.mutate(
      { from: going.map(({ id }) => id), into: stays.id },
      {
        onSuccess: () => {
          onMerged(stays)
          onClose()
        },
      },
    )
  return (
    <div className="codebook-form">
      <Listed
        codes={alike.filter(({ id }) => listed.includes(id))}
        into={target}
        onRemove={(id) => setListed(listed.filter((other) => other !== id))}
      />
      <ComboBox
        key={listed.join()}
        label="Merge another too"
        options={alike.filter(({ id }) => id !== target && !listed.includes(id)).map(optionOf)}
        value={null}
        onChange={(id) => setListed([...listed, id])}
        hasFocus={listed.length > chosen.length}
      />
      <ComboBox
        label="Into"
        hasFocus={listed.length === chosen.length}
        options={alike.filter(({ archived }) => !archived).map(optionOf)}
        value={target}
        onChange={setTarget}
      />
      {into === undefined ? (
        <p className="codebook-note">Choose the code that stays: one of these, or another.</p>
      ) : going.length === 0 ? (
        <p className="codebook-note">Add the codes that go.</p>
      ) : (
        <Preview going={going} into={into} />
      )}
      <div className="codebook-form-actions">
        <Button onPress={onClose}>Cancel</Button>
        <Button
          look="primary"
          isDisabled={into === undefined || going.length === 0 || merge.isPending}
          onPress={() => into !== undefined && start(into)}
        >
          {going.length > 1 ? `Merge ${going.length} codes` : 'Merge'}
        </Button>
      </div>
    </div>
  )
}

interface ListedProps {
  codes: readonly Code[]
  into: number | null
  onRemove: (code: number) => void
}

function Listed({ codes, into, onRemove }: ListedProps) {
  return (
    <ul className="codebook-several" aria-label="Codes to merge">
      {codes.map((code) => (
        <li key={code.id}>
          <FamilyMark family={code.family} code={code} />
          {code.family === 'touchpoint' ? <span className="codebook-key">{code.code}</span> : null}
          <span className="codebook-name">{code.name}</span>
          <span className="codebook-quiet">{code.id === into ? 'stays' : codingsInWords(code.used)}</span>
          {codes.length === 1 ? null : (
            <IconButton
              label={`Leave out ${code.name}`}
              icon={<X aria-hidden />}
              onPress={() => onRemove(code.id)}
            />
          )}
        </li>
      ))}
    </ul>
  )
}

function Preview({ going, into }: { going: readonly Code[]; into: Code }) {
  const from = going.map(({ id }) => id)
  const { data } = useAsk('codebook.mergePreview', { from, into: into.id }, { keep: true })
  if (!data) return <p className="codebook-note">Looking at the codings</p>
  const names = inWords(going.map(({ name }) => `“${name}”`))
  const fixed = going.filter((code) => code.fixed)
  const isOne = going.length === 1
  return (
    <>
      <ul className="codebook-preview" aria-live="polite">
        <li>
          {codingsInWords(data.codings)} {data.codings === 1 ? 'moves' : 'move'} to “{into.name}”.
        </li>
        {data.shared === 0 ? null : (
          <li>
            {counted(data.shared, 'passage')} {data.shared === 1 ? 'carries' : 'carry'} more than one of them
            and {data.shared === 1 ? 'keeps' : 'keep'} one, with the strongest intensity.
          </li>
        )}
        {data.children === 0 ? null : (
          <li>
            {counted(data.children, 'code')} below {data.children === 1 ? 'goes' : 'go'} along.
          </li>
        )}
        <li>Memos, saved queries and passages still to be placed go along.</li>
        <li>
          {names} {isOne ? 'stays' : 'stay'} findable as {isOne ? 'another name' : 'other names'} of “
          {into.name}”.
        </li>
        <li>One step: Undo brings everything back.</li>
      </ul>
      {fixed.length === 0 ? null : (
        <Banner look="caution">
          Figures and suggestions look for {inWords(fixed.map(({ name }) => `“${name}”`))} and will find{' '}
          {fixed.length === 1 ? 'it' : 'them'} no more.
        </Banner>
      )}
    </>
  )
}
