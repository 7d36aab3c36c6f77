/** Which steps are listed: by words, coder, kind and transcript; taking back, bringing back, saving all. */
import { Download, Redo2, Undo2 } from 'lucide-react'
import { useRun } from '../app/place.ts'
import { useAsk } from '../data.ts'
import { Button } from '../ui/Button.tsx'
import { SearchField } from '../ui/Field.tsx'
import { RoomBar } from '../ui/RoomBar.tsx'
import { ComboBox, Select } from '../ui/Select.tsx'
import { KINDS } from './kinds.ts'
import type { HistoryPlace } from './place.ts'

interface HistoryBarProps {
  place: HistoryPlace
  onPlace: (change: Partial<HistoryPlace>) => void
}

export const SEARCH_ID = 'history-search'
const ANY = ''
const EVERY = 0

export function HistoryBar({ place, onPlace }: HistoryBarProps) {
  const coders = useAsk('project.coders', {}).data?.coders ?? []
  const documents = useAsk('documents.list', {}).data?.documents ?? []
  return (
    <RoomBar actions={<Steps />}>
      <div id={SEARCH_ID} className="history-search">
        <SearchField
          label="Search the history"
          placeholder="Search"
          value={place.words}
          onChange={(words) => onPlace({ words })}
        />
      </div>
      <Select
        label="Kind of step"
        hideLabel
        options={[{ id: ANY, label: 'Every kind' }, ...KINDS]}
        value={place.kind}
        onChange={(kind) => onPlace({ kind })}
      />
      {coders.length < 2 ? null : (
        <Select
          label="Coder"
          hideLabel
          options={[
            { id: ANY, label: 'Every coder' },
            ...coders.map(({ name }) => ({ id: name, label: name })),
          ]}
          value={place.coder}
          onChange={(coder) => onPlace({ coder })}
        />
      )}
      <ComboBox
        key={place.document ?? EVERY}
        label="Transcript"
        hideLabel
        options={[
          { id: EVERY, label: 'Every transcript' },
          ...documents.map(({ document, name }) => ({ id: document as number, label: name })),
        ]}
        value={place.document ?? EVERY}
        onChange={(document) => onPlace({ document: document === EVERY ? null : document })}
      />
    </RoomBar>
  )
}

function Steps() {
  const run = useRun()
  const { undo, redo } = useAsk('history.state', {}).data ?? { undo: null, redo: null }
  return (
    <>
      <Button icon={<Undo2 aria-hidden />} isDisabled={undo === null} onPress={() => run('edit.undo')}>
        Undo {undo === null ? null : <span className="history-next">{undo}</span>}
      </Button>
      <Button icon={<Redo2 aria-hidden />} isDisabled={redo === null} onPress={() => run('edit.redo')}>
        Redo {redo === null ? null : <span className="history-next">{redo}</span>}
      </Button>
      <Button look="quiet" icon={<Download aria-hidden />} onPress={() => run('history.save')}>
        Save as CSV
      </Button>
    </>
  )
}
