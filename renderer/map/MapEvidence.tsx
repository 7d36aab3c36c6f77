/** The passages behind a cell of the map. */
import { formatRoute } from '../app/routes.ts'
import { Evidence } from '../evidence/Evidence.tsx'
import type { EvidencePlace } from '../evidence/place.ts'
import { useCodes } from '../evidence/use-codes.ts'
import { openedBy } from './doors.ts'
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
  if (opened === null) return null
  return (
    <Evidence
      key={JSON.stringify(spot)}
      title={opened.title}
      doors={opened.doors}
      place={place}
      onClose={onClose}
      hasFocus
    >
      <div className="map-behind">
        <p>{opened.words}</p>
        <a href={formatRoute({ room: 'touchpoints', path: [spot.row] })}>Summary of this touchpoint</a>
      </div>
    </Evidence>
  )
}
