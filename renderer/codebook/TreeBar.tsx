/** Above the tree: filter it, choose what it shows, make a code, read and save the codebook. */
import { ChevronDown, Plus } from 'lucide-react'
import { useRun } from '../app/place.ts'
import { Button } from '../ui/Button.tsx'
import { SearchField } from '../ui/Field.tsx'
import { Menu, MenuChoices, MenuFor, MenuItem, MenuLine, MenuSection } from '../ui/Menu.tsx'
import { isNarrowed, type TreeFilter } from './tree.ts'
import { EXPORTS, useCodebookFile } from './files.ts'

interface TreeBarProps {
  filter: TreeFilter
  onFilter: (filter: TreeFilter) => void
  onRead: () => void
}

export const FILTER_ID = 'codebook-room-filter'

const USES = [
  { id: 'any', label: 'All codes' },
  { id: 'used', label: 'Codes in use' },
  { id: 'unused', label: 'Codes without codings' },
] as const

const ARCHIVED = [
  { id: 'no', label: 'Leave archived codes out' },
  { id: 'yes', label: 'Show archived codes' },
] as const

export function TreeBar({ filter, onFilter, onRead }: TreeBarProps) {
  const run = useRun()
  return (
    <header className="codebook-bar">
      <div id={FILTER_ID} className="codebook-filter">
        <SearchField
          label="Filter the codebook"
          placeholder="Filter"
          value={filter.words}
          onChange={(words) => onFilter({ ...filter, words })}
        />
      </div>
      <div className="codebook-buttons">
        <Button icon={<Plus aria-hidden />} onPress={() => run('codebook.new')}>
          New code
        </Button>
        <MenuFor>
          <Button look="quiet">
            {isNarrowed({ ...filter, words: '' }) || filter.archived ? 'Shown: some' : 'Show'}
            <ChevronDown aria-hidden />
          </Button>
          <Menu label="Which codes are shown">
            <MenuChoices
              title="Codes"
              options={USES}
              value={filter.use}
              onChange={(use) => onFilter({ ...filter, use })}
            />
            <MenuLine />
            <MenuChoices
              title="Archived"
              options={ARCHIVED}
              value={filter.archived ? 'yes' : 'no'}
              onChange={(archived) => onFilter({ ...filter, archived: archived === 'yes' })}
            />
          </Menu>
        </MenuFor>
        <FileMenu onRead={onRead} />
      </div>
    </header>
  )
}

function FileMenu({ onRead }: { onRead: () => void }) {
  const save = useCodebookFile()
  return (
    <MenuFor>
      <Button look="quiet">
        File
        <ChevronDown aria-hidden />
      </Button>
      <Menu label="Codebook file" placement="bottom end">
        <MenuItem onAction={onRead} description="CSV, Excel or REFI-QDA, with a look before anything changes">
          Read a codebook
        </MenuItem>
        <MenuLine />
        <MenuSection title="Save the codebook">
          {EXPORTS.map(({ format, label, about }) => (
            <MenuItem key={format} onAction={() => save(format)} description={about}>
              {label}
            </MenuItem>
          ))}
        </MenuSection>
      </Menu>
    </MenuFor>
  )
}
