/** The line above a transcript: what it is, how far it is coded, and what of its coding is shown. */
import { memo } from 'react'
import { Columns2, Maximize, Minimize, Printer, X } from 'lucide-react'
import type { DocumentRow } from '../../core/contract/documents.ts'
import { useRun } from '../app/place.ts'
import { IconButton } from '../ui/Button.tsx'
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
}

export const Heading = memo(function Heading(props: HeadingProps) {
  const { row, name, codes, coders, filter, onFilter, isAlone, onClose } = props
  const run = useRun()
  return (
    <header className="reader-heading">
      <h2>{name}</h2>
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
              label="Show a second transcript beside this one"
              keys="B"
              icon={<Columns2 aria-hidden />}
              onPress={() => run('reading.beside')}
            />
            <IconButton
              label={isAlone ? 'Show the panes again' : 'Show only the transcript'}
              keys="Z"
              icon={isAlone ? <Minimize aria-hidden /> : <Maximize aria-hidden />}
              onPress={() => run('reading.alone')}
            />
            <IconButton
              label="Print with the codes in the margin"
              keys="Mod+P"
              icon={<Printer aria-hidden />}
              onPress={() => run('reading.print')}
            />
          </>
        ) : (
          <IconButton label={`Close ${name}`} icon={<X aria-hidden />} onPress={onClose} />
        )}
      </div>
    </header>
  )
})

const spokenDay = (day: string): string =>
  new Date(`${day}T12:00:00Z`).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  })
