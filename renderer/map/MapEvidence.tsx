/** The passages behind a cell of the map. */
import { formatRoute } from '../app/routes.ts'
import { Evidence } from '../evidence/Evidence.tsx'
import type { EvidencePlace } from '../evidence/place.ts'
import { useCodes } from '../evidence/use-codes.ts'
import { openedBy } from './doors.ts'
import { TargetForm } from './TargetForm.tsx'
import type { MapView, Spot, TwoWay } from './settings.ts'

interface MapEvidenceProps {
  spot: Spot
  map: TwoWay
  view: MapView
  place: EvidencePlace
  onClose: () => void
}

export function MapEvidence({ spot, map, view, place, onClose }: MapEvidenceProps) {
  const codes = useCodes()
  const opened = openedBy(spot, { rows: map.rows, view, codes })
  const row = map.rows.find(({ id }) => id === spot.row)
  if (opened === null || row === undefined) return null
  const isTarget = spot.lane === 'target'
  return (
    <Evidence
      key={JSON.stringify(spot)}
      title={opened.title}
      doors={opened.doors}
      place={place}
      onClose={onClose}
      hasFocus={!isTarget}
    >
      {isTarget ? <TargetForm row={row} /> : null}
      <div className="map-behind">
        <p>{opened.words}</p>
        <a href={formatRoute({ room: 'touchpoints', path: [spot.row] })}>Summary of this touchpoint</a>
      </div>
    </Evidence>
  )
}
