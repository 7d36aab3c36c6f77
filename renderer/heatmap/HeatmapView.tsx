/** The heatmap itself: what to count, the grid, and the passages behind each number. */
import { useCallback, useMemo, useState } from 'react'
import { replaceRoute, go } from '../app/router.ts'
import { useCommands } from '../app/registry.ts'
import type { RoomProps } from '../app/routes.ts'
import { evidencePlace } from '../evidence/place.ts'
import { WithEvidence } from '../evidence/WithEvidence.tsx'
import { Bar } from './Bar.tsx'
import { CellEvidence } from './CellEvidence.tsx'
import { Figure } from './Figure.tsx'
import { readView, writeView, type Spot, type View } from './settings.ts'
import { useHeatmap } from './use-heatmap.ts'
import '../evidence/grid.css'
import './heatmap.css'

export function HeatmapView({ route }: RoomProps) {
  const view = useMemo(() => readView(route.query), [route])
  const counted = useHeatmap(view.settings)
  const [byKeyboard, setByKeyboard] = useState(false)

  const change = useCallback(
    (next: Partial<View>) => go({ room: 'heatmap', query: writeView({ ...view, open: null, ...next }) }),
    [view],
  )
  const open = useCallback(
    (spot: Spot | null, keyboard: boolean) => {
      setByKeyboard(keyboard)
      replaceRoute({ room: 'heatmap', query: writeView({ ...view, open: spot }) })
    },
    [view],
  )
  const close = useCallback(() => {
    open(null, false)
    document.querySelector<HTMLElement>('.grid-table [tabindex="0"]')?.focus()
  }, [open])
  useCommands({
    'figure.transpose': () => change({ transposed: !view.transposed }),
    'view.right': view.open === null ? false : close,
  })

  const main = (
    <div className="view">
      <Bar view={view} onChange={change} />
      <Figure view={view} counted={counted} onOpen={open} onChange={change} />
    </div>
  )
  return (
    <WithEvidence
      id="heatmap"
      panes={[{ id: 'figure', title: 'Heatmap', content: main, minWidth: 320 }]}
      onClose={close}
      evidence={
        view.open === null || counted.heatmap === null ? null : (
          <CellEvidence
            heatmap={counted.heatmap}
            spot={view.open}
            place={evidencePlace(route)}
            onClose={close}
            hasFocus={byKeyboard}
          />
        )
      }
    />
  )
}
