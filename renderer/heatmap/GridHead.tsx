/** The headings across the top, under their journeys when touchpoints stand there. */
import { bandsOf, type Head, type Sheet } from './sheet.ts'

interface GridHeadProps {
  sheet: Sheet
  activeColumn: number | null
  hasWhy: boolean
}

export function GridHead({ sheet: { heads, lines }, activeColumn, hasWhy }: GridHeadProps) {
  const bands = bandsOf(heads)
  const hasBands = bands.some(({ band }) => band !== '')
  const isActive = (column: number) => (activeColumn === column ? 0 : -1)
  return (
    <thead>
      {hasBands ? (
        <tr>
          <th className="heatmap-corner" scope="col">
            <span className="hidden-visually">Journeys</span>
          </th>
          {bands.map(({ band, from, heads: under }) => (
            <th key={from} colSpan={under.length} scope="colgroup" className="heatmap-over">
              <span>{band}</span>
            </th>
          ))}
        </tr>
      ) : null}
      <tr>
        <th className="heatmap-corner" data-place="0,0" tabIndex={isActive(0)}>
          <span className="hidden-visually">Rows and columns</span>
        </th>
        {heads.map((head, at) => (
          <th
            key={head.id}
            scope="col"
            className="heatmap-top"
            data-place={`0,${at + 1}`}
            data-look={head.look}
            data-stage-start={isStageStart(heads, at) || undefined}
            tabIndex={isActive(at + 1)}
          >
            <span className="heatmap-top-words">{head.name}</span>
            <GroupSize people={groupSize(lines, at)} />
          </th>
        ))}
        {hasWhy ? (
          <th
            scope="col"
            className="heatmap-top heatmap-why-head"
            data-place={`0,${heads.length + 1}`}
            tabIndex={isActive(heads.length + 1)}
          >
            <span className="heatmap-top-words">Why</span>
          </th>
        ) : null}
      </tr>
    </thead>
  )
}

const isStageStart = (heads: readonly Head[], at: number): boolean =>
  at > 0 && heads[at]?.stage !== heads[at - 1]?.stage

/** Participants in a column's group, when they are not everyone. */
function groupSize(lines: Sheet['lines'], at: number): number | null {
  const [first] = lines
  const size = first?.slots[at]?.cell?.P
  const everyone = first?.slots[0]?.cell?.P
  return size === undefined || size === everyone ? null : size
}

function GroupSize({ people }: { people: number | null }) {
  return people === null ? null : (
    <span className="heatmap-size">
      n={people}
      <span className="hidden-visually"> participants</span>
    </span>
  )
}
