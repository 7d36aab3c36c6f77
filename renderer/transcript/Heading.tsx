/** The line above a transcript: what it is, how far it is coded, and what of its coding is shown. */
import { memo, useState } from 'react'
import { Ellipsis, Maximize, Minimize, X } from 'lucide-react'
import type { DocumentRow } from '../../core/contract/documents.ts'
import { CommandItem } from '../app/CommandItem.tsx'
import { DetailsDialog } from '../documents/DetailsDialog.tsx'
import { Menu, MenuFor, MenuLine } from '../ui/Menu.tsx'
import { useRun } from '../app/place.ts'
import { useCommands } from '../app/registry.ts'
import { IconButton } from '../ui/Button.tsx'
import { Select } from '../ui/Select.tsx'
import { Badge } from '../ui/Code.tsx'
import type { Codes } from './data/codes.ts'
import type { Filter } from './data/filter.ts'
import type { Passage } from '../../core/contract/codings.ts'
import { FilterButton } from './FilterButton.tsx'

export interface HeadingProps {
  row: DocumentRow | undefined
  name: string
  codes: Codes
  coders: ReadonlyMap<Passage['coder'], string>
  filter: Filter
  onFilter: (filter: Filter) => void
  isAlone: boolean
  /** The second transcript can be closed, the first cannot. */
  onClose?: () => void
  /** What else the second could be. */
  others?: readonly { id: DocumentRow['document']; label: string }[]
  onChoose?: (document: DocumentRow['document']) => void
}

export const Heading = memo(function Heading(props: HeadingProps) {
  const { row, name, codes, coders, filter, onFilter, isAlone, onClose, others, onChoose } = props
  const run = useRun()
  return (
    <header className="reader-heading">
      {others === undefined ? (
        <h2>{name}</h2>
      ) : (
        <Select
          label="Second transcript"
          hideLabel
          options={others}
          value={row?.document ?? null}
          onChange={(document) => onChoose?.(document)}
        />
      )}
      {row === undefined ? null : (
        <>
          <span>
            {[row.kind, row.date === null ? null : spokenDay(row.date)].filter(Boolean).join(' · ')}
          </span>
          <span className="reader-coded">{Math.round(row.coded * 100)} % coded</span>
          {row.status === 'complete' ? <Badge look="accent">complete</Badge> : null}
        </>
      )}
      <div className="reader-heading-end">
        <FilterButton codes={codes} coders={coders} filter={filter} onFilter={onFilter} />
        {onClose === undefined ? (
          <>
            <IconButton
              label={isAlone ? 'Show the panes again' : 'Show only the transcript'}
              keys="Z"
              icon={isAlone ? <Minimize aria-hidden /> : <Maximize aria-hidden />}
              onPress={() => run('reading.alone')}
            />
            {row === undefined ? null : <MoreMenu row={row} />}
          </>
        ) : (
          <IconButton label={`Close ${name}`} icon={<X aria-hidden />} onPress={onClose} />
        )}
      </div>
    </header>
  )
})

function MoreMenu({ row }: { row: DocumentRow }) {
  const [isDescribing, setDescribing] = useState(false)
  useCommands({ 'reading.details': () => setDescribing(true) })
  return (
    <>
      <MenuFor>
        <IconButton label="More for this transcript" icon={<Ellipsis aria-hidden />} />
        <Menu label="More for this transcript" placement="bottom end">
          <CommandItem id="reading.beside" />
          <CommandItem id="reading.print" />
          <CommandItem
            id="reading.complete"
            title={row.status === 'complete' ? 'Take up coding again' : 'Mark as complete'}
          />
          <MenuLine />
          <CommandItem id="reading.details" />
          <CommandItem id="reading.correct" />
          <CommandItem id="reading.replace" />
        </Menu>
      </MenuFor>
      <DetailsDialog row={row} isOpen={isDescribing} onClose={() => setDescribing(false)} />
    </>
  )
}

const spokenDay = (day: string): string =>
  new Date(`${day}T12:00:00Z`).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  })
