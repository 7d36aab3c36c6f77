/** Participants in a table: sorted by any heading, opened by Enter or a click. */
import { useEffect, useRef, useState } from 'react'
import type { SortDescriptor } from 'react-aria-components'
import { Badge } from '../ui/Code.tsx'
import { Cell, Column, Table, TableBody, TableHeader, TableRow } from '../ui/Table.tsx'
import { ROLE_NAMES, tellingAttributes, type Attribute, type Person } from './people.ts'

interface ParticipantTableProps {
  people: readonly Person[]
  attributes: readonly Attribute[]
  selected: number | undefined
  onSelect: (id: number) => void
  /** Enter or a double click. */
  onOpen: (id: number) => void
}

function valueOf(person: Person, column: string): string | number {
  if (column === 'name') return person.name
  if (column === 'role') return ROLE_NAMES[person.role]
  if (column === 'words') return person.words
  if (column === 'passages') return person.passages
  return person.attributes[column] ?? ''
}

function sorted(people: readonly Person[], { column, direction }: SortDescriptor): Person[] {
  const sign = direction === 'descending' ? -1 : 1
  return people.toSorted((a, b) => {
    const [left, right] = [valueOf(a, String(column)), valueOf(b, String(column))]
    return sign * String(left).localeCompare(String(right), 'en-GB', { numeric: true })
  })
}

export function ParticipantTable({ people, attributes, selected, onSelect, onOpen }: ParticipantTableProps) {
  const [sort, setSort] = useState<SortDescriptor>({ column: 'name', direction: 'ascending' })
  const telling = tellingAttributes(attributes, people, 4)
  const frame = useRef<HTMLDivElement>(null)
  // A link may lead to somebody far down.
  useEffect(() => {
    if (selected !== undefined)
      frame.current?.querySelector(`[data-key="${selected}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [selected])
  return (
    <div ref={frame} className="people-table">
      <Table
        label="Participants"
        sortDescriptor={sort}
        onSortChange={setSort}
        selectionMode="single"
        selectionBehavior="replace"
        onRowAction={(key) => onOpen(Number(key))}
        selectedKeys={selected === undefined ? [] : [selected]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : [...keys]
          if (key !== undefined) onSelect(Number(key))
        }}
      >
        <TableHeader>
          <Column id="name" isRowHeader allowsSorting>
            Participant
          </Column>
          <Column id="role" allowsSorting>
            Role
          </Column>
          {telling.map((attribute) => (
            <Column key={attribute.id} id={attribute.id} allowsSorting>
              {attribute.name}
            </Column>
          ))}
          <Column id="words" allowsSorting isNumber>
            Words
          </Column>
          <Column id="passages" allowsSorting isNumber>
            Passages
          </Column>
        </TableHeader>
        <TableBody>
          {sorted(people, sort).map((person) => (
            <TableRow key={person.id} id={person.id} textValue={person.name}>
              <Cell>
                <span className="people-name">{person.name}</span>
                {person.withdrawn === null ? null : <Badge look="caution">withdrawn</Badge>}
              </Cell>
              <Cell>{ROLE_NAMES[person.role]}</Cell>
              {telling.map((attribute) => (
                <Cell key={attribute.id}>
                  {person.attributes[attribute.id] ?? <span className="people-none">–</span>}
                </Cell>
              ))}
              <Cell isNumber>{person.words.toLocaleString('en-GB')}</Cell>
              <Cell isNumber>{person.passages}</Cell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  )
}
