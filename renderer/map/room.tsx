/** The maps: both sides on one spine, one resident's journey, what matters against what frustrates. */
import { lazy, type ComponentType } from 'react'
import type { RoomProps } from '../app/routes.ts'
import type { MAP_VIEWS } from '../evidence/views.ts'
import { TwoWayView } from './TwoWayView.tsx'

type ViewId = (typeof MAP_VIEWS)[number]['id']

const PAGES: Record<ViewId, ComponentType<RoomProps>> = {
  '': TwoWayView,
  journey: lazy(() => import('./journey/Journey.tsx')),
  importance: lazy(() => import('./importance/Importance.tsx')),
}

const isView = (id: string): id is ViewId => Object.hasOwn(PAGES, id)

export default function MapRoom({ route }: RoomProps) {
  const [view = ''] = route.path
  const Page = PAGES[isView(view) ? view : '']
  return <Page route={route} />
}
