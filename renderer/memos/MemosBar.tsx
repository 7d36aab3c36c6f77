/** What is listed: memos or marks, on what, by whom, holding which words. */
import { Download, Plus } from 'lucide-react'
import { useRun } from '../app/place.ts'
import { useAsk } from '../data.ts'
import { Button } from '../ui/Button.tsx'
import { Segments } from '../ui/Choice.tsx'
import { SearchField } from '../ui/Field.tsx'
import { RoomBar } from '../ui/RoomBar.tsx'
import { Select } from '../ui/Select.tsx'
import type { MemoPlace } from './place.ts'
import { KINDS } from './words.ts'

interface MemosBarProps {
  place: MemoPlace
  onPlace: (change: Partial<MemoPlace>) => void
}

export const SEARCH_ID = 'memos-search'
const EVERYONE = 0

const TABS = [
  { id: 'memos', label: 'Memos' },
  { id: 'marks', label: 'Marks' },
] as const

const MARKED = [
  { id: 'any', label: 'Every mark' },
  { id: 'bookmark', label: 'Bookmarks' },
  { id: 'second-look', label: 'Second looks' },
] as const

export function MemosBar({ place, onPlace }: MemosBarProps) {
  const coders = useAsk('project.coders', {}).data?.coders ?? []
  return (
    <RoomBar actions={place.tab === 'memos' ? <MemoActions /> : null}>
      <Segments label="Show" options={TABS} value={place.tab} onChange={(tab) => onPlace({ tab })} />
      <div id={SEARCH_ID} className="memos-search">
        <SearchField
          label={place.tab === 'memos' ? 'Search the memos' : 'Search the marks'}
          placeholder="Search"
          value={place.words}
          onChange={(words) => onPlace({ words })}
        />
      </div>
      {place.tab === 'memos' ? (
        <Select
          label="On what"
          hideLabel
          options={[{ id: 'any', label: 'On anything' }, ...KINDS]}
          value={place.kind}
          onChange={(kind) => onPlace({ kind })}
        />
      ) : (
        <Select
          label="Which marks"
          hideLabel
          options={MARKED}
          value={place.marked}
          onChange={(marked) => onPlace({ marked })}
        />
      )}
      {coders.length < 2 ? null : (
        <Select
          label="Coder"
          hideLabel
          options={[
            { id: EVERYONE, label: 'Every coder' },
            ...coders.map(({ id, name }) => ({ id: id as number, label: name })),
          ]}
          value={place.coder ?? EVERYONE}
          onChange={(coder) => onPlace({ coder: coder === EVERYONE ? null : coder })}
        />
      )}
    </RoomBar>
  )
}

function MemoActions() {
  const run = useRun()
  return (
    <>
      <Button icon={<Plus aria-hidden />} onPress={() => run('memos.new')}>
        New memo
      </Button>
      <Button look="quiet" icon={<Download aria-hidden />} onPress={() => run('memos.save')}>
        Save as Markdown
      </Button>
    </>
  )
}
