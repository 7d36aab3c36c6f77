/** One lane along the spine. */
import { memo, type ReactNode } from 'react'
import type { TwoWayRow } from '../../core/contract/mapping.ts'
import { EmotionPoint } from './EmotionPoint.tsx'
import {
  Aim,
  Clock,
  Expected,
  Frustrated,
  Items,
  Meeting,
  Metrics,
  Signals,
  Spoke,
  Unwritten,
} from './lane-cells.tsx'
import type { Lane } from './lanes.ts'
import { startsStage } from './MapHead.tsx'

interface LaneRowProps {
  lane: Lane
  rows: readonly TwoWayRow[]
  /** The lane's row in the grid. */
  at: number
  activeColumn: number | null
  /** The touchpoint whose cell is open. */
  openRow: string | null
}

export const LaneRow = memo(function LaneRow({ lane, rows, at, activeColumn, openRow }: LaneRowProps) {
  const stop = (column: number) => (activeColumn === column ? 0 : -1)
  return (
    <tr data-lane={lane.id}>
      <th scope="row" className="map-lane" data-place={`${at},0`} tabIndex={stop(0)}>
        {lane.title}
        {lane.about === undefined ? null : <small>{lane.about}</small>}
      </th>
      {rows.map((row, index) => (
        <td
          key={row.id}
          className="map-cell"
          data-place={`${at},${index + 1}`}
          data-stage-start={startsStage(rows, index) || undefined}
          data-open={row.id === openRow || undefined}
          tabIndex={stop(index + 1)}
        >
          {lane.has(row) ? cell(lane, rows, index) : lane.isWritten ? <Unwritten /> : null}
        </td>
      ))}
    </tr>
  )
})

const SHOWN = 2

function cell(lane: Lane, rows: readonly TwoWayRow[], index: number): ReactNode {
  const row = rows[index]
  if (row === undefined) return null
  if (lane.items !== undefined) return <Items items={lane.items.of(row)} most={lane.most ?? SHOWN} />
  switch (lane.id) {
    case 'line':
      return <EmotionPoint row={row} before={rows[index - 1]} after={rows[index + 1]} />
    case 'frustrated':
      return <Frustrated row={row} />
    case 'reality':
      return <Expected row={row} />
    case 'meeting':
      return <Meeting row={row} />
    case 'signals':
      return <Signals row={row} />
    case 'spoke':
      return <Spoke row={row} />
    case 'target':
      return <Aim row={row} />
    case 'clock':
      return <Clock row={row} />
    default:
      return <Metrics row={row} />
  }
}
