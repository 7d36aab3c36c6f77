/** The plot: importance across, frustration up, one mark for each touchpoint, as large as its n. */
import { scaleLinear, scaleSqrt } from 'd3-scale'
import type { Output } from '../../../core/contract/index.ts'

export type Point = Output<'mapping.importance'>['points'][number]

interface PlotProps {
  points: readonly Point[]
  pointed: string | null
  onPoint: (id: string | null) => void
  onOpen: (id: string) => void
}

const SIZE = 480
const MARGIN = 48
const TICKS = [0, 0.25, 0.5, 0.75, 1]

const x = scaleLinear()
  .domain([0, 1])
  .range([MARGIN, SIZE - 16])
const y = scaleLinear()
  .domain([0, 1])
  .range([SIZE - MARGIN, 16])
const radius = scaleSqrt().domain([0, 40]).range([3, 14])

export function Plot({ points, pointed, onPoint, onOpen }: PlotProps) {
  const named = points.find(({ id }) => id === pointed)
  return (
    <svg className="importance-plot" viewBox={`0 0 ${SIZE} ${SIZE}`} aria-hidden>
      {TICKS.map((tick) => (
        <g key={tick}>
          <line className="importance-grid" x1={x(tick)} x2={x(tick)} y1={y(0)} y2={y(1)} />
          <line className="importance-grid" x1={x(0)} x2={x(1)} y1={y(tick)} y2={y(tick)} />
          <text className="importance-tick" x={x(tick)} y={SIZE - MARGIN + 14} textAnchor="middle">
            {100 * tick}%
          </text>
          <text className="importance-tick" x={MARGIN - 10} y={y(tick) + 4} textAnchor="end">
            {100 * tick}%
          </text>
        </g>
      ))}
      <text className="importance-axis" x={x(0.5)} y={SIZE - 8} textAnchor="middle">
        say that it matters, of those who spoke of it
      </text>
      <text className="importance-axis" transform={`translate(10 ${y(0.5)}) rotate(-90)`} textAnchor="middle">
        frustrated
      </text>
      {apart(points).map(({ point, cx, cy }) => (
        <circle
          key={point.id}
          className="importance-point"
          data-small={point.small || undefined}
          data-pointed={point.id === pointed || undefined}
          cx={cx}
          cy={cy}
          r={radius(point.E)}
          onMouseEnter={() => onPoint(point.id)}
          onMouseLeave={() => onPoint(null)}
          onClick={() => onOpen(point.id)}
        />
      ))}
      {named === undefined ? null : <Name point={named} />}
    </svg>
  )
}

/** The name of the one pointed at, on the side with room. */
function Name({ point }: { point: Point }) {
  const isRight = point.importance > 0.5
  return (
    <text
      className="importance-name"
      x={x(point.importance) + (isRight ? -1 : 1) * (radius(point.E) + 6)}
      y={y(point.frustration) + 4}
      textAnchor={isRight ? 'end' : 'start'}
    >
      {point.name}
    </text>
  )
}

const RING = 5

/** Touchpoints on the same spot stand round it, so that each can be seen and pointed at. */
function apart(points: readonly Point[]): { point: Point; cx: number; cy: number }[] {
  const groups = Map.groupBy(
    points,
    ({ importance, frustration }) => `${importance.toFixed(2)} ${frustration.toFixed(2)}`,
  )
  return [...groups.values()].flatMap((group) =>
    group.map((point, at) => {
      const turn = (2 * Math.PI * at) / group.length
      const out = group.length === 1 ? 0 : RING * Math.sqrt(group.length / 2)
      return {
        point,
        cx: x(point.importance) + out * Math.cos(turn),
        cy: y(point.frustration) + out * Math.sin(turn),
      }
    }),
  )
}
