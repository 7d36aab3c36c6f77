/** Saved views: settings under a name, and for a heatmap its figures of that day beside those of now. */
import { useState } from 'react'
import { Trash2 } from 'lucide-react'
import { HeatmapSettings } from '../../../core/contract/analysis.ts'
import type { Output } from '../../../core/contract/index.ts'
import { useAsk, useDo } from '../../data.ts'
import { formatRoute, type RoomProps } from '../../app/routes.ts'
import { viewState } from '../../evidence/use-view.ts'
import { Answer, ViewFrame } from '../../evidence/ViewFrame.tsx'
import { Button, IconButton } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { writeView } from '../settings.ts'
import { SinceThen } from './SinceThen.tsx'
import './saved.css'

type SavedView = Output<'mapping.views'>['views'][number]

export default function Saved({ route }: RoomProps) {
  const { open, show } = viewState(route)
  const answer = useAsk('mapping.views', {})
  const [compared, setCompared] = useState<number | null>(open === null ? null : Number(open))
  const compare = (view: number | null) => {
    setCompared(view)
    show(view === null ? null : String(view))
  }
  return (
    <ViewFrame room="heatmap" view="saved">
      <Answer answer={answer} working="Opening the saved views">
        {({ views }) =>
          views.length === 0 ? (
            <EmptyState
              title="No saved views"
              actions={
                <a className="w-button" data-look="primary" href={formatRoute({ room: 'heatmap' })}>
                  Go to the heatmap
                </a>
              }
            >
              <p>
                Set up a heatmap and choose “Keep this view” under Save. Its figures are kept with it, so that
                you can see later what more coding changed.
              </p>
            </EmptyState>
          ) : (
            <ul className="saved">
              {views.map((view) => (
                <Item key={view.id} view={view} isCompared={view.id === compared} onCompare={compare} />
              ))}
            </ul>
          )
        }
      </Answer>
    </ViewFrame>
  )
}

interface ItemProps {
  view: SavedView
  isCompared: boolean
  onCompare: (view: number | null) => void
}

function Item({ view, isCompared, onCompare }: ItemProps) {
  const remove = useDo('mapping.removeView')
  const created = new Date(view.created).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  })
  return (
    <li className="saved-item">
      <div className="saved-head">
        <a href={hrefOf(view)}>{view.name}</a>
        <span>{created}</span>
        {view.snapshot ? (
          <Button look="quiet" onPress={() => onCompare(isCompared ? null : view.id)}>
            {isCompared ? 'Hide' : 'What has changed since'}
          </Button>
        ) : null}
        <IconButton
          label={`Remove ${view.name}`}
          icon={<Trash2 aria-hidden />}
          onPress={() => remove.mutate({ view: view.id })}
        />
      </div>
      {isCompared ? <SinceThen view={view.id} /> : null}
    </li>
  )
}

/** Back to the view itself. Settings of an older version that no longer hold lead to the usual ones. */
function hrefOf({ kind, settings }: SavedView): string {
  if (kind === 'map') return formatRoute({ room: 'map', query: stringsIn(settings) })
  const known = HeatmapSettings.safeParse(settings)
  if (kind !== 'heatmap' || !known.success) return formatRoute({ room: 'heatmap' })
  const query = writeView({ settings: known.data, percent: false, transposed: false, open: null })
  return formatRoute({ room: 'heatmap', query })
}

const stringsIn = (settings: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(Object(settings)).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  )
