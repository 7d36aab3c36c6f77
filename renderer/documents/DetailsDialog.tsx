/** What is said about a transcript: its name, kind, date, journey and wave; where it came from; taking it out. */
import { useState, type FormEvent } from 'react'
import { DocumentKind } from '../../core/contract/common.ts'
import type { DocumentRow } from '../../core/contract/documents.ts'
import { go } from '../app/router.ts'
import { useAsk, useDo } from '../data.ts'
import { MemosOn } from '../memos/MemosOn.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextField } from '../ui/Field.tsx'
import { Select } from '../ui/Select.tsx'

interface DetailsProps {
  row: DocumentRow
  onClose: () => void
}

const KINDS = DocumentKind.options.map((kind) => ({
  id: kind,
  label: kind.charAt(0).toUpperCase() + kind.slice(1),
}))
const NONE = ''

export function DetailsDialog({ row, isOpen, onClose }: DetailsProps & { isOpen: boolean }) {
  return (
    <Dialog title={`About ${row.name}`} isOpen={isOpen} onClose={onClose} size="small">
      <Details row={row} onClose={onClose} />
      <MemosOn target={{ kind: 'document', id: row.document }} name={row.name} />
    </Dialog>
  )
}

function Details({ row, onClose }: DetailsProps) {
  const [name, setName] = useState(row.name)
  const [kind, setKind] = useState(row.kind)
  const [date, setDate] = useState(row.date ?? '')
  const [journey, setJourney] = useState(row.journey ?? NONE)
  const [wave, setWave] = useState(row.wave ?? '')
  const describe = useDo('documents.describe')
  const remove = useDo('documents.remove')
  const codes = useAsk('codebook.list', {}).data?.codes ?? []
  const journeys = codes.filter(({ level, archived }) => level === 'journey' && !archived)
  const isDay = date === '' || /^\d{4}-\d{2}-\d{2}$/.test(date)

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '' || !isDay) return
    describe.mutate(
      {
        document: row.document,
        name: name.trim(),
        kind,
        date: date === '' ? null : date,
        journey: journey === NONE ? null : journey,
        wave: wave.trim() === '' ? null : wave.trim(),
      },
      { onSuccess: onClose },
    )
  }
  const takeOut = () =>
    remove.mutate(
      { document: row.document },
      {
        onSuccess: () => {
          onClose()
          go({ room: 'code' })
        },
      },
    )

  return (
    <form className="name-form" onSubmit={submit}>
      <TextField label="Name" value={name} onChange={setName} maxLength={200} hasFocus />
      <Select label="Kind" options={KINDS} value={kind} onChange={setKind} />
      <TextField
        label="Date"
        value={date}
        onChange={setDate}
        placeholder="2026-03-12"
        error={isDay ? undefined : 'Write the date as year, month and day, for example 2026-03-12.'}
      />
      <Select
        label="Journey"
        options={[
          { id: NONE, label: 'Not set' },
          ...journeys.map(({ code, name: title }) => ({ id: code, label: title })),
        ]}
        value={journey}
        onChange={setJourney}
      />
      <TextField label="Wave" value={wave} onChange={setWave} maxLength={60} />
      <p className="w-help">
        Imported from {row.sourceName} on{' '}
        {new Date(row.imported).toLocaleDateString('en-GB', { dateStyle: 'long' })}
      </p>
      <div className="name-actions">
        <Button look="danger" onPress={takeOut} isDisabled={remove.isPending}>
          Remove the transcript
        </Button>
        <Button look="primary" type="submit" isDisabled={name.trim() === '' || !isDay || describe.isPending}>
          Save
        </Button>
      </div>
    </form>
  )
}
