/** One line of the grid: its heading, its figures and the reasons given there. */
import { memo } from 'react'
import type { Cell } from '../../core/contract/analysis.ts'
import { percent } from '../evidence/format.ts'
import { cellAside, cellLines, heatOf, isCase, type Look } from './figures.ts'
import type { Line } from './sheet.ts'

export interface Stage {
  name: string
  rows: number
}

interface GridLineProps {
  line: Line
  row: number
  look: Look
  /** The stage that begins here and its number of rows; null inside a stage, undefined where there are none. */
  stage: Stage | null | undefined
  activeColumn: number | null
  openColumn: number | null
  hasWhy: boolean
}

export const GridLine = memo(function GridLine(props: GridLineProps) {
  const { line, row, look, stage, activeColumn, openColumn, hasWhy } = props
  const { head, slots } = line
  const stop = (column: number) => (activeColumn === column ? 0 : -1)
  return (
    <tr data-look={head.look}>
      {stage ? (
        <th scope="rowgroup" className="grid-stage" rowSpan={stage.rows}>
          {stage.name}
        </th>
      ) : null}
      <th scope="row" className="grid-side" data-place={`${row},0`} tabIndex={stop(0)}>
        <span className="grid-name">{head.name}</span>
        {head.topThree === null ? null : (
          <span className="heatmap-rank">
            <span className="hidden-visually">chance of being in the top three: </span>
            {percent(head.topThree)}
          </span>
        )}
      </th>
      {slots.map(({ cell }, at) => (
        <FigureCell
          key={slots[at]?.column ?? slots[at]?.row ?? 'total'}
          cell={cell}
          look={look}
          place={`${row},${at + 1}`}
          isTotal={head.look === 'total' || (head.look === 'row' && at === 0)}
          isOpen={openColumn === at + 1}
          tabIndex={stop(at + 1)}
        />
      ))}
      {hasWhy ? (
        <WhyCell line={line} place={`${row},${slots.length + 1}`} tabIndex={stop(slots.length + 1)} />
      ) : null}
    </tr>
  )
})

interface FigureCellProps {
  cell: Cell | null
  look: Look
  place: string
  isTotal: boolean
  isOpen: boolean
  tabIndex: 0 | -1
}

function FigureCell({ cell, look, place, isTotal, isOpen, tabIndex }: FigureCellProps) {
  if (cell === null) return null
  const [first, second] = cellLines(cell, look)
  const heat = heatOf(cell, look)
  return (
    <td
      className="grid-cell"
      data-place={place}
      data-state={isCase(cell, look) ? 'case' : cell.state}
      data-thin={(cell.thin && heat !== null) || undefined}
      data-total={isTotal || undefined}
      data-open={isOpen || undefined}
      {...(heat === null ? {} : { 'data-heat': heat })}
      tabIndex={tabIndex}
    >
      {first}
      {second === undefined ? null : <small>{second}</small>}
      <span className="hidden-visually"> {cellAside(cell, look)}</span>
    </td>
  )
}

const MOST_REASONS = 3

function WhyCell({ line, place, tabIndex }: { line: Line; place: string; tabIndex: 0 | -1 }) {
  const reasons = line.head.why.slice(0, MOST_REASONS)
  return (
    <td className="heatmap-why" data-place={place} tabIndex={tabIndex}>
      {reasons.map(({ code, name, participants }) => (
        <span key={code} className="heatmap-reason" data-reason={code}>
          {name} <b>{participants}</b>
        </span>
      ))}
    </td>
  )
}
