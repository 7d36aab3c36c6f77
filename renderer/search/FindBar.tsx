/** The field, how it is read, who is listened to and in which transcripts. */
import { FileText } from 'lucide-react'
import type { Find } from '../../core/contract/search.ts'
import { useAsk } from '../data.ts'
import { Ticks } from '../evidence/Ticks.tsx'
import { Button } from '../ui/Button.tsx'
import { Segments, Switch } from '../ui/Choice.tsx'
import { SearchField } from '../ui/Field.tsx'
import { Popover, PopoverFor } from '../ui/Popover.tsx'
import { Select } from '../ui/Select.tsx'
import { counted, SPEAKERS } from './words.ts'

interface FindBarProps {
  find: Find
  onFind: (change: Partial<Find>) => void
  /** Enter or the arrow down: on to what was found. */
  onLeave: () => void
}

export const FIELD_ID = 'search-field'
const EVERYONE = 'everyone'

const MODES = [
  { id: 'words', label: 'Words' },
  { id: 'pattern', label: 'Pattern' },
] as const

export function FindBar({ find, onFind, onLeave }: FindBarProps) {
  return (
    <>
      <div id={FIELD_ID} className="search-field">
        <SearchField
          label="Search the transcripts"
          placeholder={find.mode === 'words' ? 'Words, "a phrase", repair*' : 'A regular expression'}
          value={find.text}
          onChange={(text) => onFind({ text })}
          onKeyDown={({ key }) => {
            if (key === 'Enter' || key === 'ArrowDown') onLeave()
          }}
          maxLength={1000}
        />
      </div>
      <div className="search-filters">
        <Segments
          label="Search for"
          options={MODES}
          value={find.mode}
          onChange={(mode) => onFind({ mode })}
        />
        {find.mode === 'pattern' ? (
          <Switch isSelected={find.matchCase} onChange={(matchCase) => onFind({ matchCase })}>
            Match capitals
          </Switch>
        ) : null}
        <Select
          label="Who is speaking"
          hideLabel
          options={[{ id: EVERYONE, label: 'Everyone' }, ...SPEAKERS]}
          value={find.roles?.[0] ?? EVERYONE}
          onChange={(role) => onFind({ roles: role === EVERYONE ? undefined : [role] })}
        />
        <Transcripts find={find} onFind={onFind} />
      </div>
    </>
  )
}

function Transcripts({ find, onFind }: Omit<FindBarProps, 'onLeave'>) {
  const documents = useAsk('documents.list', {}).data?.documents ?? []
  const chosen = find.documents ?? []
  return (
    <PopoverFor>
      <Button icon={<FileText aria-hidden />}>
        {chosen.length === 0 ? 'Every transcript' : counted(chosen.length, 'transcript')}
      </Button>
      <Popover label="Which transcripts" className="search-ticks">
        <Ticks
          label="Transcripts"
          options={documents.map(({ document, name }) => ({ id: document, label: name }))}
          value={chosen}
          onChange={(ids) => onFind({ documents: ids.length === 0 ? undefined : ids })}
        />
        <Button
          look="quiet"
          isDisabled={chosen.length === 0}
          onPress={() => onFind({ documents: undefined })}
        >
          Every transcript
        </Button>
      </Popover>
    </PopoverFor>
  )
}
