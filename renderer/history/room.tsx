/** The audit trail as a readable timeline: who did what, when, and what it changed. */
import { Download, Redo2, Undo2 } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { useRun } from '../app/place.ts'
import { useAsk, useDo } from '../data.ts'
import { announce } from '../ui/announce.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { SearchField } from '../ui/Field.tsx'
import { saveFile } from '../ui/save-file.ts'
import { Select } from '../ui/Select.tsx'
import { KINDS } from './kinds.ts'
import { Timeline } from './Timeline.tsx'
import './history.css'

const EVERYONE = ''
const PAGE = 200

export default function HistoryRoom() {
  const [search, setSearch] = useState('')
  const [coder, setCoder] = useState(EVERYONE)
  const [kind, setKind] = useState(EVERYONE)
  const [limit, setLimit] = useState(PAGE)
  const words = useDeferredValue(search.trim())
  const run = useRun()
  const state = useAsk('history.state', {})
  const coders = useAsk('project.coders', {})
  const log = useAsk(
    'history.log',
    {
      limit,
      ...(words === '' ? {} : { search: words }),
      ...(coder === EVERYONE ? {} : { coder }),
      ...(kind === EVERYONE ? {} : { kind }),
    },
    { keep: true },
  )
  const steps = log.data?.steps ?? []
  const total = log.data?.total ?? 0

  return (
    <div className="history">
      <header className="history-bar">
        <SearchField label="Search the history" value={search} onChange={setSearch} />
        <Select
          label="Coder"
          hideLabel
          options={[
            { id: EVERYONE, label: 'Every coder' },
            ...(coders.data?.coders ?? []).map(({ name }) => ({ id: name, label: name })),
          ]}
          value={coder}
          onChange={setCoder}
        />
        <Select
          label="Kind of step"
          hideLabel
          options={[{ id: EVERYONE, label: 'Every kind' }, ...KINDS]}
          value={kind}
          onChange={setKind}
        />
        <span className="history-fill" />
        <Button icon={<Undo2 aria-hidden />} isDisabled={!state.data?.undo} onPress={() => run('edit.undo')}>
          Undo
        </Button>
        <Button icon={<Redo2 aria-hidden />} isDisabled={!state.data?.redo} onPress={() => run('edit.redo')}>
          Redo
        </Button>
        <SaveTrail />
      </header>
      {log.data && steps.length === 0 ? (
        <EmptyState title={total === 0 && words === '' ? 'Nothing has been done yet' : 'No step matches'}>
          <p>
            {words === '' && coder === EVERYONE && kind === EVERYONE
              ? 'Every import, coding and change is listed here, with who did it and when.'
              : 'Search for other words, or choose every coder and every kind.'}
          </p>
        </EmptyState>
      ) : (
        <Timeline steps={steps} />
      )}
      {steps.length < total ? (
        <p className="history-more">
          {steps.length} of {total} steps
          <Button onPress={() => setLimit(Math.min(10_000, limit + PAGE * 5))}>Show more</Button>
        </p>
      ) : null}
    </div>
  )
}

function SaveTrail() {
  const make = useDo('exporting.make', { quiet: true })
  const save = () =>
    make.mutate(
      { format: 'audit-trail' },
      {
        onSuccess: ({ files, rows }) => {
          for (const { name, bytes } of files) saveFile(name, bytes)
          announce(`Saved the history as CSV · ${rows} steps`)
        },
      },
    )
  return (
    <Button icon={<Download aria-hidden />} onPress={save} isDisabled={make.isPending}>
      CSV
    </Button>
  )
}
