/** Panes side by side: resizable, hideable, remembered; on a narrow page one at a time. */
import { Fragment, useState, useSyncExternalStore, type ReactNode } from 'react'
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels'
import { Segments } from './Choice.tsx'
import { focusWhenThere } from './focus.ts'
import './Panes.css'

export interface Pane {
  id: string
  /** What the pane holds, for its landmark and the narrow page's switch. */
  title: string
  content: ReactNode
  /** Width to begin with, in px; leave it out on the one pane that takes what is left. */
  width?: number
  minWidth?: number
  isHidden?: boolean
}

interface PanesProps {
  /** Names the arrangement, so that it is remembered apart from others. */
  id: string
  panes: readonly Pane[]
  /** From `useForward`. */
  forward?: Forward | null
}

interface Forward {
  pane: string
}

type Find = () => HTMLElement | null

/** Brings a pane of a narrow page forward, then focuses something in it; side by side it only focuses. */
export function useForward(): { forward: Forward | null; bring: (pane: string, find: Find) => void } {
  const [forward, setForward] = useState<Forward | null>(null)
  const bring = (pane: string, find: Find) => {
    setForward({ pane })
    focusWhenThere(find)
  }
  return { forward, bring }
}

const NARROW = '(max-width: 46rem)'

export function Panes({ id, panes, forward = null }: PanesProps) {
  const isNarrow = useSyncExternalStore(onNarrowChange, () => matchMedia(NARROW).matches)
  const shown = panes.filter((pane) => pane.isHidden !== true)
  return isNarrow ? <OnePane panes={shown} forward={forward} /> : <SideBySide id={id} panes={shown} />
}

function SideBySide({ id, panes }: Pick<PanesProps, 'id' | 'panes'>) {
  const layout = useDefaultLayout({
    id: `waymark.panes.${id}`,
    panelIds: panes.map((pane) => pane.id),
    storage: localStorage,
    onlySaveAfterUserInteractions: true,
  })
  return (
    <Group
      className="w-panes"
      onLayoutChanged={layout.onLayoutChanged}
      {...(layout.defaultLayout === undefined ? {} : { defaultLayout: layout.defaultLayout })}
    >
      {panes.map((pane, at) => (
        <Fragment key={pane.id}>
          {at === 0 ? null : (
            <Separator className="w-splitter" aria-label={`Width of ${panes[at - 1]?.title ?? ''}`} />
          )}
          <Panel id={pane.id} minSize={pane.minWidth ?? 200} {...startingWidth(pane)}>
            <PaneFrame pane={pane} />
          </Panel>
        </Fragment>
      ))}
    </Group>
  )
}

/** Side panes keep their width when the window grows; the one without a width takes the rest. */
const startingWidth = (pane: Pane) =>
  pane.width === undefined
    ? {}
    : { defaultSize: pane.width, groupResizeBehavior: 'preserve-pixel-size' as const }

function OnePane({ panes, forward }: Pick<PanesProps, 'panes'> & { forward: Forward | null }) {
  const main = panes.find((pane) => pane.width === undefined) ?? panes[0]
  const [chosen, setChosen] = useState(main?.id)
  const [followed, setFollowed] = useState(forward)
  if (forward !== followed) {
    setFollowed(forward)
    setChosen(forward?.pane)
  }
  const current = panes.find((pane) => pane.id === chosen) ?? main
  if (current === undefined) return null
  return (
    <div className="w-panes-narrow">
      {panes.length < 2 ? null : (
        <Segments
          label="Pane"
          value={current.id}
          onChange={setChosen}
          options={panes.map((pane) => ({ id: pane.id, label: pane.title }))}
        />
      )}
      {panes.map((pane) => (
        <PaneFrame key={pane.id} pane={pane} isHidden={pane !== current} />
      ))}
    </div>
  )
}

/** Hidden panes of a narrow page stay as they were, scrolled to the same place. */
function PaneFrame({ pane, isHidden = false }: { pane: Pane; isHidden?: boolean }) {
  return (
    <section
      className="w-pane"
      aria-label={pane.title}
      data-main={pane.width === undefined || undefined}
      hidden={isHidden}
    >
      {pane.content}
    </section>
  )
}

function onNarrowChange(listener: () => void) {
  const query = matchMedia(NARROW)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}
