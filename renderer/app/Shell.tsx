/** The frame around every room: top bar, navigation, the room itself, the status line. */
import { Suspense, useEffect, useMemo, useRef, useState } from 'react'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Keys } from '../ui/Keys.tsx'
import { StatusBar } from '../ui/StatusBar.tsx'
import type { CommandPlace } from './command-shape.ts'
import { Navigation } from './Navigation.tsx'
import { Overlays, type Overlay } from './Overlays.tsx'
import { PlaceContext } from './place.ts'
import { useCommands } from './registry.ts'
import { RoomBoundary } from './RoomBoundary.tsx'
import { ROOMS } from './rooms.ts'
import { useRoute } from './router.ts'
import type { Route } from './routes.ts'
import { useStudy, useStudyActions } from './study.ts'
import { TopBar } from './TopBar.tsx'
import { useKeys } from './use-keys.ts'
import './Shell.css'

interface ShellProps {
  onUndo: () => void
  onRedo: () => void
}

export function Shell({ onUndo, onRedo }: ShellProps) {
  const [overlay, setOverlay] = useState<Overlay>('none')
  const route = useRoute()
  const study = useStudy()
  const { close, showSuggestions } = useStudyActions()
  const hasProject = study.isOpen === true
  const room = hasProject || ROOMS[route.room].needsNoProject === true ? route.room : 'projects'
  const place = useMemo<CommandPlace>(() => ({ room, hasProject }), [room, hasProject])

  useCommands({
    'view.palette': () => setOverlay('palette'),
    'view.suggestions': () => showSuggestions(!study.hasSuggestions),
    'help.keys': () => setOverlay('keys'),
    'study.export': () => setOverlay('export'),
    'study.rename': () => setOverlay('rename'),
    'study.settings': () => setOverlay('settings'),
    'study.coder': () => setOverlay('coder'),
    'study.close': close,
    'edit.undo': onUndo,
    'edit.redo': onRedo,
  })
  const pending = useKeys(place)
  useFocusInRoom(route)

  const { title, page: Page } = ROOMS[room]
  return (
    <PlaceContext value={place}>
      <div className="shell">
        <title>{hasProject ? `${title} · ${study.name}` : 'Waymark'}</title>
        <a className="skip" href="#room" onClick={skipToRoom}>
          Skip to the page
        </a>
        <TopBar />
        <div className="shell-bars">
          {hasProject ? <Navigation current={room} /> : null}
          {study.readOnly === null ? null : <Banner look="caution">{study.readOnly}</Banner>}
        </div>
        <main id="room" className="shell-room" tabIndex={-1} aria-label={title}>
          <h1 className="hidden-visually">{title}</h1>
          {study.trouble === null ? null : <Trouble sentence={study.trouble} />}
          {study.isOpen === null ? null : (
            <RoomBoundary key={room} title={title}>
              <Suspense fallback={null}>
                <Page route={route} />
              </Suspense>
            </RoomBoundary>
          )}
        </main>
        <StatusBar>
          {pending === '' ? null : (
            <span>
              <Keys keys={pending} /> then …
            </span>
          )}
          {study.saved === null ? null : <span>saved {study.saved}</span>}
        </StatusBar>
        <Overlays shown={overlay} onClose={() => setOverlay('none')} />
      </div>
    </PlaceContext>
  )
}

function Trouble({ sentence }: { sentence: string }) {
  return (
    <EmptyState
      title="Waymark cannot be reached"
      actions={
        <Button look="primary" onPress={() => location.reload()}>
          Reload
        </Button>
      }
    >
      <p>{sentence}</p>
    </EmptyState>
  )
}

/** The keyboard goes along to another room, unless that room has taken it, and stays in a room whose page has changed. */
function useFocusInRoom(route: Route): void {
  const last = useRef(route)
  useEffect(() => {
    if (last.current === route) return
    const isOther = last.current.room !== route.room
    last.current = route
    const page = document.querySelector<HTMLElement>('#room')
    const { activeElement } = document
    const isLost = isOther ? page?.contains(activeElement) === false : activeElement === document.body
    if (isLost) page?.focus({ preventScroll: true })
  }, [route])
}

/** The address hash is the route, so the skip link moves the focus itself. */
function skipToRoom(event: { preventDefault: () => void }) {
  event.preventDefault()
  document.querySelector<HTMLElement>('#room')?.focus()
}
