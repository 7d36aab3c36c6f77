/** The two-way map: residents above, colleagues below, one spine of touchpoints between them. */
import { useCallback, useMemo } from 'react'
import { useAsk } from '../data.ts'
import { go, replaceRoute } from '../app/router.ts'
import { useCommands } from '../app/registry.ts'
import { formatRoute, type RoomProps } from '../app/routes.ts'
import { evidencePlace } from '../evidence/place.ts'
import { SealBanner, useSeal } from '../evidence/Seal.tsx'
import { useCodes } from '../evidence/use-codes.ts'
import { Trouble } from '../evidence/ViewFrame.tsx'
import { WithEvidence } from '../evidence/WithEvidence.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ProgressBar } from '../ui/Progress.tsx'
import { MapBar } from './MapBar.tsx'
import { MapEvidence } from './MapEvidence.tsx'
import { MapGrid } from './MapGrid.tsx'
import { questionOf, readMap, writeMap, type MapView, type Spot } from './settings.ts'
import '../evidence/grid.css'
import './map.css'

export function TwoWayView({ route }: RoomProps) {
  const asked = useMemo(() => readMap(route), [route])
  const { isSealed } = useSeal()
  const view: MapView = useMemo(() => (isSealed ? { ...asked, side: 'colleague' } : asked), [asked, isSealed])
  const journeys = useCodes().inOrder.filter(({ level, archived }) => level === 'journey' && !archived)
  const answer = useAsk('mapping.twoWay', questionOf(view), { keep: true })

  const change = useCallback(
    (next: Partial<MapView>) => go({ room: 'map', query: writeMap({ ...asked, open: null, ...next }) }),
    [asked],
  )
  const open = useCallback(
    (spot: Spot | null) => replaceRoute({ room: 'map', query: writeMap({ ...asked, open: spot }) }),
    [asked],
  )
  const close = useCallback(() => {
    open(null)
    document.querySelector<HTMLElement>('.map-grid [tabindex="0"]')?.focus()
  }, [open])
  useCommands({ 'view.right': view.open === null ? false : close })

  const map = answer.data
  const main = (
    <div className="view">
      <MapBar view={view} isSealed={isSealed} journeys={journeys} onChange={change} />
      <SealBanner />
      {answer.error !== null ? (
        <Trouble error={answer.error} />
      ) : map === undefined ? (
        <ProgressBar label="Drawing the map" />
      ) : map.rows.length === 0 ? (
        <NothingYet />
      ) : (
        <MapGrid map={map} everyLane={view.everyLane} isSealed={isSealed} open={view.open} onOpen={open} />
      )}
    </div>
  )
  return (
    <WithEvidence
      id="map"
      panes={[{ id: 'map', title: 'Map', content: main, minWidth: 320 }]}
      onClose={close}
      evidence={
        view.open === null || map === undefined ? null : (
          <MapEvidence spot={view.open} map={map} view={view} place={evidencePlace(route)} onClose={close} />
        )
      }
    />
  )
}

function NothingYet() {
  return (
    <EmptyState
      title="Nothing on the map yet"
      actions={
        <a className="w-button" data-look="primary" href={formatRoute({ room: 'code' })}>
          Code passages
        </a>
      }
    >
      <p>
        Code residents’ interviews and colleagues’ workshops to touchpoints. Each touchpoint then has a place
        here, with both sides of it.
      </p>
    </EmptyState>
  )
}
