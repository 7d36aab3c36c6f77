/** The passages behind a figure of the heatmap, and everything that is known of it. */
import type { Heatmap } from '../../core/contract/analysis.ts'
import { formatRoute } from '../app/routes.ts'
import type { DoorChoice } from '../evidence/door.ts'
import { Evidence } from '../evidence/Evidence.tsx'
import type { EvidencePlace } from '../evidence/place.ts'
import { writeScope } from '../evidence/scope-query.ts'
import { readings } from './figures.ts'
import { cellSentence, titleOf } from './names.ts'
import type { Spot } from './settings.ts'
import { cellAt } from './sheet.ts'

interface CellEvidenceProps {
  heatmap: Heatmap
  spot: Spot
  place: EvidencePlace
  onClose: () => void
  hasFocus: boolean
}

export function CellEvidence({ heatmap, spot, place, onClose, hasFocus }: CellEvidenceProps) {
  const cell = cellAt(heatmap, spot)
  const { rows, scope } = heatmap.settings
  return (
    <Evidence
      key={JSON.stringify(spot)}
      title={titleOf(heatmap, spot)}
      doors={spot.reason === undefined ? doorsTo(heatmap, spot) : reasonDoors(heatmap, spot)}
      place={place}
      onClose={onClose}
      hasFocus={hasFocus}
    >
      <div className="heatmap-behind">
        {cell === null ? null : <p>{cellSentence(cell, scope.role)}</p>}
        {cell === null || readings(cell).length === 0 ? null : (
          <dl className="heatmap-readings">
            {readings(cell).map(({ name, value }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        )}
        {spot.row !== null && rows === 'touchpoint' ? (
          <a href={formatRoute({ room: 'touchpoints', path: [spot.row], query: writeScope(scope) })}>
            Summary of this touchpoint
          </a>
        ) : null}
      </div>
    </Evidence>
  )
}

/** Those with frustration, or with the column's emotion; and everything said there. */
function doorsTo({ settings, columns }: Heatmap, { row, column }: Spot): DoorChoice[] {
  const emotion = settings.columns === 'emotion' ? columns.find(({ id }) => id === column)?.name : undefined
  const figure = { kind: 'figure', settings, row, column } as const
  return [
    { id: 'F', label: emotion ?? 'Frustration', door: { ...figure, of: 'F' } },
    { id: 'E', label: 'Everything said', door: { ...figure, of: 'E' } },
  ]
}

/** One set of passages for each reason given in the row, the chosen one first. */
function reasonDoors({ settings, rows }: Heatmap, { row, reason }: Spot): DoorChoice[] {
  const why = rows.find(({ id }) => id === row)?.why ?? []
  const byReason = { ...settings, columns: 'reason' } as const
  return why
    .toSorted((a, b) => Number(b.code === reason) - Number(a.code === reason))
    .map(({ code, name, participants }) => ({
      id: code,
      label: `${name} ${participants}`,
      door: { kind: 'figure', settings: byReason, row, column: code, of: 'E' },
    }))
}
