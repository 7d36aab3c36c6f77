/** The map as a grid: lanes down the side, touchpoints along the spine. Arrows move, Enter opens the passages. */
import { useCallback, useMemo, useRef, type MouseEvent } from 'react'
import type { TwoWayRow } from '../../core/contract/mapping.ts'
import type { Place } from '../evidence/grid-keys.ts'
import { placeOf, useGrid, useOpenInView } from '../evidence/use-grid.ts'
import { LaneRow } from './LaneRow.tsx'
import { lanesFor, type Half, type Lane } from './lanes.ts'
import { MapHead } from './MapHead.tsx'
import type { Spot, TwoWay } from './settings.ts'

interface MapGridProps {
  map: TwoWay
  everyLane: boolean
  isSealed: boolean
  open: Spot | null
  onOpen: (spot: Spot) => void
}

/** The head stands in row 0 and the lanes' titles in column 0. */
const START = { row: 1, column: 1 }
/** What the head of a column opens: both sides. */
const WHOLE = 'touchpoint'

export function MapGrid({ map, everyLane, isSealed, open, onOpen }: MapGridProps) {
  const { rows } = map
  const lanes = useMemo(() => lanesFor(rows, { every: everyLane, isSealed }), [rows, everyLane, isSealed])
  const openAt = useCallback(
    (target: EventTarget) => {
      const spot = spotAt(target, rows, lanes)
      if (spot !== null) onOpen(spot)
    },
    [rows, lanes, onOpen],
  )
  const { active, onKeyDown, onFocus } = useGrid({
    size: { row: lanes.length + 1, column: rows.length + 1 },
    start: placeOfSpot(open, rows, lanes) ?? START,
    onEnter: openAt,
  })
  const frame = useRef<HTMLDivElement>(null)
  useOpenInView(frame, open === null ? null : `${open.row} ${open.lane}`)
  const halves = [...Map.groupBy(lanes, ({ half }) => half)]
  return (
    <>
      <div ref={frame} className="map-frame">
        <table
          role="grid"
          className="map-grid"
          aria-label="Two-way map"
          onKeyDown={onKeyDown}
          onFocus={onFocus}
          onClick={(event: MouseEvent) => openAt(event.target)}
        >
          <MapHead rows={rows} activeColumn={active.row === 0 ? active.column : null} />
          {halves.map(([half, own]) => (
            <tbody key={half} data-half={half}>
              {HALF_NAMES[half] === undefined ? null : (
                <tr className="map-half">
                  <th colSpan={rows.length + 1} scope="rowgroup">
                    <span>{titleOf(half, map)}</span>
                  </th>
                </tr>
              )}
              {own.map((lane) => {
                const row = lanes.indexOf(lane) + 1
                return (
                  <LaneRow
                    key={lane.id}
                    lane={lane}
                    rows={rows}
                    at={row}
                    activeColumn={active.row === row ? active.column : null}
                    openRow={open?.lane === lane.id ? open.row : null}
                  />
                )
              })}
            </tbody>
          ))}
        </table>
      </div>
      <footer className="map-foot">
        <p>{map.caption}</p>
      </footer>
    </>
  )
}

const HALF_NAMES: Partial<Record<Half, string>> = {
  residents: 'Residents',
  colleagues: 'Colleagues',
  facts: 'Facts',
  target: 'What it should become',
}

function titleOf(half: Half, { residents, colleagues }: TwoWay): string {
  if (half === 'residents' && residents !== null) return `Residents, ${residents.participants}`
  if (half === 'colleagues' && colleagues !== null) {
    const sessions = colleagues.sessions === 1 ? '1 session' : `${colleagues.sessions} sessions`
    return `Colleagues, ${colleagues.participants} in ${sessions}`
  }
  return HALF_NAMES[half] ?? ''
}

/** On the way back from a transcript the keyboard stands at the cell that was open. */
function placeOfSpot(spot: Spot | null, rows: readonly TwoWayRow[], lanes: readonly Lane[]): Place | null {
  const column = rows.findIndex(({ id }) => id === spot?.row) + 1
  const row = spot?.lane === WHOLE ? 0 : lanes.findIndex(({ id }) => id === spot?.lane) + 1
  return column === 0 || (row === 0 && spot?.lane !== WHOLE) ? null : { row, column }
}

function spotAt(target: EventTarget, rows: readonly TwoWayRow[], lanes: readonly Lane[]): Spot | null {
  const place = placeOf(target)
  const row = rows[(place?.column ?? 0) - 1]
  if (place === null || row === undefined) return null
  if (place.row === 0) return { row: row.id, lane: WHOLE }
  const lane = lanes[place.row - 1]
  if (lane === undefined || !(lane.isWritten || lane.has(row))) return null
  const item =
    target instanceof Element ? target.closest<HTMLElement>('[data-item]')?.dataset['item'] : undefined
  return item === undefined ? { row: row.id, lane: lane.id } : { row: row.id, lane: lane.id, item }
}
