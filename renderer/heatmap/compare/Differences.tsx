/** The touchpoints of two groups, and a line for each difference: where it lies and how far it could be. */
import { scaleLinear } from 'd3-scale'
import type { Output } from '../../../core/contract/index.ts'
import { number } from '../../evidence/format.ts'
import { useThresholds } from '../../evidence/use-thresholds.ts'

type Row = Output<'mapping.compare'>['rows'][number]
type Group = 'first' | 'second'

interface DifferencesProps {
  names: Record<Group, string>
  rows: readonly Row[]
  caption: string
  onOpen: (row: string, group: Group) => void
}

const across = scaleLinear().domain([-1, 1]).range([0, 100])

export function Differences({ names, rows, caption, onOpen }: DifferencesProps) {
  return (
    <>
      <table className="compare">
        <caption className="hidden-visually">
          {names.first} and {names.second}
        </caption>
        <thead>
          <tr>
            <th scope="col">Touchpoint</th>
            <th scope="col" className="compare-n">
              {names.first}
            </th>
            <th scope="col" className="compare-n">
              {names.second}
            </th>
            <th scope="col" className="compare-axis">
              <span>{names.second} more</span>
              <span>{names.first} more</span>
            </th>
            <th scope="col" className="compare-n">
              Difference
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} data-enough={row.enough || undefined}>
              <th scope="row">{row.name}</th>
              <GroupCell row={row} group="first" onOpen={onOpen} />
              <GroupCell row={row} group="second" onOpen={onOpen} />
              <td className="compare-chart" aria-hidden>
                <Difference row={row} />
              </td>
              <td className="compare-n">{inWords(row)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="view-foot">{caption}</p>
    </>
  )
}

const STEPS = 8

function GroupCell({ row, group, onOpen }: { row: Row; group: Group; onOpen: DifferencesProps['onOpen'] }) {
  const { smallN, thinN } = useThresholds()
  const { E, F } = row[group]
  const heat = E < smallN ? undefined : Math.min(STEPS - 1, Math.floor((F / E) * STEPS))
  return (
    <td className="compare-n">
      {E === 0 ? (
        <span className="compare-none">none</span>
      ) : (
        <button type="button" className="compare-door" onClick={() => onOpen(row.id, group)}>
          <span data-heat={heat} data-thin={(heat !== undefined && E < thinN) || undefined}>
            {E < smallN ? `n<${smallN}` : `${F}/${E}`}
          </span>
        </button>
      )}
    </td>
  )
}

function Difference({ row: { difference, low, high, enough } }: { row: Row }) {
  const at = (value: number) => `${across(value)}%`
  return (
    <svg className="compare-svg">
      <line className="compare-zero" x1="50%" x2="50%" y1="0" y2="100%" />
      {difference === null || low === null || high === null || !enough ? null : (
        <>
          <line className="compare-interval" x1={at(low)} x2={at(high)} y1="50%" y2="50%" />
          <circle className="compare-point" cx={at(difference)} cy="50%" r="4" />
        </>
      )}
    </svg>
  )
}

/** Percentage points with the interval, or why there is none. */
function inWords({ difference, low, high, enough }: Row): string {
  if (difference === null || low === null || high === null || !enough) return 'too few to compare'
  const points = (value: number) => number(100 * value)
  return `${difference > 0 ? '+' : ''}${points(difference)} pp (${points(low)} to ${points(high)})`
}
