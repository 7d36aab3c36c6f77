/** The frame around every room: top bar, navigation, the room itself, the status line. */
import { Suspense, useMemo, useState } from 'react'
import { announce } from '../ui/announce.ts'
import { Keys } from '../ui/Keys.tsx'
import { StatusBar } from '../ui/StatusBar.tsx'
import type { CommandPlace } from './commands.ts'
import { KeyboardHelp } from './KeyboardHelp.tsx'
import { Navigation } from './Navigation.tsx'
import { Palette } from './Palette.tsx'
import { PlaceContext } from './place.ts'
import { useCommands } from './registry.ts'
import { RoomBoundary } from './RoomBoundary.tsx'
import { ROOMS } from './rooms.ts'
import { useRoute } from './router.ts'
import { useStudy, useStudyActions } from './study.ts'
import { TopBar } from './TopBar.tsx'
import { useKeys } from './use-keys.ts'
import './Shell.css'

type Overlay = 'none' | 'palette' | 'keys'

export function Shell() {
  const [overlay, setOverlay] = useState<Overlay>('none')
  const route = useRoute()
  const study = useStudy()
  const { undo, redo, close, showSuggestions } = useStudyActions()
  const hasProject = study.isOpen === true
  const room = hasProject || ROOMS[route.room].needsNoProject === true ? route.room : 'projects'
  const place = useMemo<CommandPlace>(() => ({ room, hasProject }), [room, hasProject])

  useCommands({
    'view.palette': () => setOverlay('palette'),
    'help.keys': () => setOverlay('keys'),
    'view.suggestions': () => showSuggestions(!study.hasSuggestions),
    'edit.undo': study.undo === null ? () => announce('Nothing to undo') : undo,
    'edit.redo': study.redo === null ? () => announce('Nothing to redo') : redo,
    'study.close': close,
  })
  const pending = useKeys(place)

  const { title, page: Page } = ROOMS[room]
  return (
    <PlaceContext value={place}>
      <div className="shell">
        <title>{hasProject ? `${title} · ${study.name}` : 'Waymark'}</title>
        <a className="skip" href="#room" onClick={skipToRoom}>
          Skip to the page
        </a>
        <TopBar />
        {hasProject ? <Navigation current={room} /> : null}
        <main id="room" className="shell-room" tabIndex={-1} aria-label={title}>
          <h1 className="hidden-visually">{title}</h1>
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
        <Palette isOpen={overlay === 'palette'} onClose={() => setOverlay('none')} />
        <KeyboardHelp isOpen={overlay === 'keys'} onClose={() => setOverlay('none')} />
      </div>
    </PlaceContext>
  )
}

/** The address hash is the route, so the skip link moves the focus itself. */
function skipToRoom(event: { preventDefault: () => void }) {
  event.preventDefault()
  document.querySelector<HTMLElement>('#room')?.focus()
}
