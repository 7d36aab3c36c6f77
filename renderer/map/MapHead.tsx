/** The spine: journeys, stages, touchpoints. */
import { memo } from 'react'
import type { TwoWayRow } from '../../core/contract/mapping.ts'

interface MapHeadProps {
  rows: readonly TwoWayRow[]
  activeColumn: number | null
}

export const MapHead = memo(function MapHead({ rows, activeColumn }: MapHeadProps) {
  return (
    <thead>
      <Band rows={rows} name="journey" of={({ journey }) => journey} />
      <Band rows={rows} name="stage" of={({ journey, stage }) => `${journey}\n${stage}`} />
      <tr>
        <th className="map-corner" data-place="0,0" tabIndex={activeColumn === 0 ? 0 : -1}>
          <span className="hidden-visually">Lanes</span>
        </th>
        {rows.map(({ id, name, paired }, at) => (
          <th
            key={id}
            scope="col"
            className="map-touchpoint"
            data-place={`0,${at + 1}`}
            data-stage-start={startsStage(rows, at) || undefined}
            tabIndex={activeColumn === at + 1 ? 0 : -1}
          >
            {name}
            {paired.map((other) => (
              <span key={other.id} className="map-paired">
                <span className="hidden-visually">pairs with </span>
                {other.name}
              </span>
            ))}
          </th>
        ))}
      </tr>
    </thead>
  )
})

/** Whether a stage, or a journey, begins at this touchpoint. */
export const startsStage = (rows: readonly TwoWayRow[], at: number): boolean =>
  at > 0 && (rows[at]?.stage !== rows[at - 1]?.stage || rows[at]?.journey !== rows[at - 1]?.journey)

interface BandProps {
  rows: readonly TwoWayRow[]
  name: 'journey' | 'stage'
  of: (row: TwoWayRow) => string
}

function Band({ rows, name, of }: BandProps) {
  const groups = [...Map.groupBy(rows, of)]
  return (
    <tr className="map-band" data-band={name}>
      <th className="map-corner" scope="col">
        <span className="hidden-visually">{name}</span>
      </th>
      {groups.map(([key, group]) => (
        <th key={key} colSpan={group.length} scope="colgroup">
          <span>{group[0]?.[name]}</span>
        </th>
      ))}
    </tr>
  )
}
