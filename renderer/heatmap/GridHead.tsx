/** The headings across the top, under their journeys when touchpoints stand there. */
import type { Code } from '../../core/contract/codebook.ts'
import { useCodes } from '../evidence/use-codes.ts'
import { FamilyMark } from '../ui/Code.tsx'
import { bandsOf, type Head, type Sheet } from './sheet.ts'

interface GridHeadProps {
  sheet: Sheet
  activeColumn: number | null
  hasStages: boolean
  hasWhy: boolean
}

export function GridHead({ sheet: { heads, lines }, activeColumn, hasStages, hasWhy }: GridHeadProps) {
  const codes = useCodes()
  const bands = bandsOf(heads)
  const hasBands = bands.some(({ band }) => band !== '')
  const isActive = (column: number) => (activeColumn === column ? 0 : -1)
  return (
    <thead>
      {hasBands ? (
        <tr>
          <th className="grid-corner" scope="col">
            <span className="hidden-visually">Journeys</span>
          </th>
          {bands.map(({ band, from, heads: under }) => (
            <th key={from} colSpan={under.length} scope="colgroup" className="grid-over">
              <span>{band}</span>
            </th>
          ))}
        </tr>
      ) : null}
      <tr>
        {hasStages ? (
          <th scope="col" className="grid-stage">
            <span className="hidden-visually">Stage</span>
          </th>
        ) : null}
        <th className="grid-corner" data-place="0,0" tabIndex={isActive(0)}>
          <span className="hidden-visually">Name</span>
          {lines.some(({ head }) => head.topThree !== null) ? (
            <span className="heatmap-rank-head">in top 3</span>
          ) : null}
        </th>
        {heads.map((head, at) => (
          <th
            key={head.id}
            scope="col"
            className="grid-top"
            data-place={`0,${at + 1}`}
            data-look={head.look}
            data-stage-start={isStageStart(heads, at) || undefined}
            tabIndex={isActive(at + 1)}
          >
            <span className="grid-top-words">{head.name}</span>
            <HeadMark code={head.look === 'column' ? codes.byKey.get(head.id) : undefined} />
            <GroupSize people={groupSize(lines, at)} />
          </th>
        ))}
        {hasWhy ? (
          <th
            scope="col"
            className="grid-top grid-plain heatmap-why-head"
            data-place={`0,${heads.length + 1}`}
            tabIndex={isActive(heads.length + 1)}
          >
            <span className="grid-top-words">Why</span>
          </th>
        ) : null}
      </tr>
    </thead>
  )
}

const isStageStart = (heads: readonly Head[], at: number): boolean =>
  at > 0 && heads[at]?.stage !== heads[at - 1]?.stage

/** Participants in a column's group, where columns are groups and not everyone or one person each. */
function groupSize([first]: Sheet['lines'], at: number): number | null {
  const sizes = first?.slots.map(({ cell }) => cell?.P ?? 0) ?? []
  const [everyone, ...groups] = sizes
  const size = sizes[at]
  return at === 0 || size === undefined || groups.every((each) => each === everyone || each === 1)
    ? null
    : size
}

function GroupSize({ people }: { people: number | null }) {
  return people === null ? null : (
    <span className="grid-size">
      n={people}
      <span className="hidden-visually"> participants</span>
    </span>
  )
}

/** Whether an emotion is pleasant or not shows in its mark, since all columns share one scale of colour. */
function HeadMark({ code }: { code: Code | undefined }) {
  return code === undefined ? null : <FamilyMark family={code.family} code={code} />
}
