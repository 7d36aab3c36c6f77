/** The heatmap and the other views of the coded data. */
import { lazy, type ComponentType } from 'react'
import type { RoomProps } from '../app/routes.ts'
import type { HEATMAP_VIEWS } from '../evidence/views.ts'
import { HeatmapView } from './HeatmapView.tsx'

type ViewId = (typeof HEATMAP_VIEWS)[number]['id']

const PAGES: Record<ViewId, ComponentType<RoomProps>> = {
  '': HeatmapView,
  compare: lazy(() => import('./compare/Compare.tsx')),
  framework: lazy(() => import('./framework/Framework.tsx')),
  together: lazy(() => import('./together/Together.tsx')),
  transcripts: lazy(() => import('./together/ByTranscript.tsx')),
  words: lazy(() => import('./words/Words.tsx')),
  agreement: lazy(() => import('./rigour/Agreement.tsx')),
  coverage: lazy(() => import('./rigour/Coverage.tsx')),
  saved: lazy(() => import('./saved/Saved.tsx')),
  report: lazy(() => import('./saved/Report.tsx')),
}

const isView = (id: string): id is ViewId => Object.hasOwn(PAGES, id)

export default function HeatmapRoom({ route }: RoomProps) {
  const [view = ''] = route.path
  const Page = PAGES[isView(view) ? view : '']
  return <Page route={route} />
}
