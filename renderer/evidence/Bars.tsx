/** Counts of people as bars with their intervals: a table whose figures are drawn beside them, each a door. */
import type { ReactNode } from 'react'
import { scaleLinear } from 'd3-scale'
import { IntensityPips } from '../ui/Code.tsx'
import './bars.css'

export interface BarRow {
  id: string
  name: string
  value: number
  /** Ends of the interval, in the same unit as the value. */
  interval?: { low: number; high: number } | null
  /** Mean intensity, to the nearest step. */
  strength?: 1 | 2 | 3
  mark?: ReactNode
  /** `data-family` and `data-step`, for the colour of the bar. */
  tone?: Record<string, string>
}

interface BarsProps {
  /** What is counted, for screen readers. */
  label: string
  heading: string
  rows: readonly BarRow[]
  /** Everyone who could have been counted: the end of the scale. */
  most: number
  onOpen: (id: string) => void
}

export function Bars({ label, heading, rows, most, onOpen }: BarsProps) {
  const along = scaleLinear()
    .domain([0, Math.max(1, most)])
    .range([0, 100])
  return (
    <table className="bars">
      <caption className="hidden-visually">{label}</caption>
      <thead className="hidden-visually">
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Chart</th>
          <th scope="col">{heading}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} {...row.tone}>
            <th scope="row">
              <button type="button" className="bars-door" onClick={() => onOpen(row.id)}>
                {row.mark}
                {row.name}
              </button>
            </th>
            <td className="bars-chart" aria-hidden>
              <Bar row={row} along={along} />
            </td>
            <td className="bars-value">
              <b>{row.value}</b>
              {row.interval ? (
                <span className="hidden-visually">
                  {' '}
                  95% interval {row.interval.low.toFixed(1)} to {row.interval.high.toFixed(1)}
                </span>
              ) : null}
              {row.strength === undefined ? null : <IntensityPips value={row.strength} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Bar({ row, along }: { row: BarRow; along: (value: number) => number }) {
  const at = (value: number) => `${along(value)}%`
  return (
    <svg className="bars-svg">
      <rect className="bars-bar" width={at(row.value)} y="25%" height="50%" rx="1.5" />
      {row.interval ? (
        <g className="bars-whisker">
          <line x1={at(row.interval.low)} x2={at(row.interval.high)} y1="50%" y2="50%" />
          <line x1={at(row.interval.low)} x2={at(row.interval.low)} y1="32%" y2="68%" />
          <line x1={at(row.interval.high)} x2={at(row.interval.high)} y1="32%" y2="68%" />
        </g>
      ) : null}
    </svg>
  )
}
