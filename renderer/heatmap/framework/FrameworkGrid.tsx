/** The matrix itself. Enter or a click on a cell opens it for writing, with its passages. */
import type { MouseEvent } from 'react'
import type { Output } from '../../../core/contract/index.ts'
import { placeOf, useGrid } from '../../evidence/use-grid.ts'
import { spotName } from '../../evidence/Matrix.tsx'

export type Framework = Output<'mapping.framework'>

interface FrameworkGridProps {
  framework: Framework
  open: string | null
  onOpen: (participant: string, touchpoint: string) => void
}

export function FrameworkGrid({ framework: { rows, columns }, open, onOpen }: FrameworkGridProps) {
  const openAt = (target: EventTarget) => {
    const place = placeOf(target)
    const row = rows[(place?.row ?? 0) - 1]
    const column = columns[(place?.column ?? 0) - 1]
    if (row !== undefined && column !== undefined) onOpen(String(row.participant), column.id)
  }
  const { active, onKeyDown, onFocus } = useGrid({
    size: { row: rows.length + 1, column: columns.length + 1 },
    start: { row: 1, column: 1 },
    onEnter: openAt,
  })
  const stop = (row: number, column: number) => (active.row === row && active.column === column ? 0 : -1)
  return (
    <div className="grid-frame framework-frame">
      <table
        role="grid"
        className="framework"
        aria-label="Framework matrix"
        onKeyDown={onKeyDown}
        onFocus={onFocus}
        onClick={(event: MouseEvent) => openAt(event.target)}
      >
        <thead>
          <tr>
            <th data-place="0,0" tabIndex={stop(0, 0)}>
              <span className="hidden-visually">Person</span>
            </th>
            {columns.map(({ id, name }, at) => (
              <th key={id} scope="col" data-place={`0,${at + 1}`} tabIndex={stop(0, at + 1)}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={row.participant}>
              <th scope="row" data-place={`${at + 1},0`} tabIndex={stop(at + 1, 0)}>
                {row.name}
              </th>
              {row.cells.map(({ touchpoint, text, passages }, index) => (
                <td
                  key={touchpoint}
                  data-place={`${at + 1},${index + 1}`}
                  data-open={open === spotName(String(row.participant), touchpoint) || undefined}
                  tabIndex={stop(at + 1, index + 1)}
                >
                  <p className="framework-text">{text}</p>
                  <span className="framework-count">{passagesInWords(passages.length, text)}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function passagesInWords(count: number, text: string): string {
  if (count === 0) return text === '' ? '' : 'no passages'
  return count === 1 ? '1 passage' : `${count} passages`
}
