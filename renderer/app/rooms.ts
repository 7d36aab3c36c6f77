/** The rooms: what each is called and where its page lives. A room's page is a default export taking `RoomProps`. */
import { lazy, type ComponentType } from 'react'
import type { RoomId, RoomProps } from './routes.ts'

interface Room {
  title: string
  inNavigation: boolean
  /** Can be seen with no project open. */
  needsNoProject?: true
  page: ComponentType<RoomProps>
}

export const ROOMS: Record<RoomId, Room> = {
  projects: {
    title: 'Projects',
    inNavigation: false,
    needsNoProject: true,
    page: lazy(() => import('../projects/room.tsx')),
  },
  code: { title: 'Code', inNavigation: true, page: lazy(() => import('../transcript/room.tsx')) },
  map: { title: 'Map', inNavigation: true, page: lazy(() => import('../map/room.tsx')) },
  heatmap: { title: 'Heatmap', inNavigation: true, page: lazy(() => import('../heatmap/room.tsx')) },
  touchpoints: { title: 'Touchpoints', inNavigation: true, page: lazy(() => import('../summary/room.tsx')) },
  participants: {
    title: 'Participants',
    inNavigation: true,
    page: lazy(() => import('../participants/room.tsx')),
  },
  codebook: { title: 'Codebook', inNavigation: true, page: lazy(() => import('../codebook/room.tsx')) },
  memos: { title: 'Memos', inNavigation: true, page: lazy(() => import('../memos/room.tsx')) },
  history: { title: 'History', inNavigation: true, page: lazy(() => import('../history/room.tsx')) },
  search: { title: 'Search', inNavigation: true, page: lazy(() => import('../search/room.tsx')) },
  import: { title: 'Import', inNavigation: false, page: lazy(() => import('../import/room.tsx')) },
}
