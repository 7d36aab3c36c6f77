/** A grid of figures: arrows move, Enter or a click opens what is behind one. */
import { memo, type MouseEvent, type ReactNode } from 'react'
import { placeOf, useGrid } from './use-grid.ts'
import './grid.css'

interface MatrixHead {
  id: string
  name: string
  mark?: ReactNode
}

interface MatrixCell {
  text: string
  /** Under it, smaller. */
  more?: string
  /** 0 to 7; none is uncoloured. */
  heat?: number
  /** For people who hear the grid. */
  aside?: string
}

interface MatrixProps {
  label: string
  rows: readonly MatrixHead[]
  columns: readonly MatrixHead[]
  /** Null leaves it empty. */
  cell: (row: string, column: string) => MatrixCell | null
  /** The open one, as `spotName` writes it. */
  open: string | null
  /** A null column is the row's own heading, a null row the column's. */
  onOpen: (row: string | null, column: string | null) => void
}

/** Names a cell in the address; ids hold no spaces. */
export const spotName = (row: string | null, column: string | null): string => `${row ?? ''} ${column ?? ''}`

export function readSpotName(name: string): { row: string | null; column: string | null } {
  const [row = '', column = ''] = name.split(' ')
  return { row: row || null, column: column || null }
}

const MOST_ACROSS = 8
/** Headings this short never stand upright. */
const SHORT = 6

export function Matrix({ label, rows, columns, cell, open, onOpen }: MatrixProps) {
  const openAt = (target: EventTarget) => {
    const place = placeOf(target)
    if (place === null) return
    const row = rows[place.row - 1]?.id ?? null
    const column = columns[place.column - 1]?.id ?? null
    const isEmpty = row !== null && column !== null && cell(row, column) === null
    if (!isEmpty && (row !== null || column !== null)) onOpen(row, column)
  }
  const { active, onKeyDown, onFocus } = useGrid({
    size: { row: rows.length + 1, column: columns.length + 1 },
    start: { row: 1, column: 1 },
    onEnter: openAt,
  })
  const stop = (row: number, column: number) => (active.row === row && active.column === column ? 0 : -1)
  return (
    <div className="grid-frame">
      <table
        role="grid"
        className="grid-table"
        aria-label={label}
        data-few={columns.length <= MOST_ACROSS || undefined}
        data-wide={
          (columns.length > MOST_ACROSS && columns.some(({ name }) => name.length > SHORT)) || undefined
        }
        onKeyDown={onKeyDown}
        onFocus={onFocus}
        onClick={(event: MouseEvent) => openAt(event.target)}
      >
        <thead>
          <tr>
            <th className="grid-corner" data-place="0,0" tabIndex={stop(0, 0)}>
              <span className="hidden-visually">{label}</span>
            </th>
            {columns.map(({ id, name, mark }, at) => (
              <th
                key={id}
                scope="col"
                className="grid-top"
                data-place={`0,${at + 1}`}
                tabIndex={stop(0, at + 1)}
              >
                <span className="grid-top-words">{name}</span>
                {mark}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <MatrixRow
              key={row.id}
              row={row}
              at={at + 1}
              columns={columns}
              cell={cell}
              open={open}
              activeColumn={active.row === at + 1 ? active.column : null}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface MatrixRowProps extends Pick<MatrixProps, 'columns' | 'cell' | 'open'> {
  row: MatrixHead
  at: number
  activeColumn: number | null
}

const MatrixRow = memo(function MatrixRow({ row, at, columns, cell, open, activeColumn }: MatrixRowProps) {
  const stop = (column: number) => (activeColumn === column ? 0 : -1)
  return (
    <tr>
      <th scope="row" className="grid-side" data-place={`${at},0`} tabIndex={stop(0)}>
        <span className="grid-name">
          {row.mark} {row.name}
        </span>
      </th>
      {columns.map(({ id }, index) => {
        const shown = cell(row.id, id)
        return (
          <td
            key={id}
            className="grid-cell"
            data-place={`${at},${index + 1}`}
            data-state={shown === null ? 'unmentioned' : undefined}
            data-open={open === spotName(row.id, id) || undefined}
            {...(shown?.heat === undefined ? {} : { 'data-heat': shown.heat })}
            tabIndex={stop(index + 1)}
          >
            {shown?.text}
            {shown?.more === undefined ? null : <small>{shown.more}</small>}
            <span className="hidden-visually"> {shown?.aside ?? (shown === null ? 'none' : '')}</span>
          </td>
        )
      })}
    </tr>
  )
})
