/** A touchpoint's place on the emotion line, with its part of the line and the n it rests on. */
import { scaleLinear, scaleSqrt } from 'd3-scale'
import type { TwoWayRow } from '../../core/contract/mapping.ts'
import { number } from '../evidence/format.ts'

const HEIGHT = 60
const upward = scaleLinear()
  .domain([-1, 1])
  .range([HEIGHT - 11, 11])
const size = scaleSqrt().domain([0, 40]).range([2.5, 11])
/** Fewer people than this: hollow and dashed. */
const FEW = 3

/** The colour of a pleasant emotion, for points above the middle. */
const PLEASANT = { 'data-family': 'emotion', 'data-step': 'cool-2' } as const

interface EmotionPointProps {
  row: TwoWayRow
  before: TwoWayRow | undefined
  after: TwoWayRow | undefined
}

export function EmotionPoint({ row, before, after }: EmotionPointProps) {
  const here = heightOf(row)
  if (here === null || row.residents === null) return <p className="map-none">not mentioned</p>
  const { E, sentiment } = row.residents
  const look = (sentiment ?? 0) > 0 ? 'pleased' : (sentiment ?? 0) < 0 ? 'displeased' : 'even'
  return (
    <div className="map-feeling" data-few={E < FEW || undefined} data-look={look} {...PLEASANT}>
      <svg height={HEIGHT} aria-hidden>
        <line className="map-zero" x1="0" x2="100%" y1={upward(0)} y2={upward(0)} />
        <Half here={here} there={neighbour(row, before)} edge="0" />
        <Half here={here} there={neighbour(row, after)} edge="100%" />
        <circle className="map-point" cx="50%" cy={here} r={size(E)} />
      </svg>
      <span>
        <span className="hidden-visually">net sentiment </span>
        {number(sentiment ?? 0, 1)} <small>n={E}</small>
      </span>
    </div>
  )
}

/** The line to a neighbour as far as the edge of the cell, where both stand at the mean of the two. */
function Half({ here, there, edge }: { here: number; there: number | null; edge: '0' | '100%' }) {
  return there === null ? null : (
    <line className="map-line" x1={edge} y1={(here + there) / 2} x2="50%" y2={here} />
  )
}

function heightOf(row: TwoWayRow | undefined): number | null {
  const sentiment = row?.residents?.sentiment
  return sentiment === null || sentiment === undefined ? null : upward(sentiment)
}

/** Lines join touchpoints of one journey only. */
const neighbour = (row: TwoWayRow, other: TwoWayRow | undefined): number | null =>
  other?.journey === row.journey ? heightOf(other) : null
