/** One line of the grid: its heading, its figures and the reasons given there. */
import { memo } from 'react'
import type { Cell } from '../../core/contract/analysis.ts'
import { caseHeat, cellLines, cellSentence, heatOf, percent, type Look } from './figures.ts'
import type { Line } from './sheet.ts'

interface GridLineProps {
  line: Line
  row: number
  look: Look
  /** Set on the first row of a stage. */
  stage: string | null
  activeColumn: number | null
  openColumn: number | null
  hasWhy: boolean
}

export const GridLine = memo(function GridLine(props: GridLineProps) {
  const { line, row, look, stage, activeColumn, openColumn, hasWhy } = props
  const { head, slots } = line
  const stop = (column: number) => (activeColumn === column ? 0 : -1)
  return (
    <tr data-stage-start={stage !== null || undefined} data-look={head.look}>
      <th scope="row" className="heatmap-side" data-place={`${row},0`} tabIndex={stop(0)}>
        {stage === null ? null : <span className="heatmap-stage">{stage}</span>}
        <span className="heatmap-name">{head.name}</span>
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
  if (cell === null)
    return <td className="heatmap-cell" data-place={place} tabIndex={tabIndex} aria-label="no figure" />
  const [first, second] = cellLines(cell, look)
  const heat = cell.P === 1 ? caseHeat(cell) : heatOf(cell, look)
  return (
    <td
      className="heatmap-cell"
      data-place={place}
      data-state={cell.P === 1 && cell.E === 1 ? 'case' : cell.state}
      data-thin={(cell.thin && heat !== null) || undefined}
      data-total={isTotal || undefined}
      data-open={isOpen || undefined}
      {...(heat === null ? {} : { 'data-heat': heat })}
      tabIndex={tabIndex}
      aria-label={cellSentence(cell, look)}
    >
      {first}
      {second === undefined ? null : <small>{second}</small>}
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
