/** What matters to people against how many it frustrates: upper right comes first. */
import { useMemo, useState } from 'react'
import { HeatmapSettings } from '../../../core/contract/analysis.ts'
import { useAsk } from '../../data.ts'
import type { RoomProps } from '../../app/routes.ts'
import { Counted } from '../../evidence/Counted.tsx'
import type { DoorChoice } from '../../evidence/door.ts'
import { Evidence } from '../../evidence/Evidence.tsx'
import { percent } from '../../evidence/format.ts'
import { DEFINITIONS } from '../../evidence/frustration.ts'
import { useThresholds } from '../../evidence/use-thresholds.ts'
import { viewState } from '../../evidence/use-view.ts'
import { Answer, ViewFrame } from '../../evidence/ViewFrame.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Select } from '../../ui/Select.tsx'
import { Plot, type Point } from './Plot.tsx'
import './importance.css'

export default function Importance({ route }: RoomProps) {
  const { query, set, scope, setScope, open, show, place } = viewState(route)
  const frustration = HeatmapSettings.shape.frustration.safeParse(query['frustration']).data ?? 'strict'
  const settings = { scope, frustration }
  const answer = useAsk('mapping.importance', settings, { keep: true })
  const point = answer.data?.points.find(({ id }) => id === open)
  return (
    <ViewFrame
      room="map"
      view="importance"
      table={{ view: 'importance', settings }}
      bar={
        <>
          <Counted scope={scope} onChange={setScope} />
          <Select
            label="Frustration"
            options={DEFINITIONS}
            value={frustration}
            onChange={(next) => set({ frustration: next })}
          />
        </>
      }
      onClose={() => show(null)}
      evidence={
        point === undefined ? null : (
          <Evidence
            key={point.id}
            title={point.name}
            doors={doorsTo(point.id, HeatmapSettings.parse({ scope, frustration }))}
            place={place}
            onClose={() => show(null)}
            hasFocus
          >
            <p className="importance-behind">{inWords(point)}</p>
          </Evidence>
        )
      }
    >
      <Answer answer={answer} working="Weighing what matters">
        {({ points, caption }) =>
          points.length === 0 ? (
            <EmptyState title="Nothing to weigh yet">
              <p>
                Code what matters and moments of truth at touchpoints. Each touchpoint then has a place here.
              </p>
            </EmptyState>
          ) : (
            <Weighed points={points} caption={caption} open={open} onOpen={show} />
          )
        }
      </Answer>
    </ViewFrame>
  )
}

function doorsTo(row: string, settings: HeatmapSettings): DoorChoice[] {
  const figure = { kind: 'figure', settings, row, column: null } as const
  const layer = {
    ...figure,
    settings: HeatmapSettings.parse({ ...settings, columns: 'layer' }),
    of: 'E',
  } as const
  return [
    { id: 'F', label: 'Frustration', door: { ...figure, of: 'F' } },
    { id: 'M', label: 'What matters', door: { ...layer, column: 'layer.what_matters' } },
    { id: 'T', label: 'Moment of truth', door: { ...layer, column: 'layer.moment_of_truth' } },
    { id: 'E', label: 'Everything said', door: { ...figure, of: 'E' } },
  ]
}

const inWords = ({ matters, E, F }: Point): string =>
  `It matters to ${matters} of the ${E} who spoke of it; ${F} of the ${E} were frustrated.`

interface WeighedProps {
  points: readonly Point[]
  caption: string
  open: string | null
  onOpen: (id: string) => void
}

function Weighed({ points, caption, open, onOpen }: WeighedProps) {
  const [pointed, setPointed] = useState<string | null>(null)
  const ranked = useMemo(
    () =>
      points.toSorted(
        (a, b) =>
          Number(a.small) - Number(b.small) ||
          b.importance * b.frustration - a.importance * a.frustration ||
          b.matters - a.matters,
      ),
    [points],
  )
  return (
    <>
      <div className="importance">
        <Plot points={points} pointed={pointed ?? open} onPoint={setPointed} onOpen={onOpen} />
        <Ranking points={ranked} pointed={pointed ?? open} onPoint={setPointed} onOpen={onOpen} />
      </div>
      <p className="view-foot">{caption}</p>
    </>
  )
}

/** Too few for any figure, thin ones without a percentage: as in the heatmap. */
function Share({ count, of }: { count: number; of: number }) {
  const { smallN, thinN } = useThresholds()
  if (of < smallN) return <small>n&lt;{smallN}</small>
  return (
    <>
      {count}/{of} {of < thinN ? null : <small>{percent(count / of)}</small>}
    </>
  )
}

interface RankingProps {
  points: readonly Point[]
  pointed: string | null
  onPoint: (id: string | null) => void
  onOpen: (id: string) => void
}

/** The same figures as a table; pointing at a line points at its mark. */
function Ranking({ points, pointed, onPoint, onOpen }: RankingProps) {
  return (
    <div className="importance-list">
      <table>
        <caption className="hidden-visually">What matters against what frustrates</caption>
        <thead>
          <tr>
            <th scope="col">Touchpoint</th>
            <th scope="col">Matters</th>
            <th scope="col">Frustrated</th>
          </tr>
        </thead>
        <tbody>
          {points.map((point) => (
            <tr
              key={point.id}
              data-pointed={point.id === pointed || undefined}
              onMouseEnter={() => onPoint(point.id)}
              onMouseLeave={() => onPoint(null)}
            >
              <th scope="row">
                <button
                  type="button"
                  className="importance-door"
                  onClick={() => onOpen(point.id)}
                  onFocus={() => onPoint(point.id)}
                  onBlur={() => onPoint(null)}
                >
                  {point.name}
                </button>
              </th>
              <td>
                <Share count={point.matters} of={point.E} />
              </td>
              <td>
                <Share count={point.F} of={point.E} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
