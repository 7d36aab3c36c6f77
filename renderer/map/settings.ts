/** What the map shows, kept in the address. */
import { HeatmapSettings } from '../../core/contract/analysis.ts'
import type { Input, Output } from '../../core/contract/index.ts'
import type { Route } from '../app/routes.ts'

export type TwoWay = Output<'mapping.twoWay'>
export type Side = NonNullable<Input<'mapping.twoWay'>['side']>

/** A cell of the map; `item` is one of the things listed in it. */
export interface Spot {
  row: string
  lane: string
  item?: string
}

export interface MapView {
  side: Side
  /** The one journey shown, or null for all of them. */
  journey: string | null
  frustration: HeatmapSettings['frustration']
  complete: boolean
  all: boolean
  /** Also the lanes that are mostly empty. */
  everyLane: boolean
  open: Spot | null
}

const SIDES: readonly Side[] = ['both', 'resident', 'colleague']

export function readMap({ query }: Route): MapView {
  const frustration = HeatmapSettings.shape.frustration.safeParse(query['frustration'])
  return {
    side: SIDES.find((side) => side === query['side']) ?? 'both',
    journey: query['journey'] ?? null,
    frustration: frustration.success ? frustration.data : 'strict',
    complete: query['complete'] === '1',
    all: query['all'] === '1',
    everyLane: query['lanes'] === 'all',
    open: readSpot(query['open']),
  }
}

export function writeMap({
  side,
  journey,
  frustration,
  complete,
  all,
  everyLane,
  open,
}: MapView): Record<string, string> {
  return {
    ...(side === 'both' ? {} : { side }),
    ...(journey === null ? {} : { journey }),
    ...(frustration === 'strict' ? {} : { frustration }),
    ...(complete ? { complete: '1' } : {}),
    ...(all ? { all: '1' } : {}),
    ...(everyLane ? { lanes: 'all' } : {}),
    ...(open === null ? {} : { open: [open.row, open.lane, open.item ?? ''].join(' ').trim() }),
  }
}

/** What is asked of the core for a view of the map. */
export const questionOf = ({
  side,
  journey,
  complete,
  frustration,
  all,
}: MapView): Input<'mapping.twoWay'> => ({
  side,
  complete,
  frustration,
  all,
  ...(journey === null ? {} : { journeys: [journey] }),
})

function readSpot(text: string | undefined): Spot | null {
  const [row, lane, item] = (text ?? '').split(' ')
  if (!row || !lane) return null
  return item === undefined ? { row, lane } : { row, lane, item }
}
