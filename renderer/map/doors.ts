/** What each cell of the map opens. Colleagues' words at a paired backstage touchpoint have a door of their own. */
import { HeatmapSettings } from '../../core/contract/analysis.ts'
import type { TwoWayRow } from '../../core/contract/mapping.ts'
import type { DoorChoice } from '../evidence/door.ts'
import { LANES, type Item } from './lanes.ts'
import type { MapView, Spot } from './settings.ts'

export interface Opened {
  title: string
  /** What the number says, under the title. */
  words: string
  doors: readonly DoorChoice[]
}

type Role = 'resident' | 'colleague'

interface Figure {
  role: Role
  /** The touchpoint, or one it pairs with. */
  at: { id: string; name: string }
  columns?: HeatmapSettings['columns']
  column?: string
  of?: 'E' | 'F'
  label: string
}

/** Null when the map has no such cell any more. */
export function openedBy(
  { row: id, lane: laneId, item }: Spot,
  rows: readonly TwoWayRow[],
  view: MapView,
): Opened | null {
  const row = rows.find((each) => each.id === id)
  const lane = LANES.find((each) => each.id === laneId)
  if (row === undefined) return null
  const open = (figures: readonly Figure[], words = row.sentence): Opened => ({
    title: lane === undefined ? row.name : `${row.name} × ${lane.title.toLowerCase()}`,
    words,
    doors: figures.map((figure, at) => doorTo(figure, view, at)),
  })
  const role: Role = lane?.half === 'colleagues' ? 'colleague' : 'resident'
  if (lane?.items !== undefined) {
    const { family, of } = lane.items
    return open(itemFigures(row, role, family, chosenFirst(of(row), item)))
  }
  switch (laneId) {
    case 'frustrated':
      return open([
        { role, at: row, of: 'F', label: 'Frustration' },
        { role, at: row, label: 'Everything said' },
      ])
    case 'reality':
      return open(
        layerFigures(row, role, { 'layer.expectation': 'Expected', 'layer.reality': 'What happened' }),
      )
    case 'signals':
      return open([
        ...layerFigures(row, 'resident', {
          'layer.moment_of_truth': 'Moment of truth',
          'layer.hand_off': 'Hand-off',
        }),
        ...layerFigures(row, 'colleague', { 'layer.hand_off': 'Hand-off, colleagues' }),
      ])
    case 'spoke':
      return open(colleagueFigures(row))
    case 'line':
      return open([{ role, at: row, label: 'Everything said' }])
    default:
      return open([
        ...(row.residents === null ? [] : [{ role: 'resident' as const, at: row, label: 'Residents' }]),
        ...(row.colleagues === null ? [] : colleagueFigures(row)),
      ])
  }
}

const colleagueFigures = (row: TwoWayRow): Figure[] => [
  { role: 'colleague', at: row, label: 'Colleagues' },
  ...row.paired.map((at) => ({ role: 'colleague' as const, at, label: `Colleagues, ${at.name}` })),
]

const layerFigures = (at: TwoWayRow, role: Role, names: Record<string, string>): Figure[] =>
  Object.entries(names).map(([column, label]) => ({ role, at, columns: 'layer', column, label }))

function itemFigures(
  row: TwoWayRow,
  role: Role,
  columns: 'emotion' | 'layer' | 'channel',
  items: readonly Item[],
) {
  const places = role === 'colleague' ? [row, ...row.paired] : [row]
  return items.flatMap(({ code, name, people }) =>
    places.map((at): Figure => ({
      role,
      at,
      columns,
      column: code,
      of: columns === 'emotion' ? 'F' : 'E',
      label: at === row ? `${name} ${people}` : `${name}, ${at.name}`,
    })),
  )
}

const chosenFirst = (items: readonly Item[], chosen: string | undefined): Item[] =>
  items.toSorted((a, b) => Number(b.code === chosen) - Number(a.code === chosen))

function doorTo(
  { role, at, columns = 'emotion', column, of = 'E', label }: Figure,
  view: MapView,
  index: number,
): DoorChoice {
  const { frustration, complete } = view
  const settings = HeatmapSettings.parse({ columns, frustration, scope: { role, complete } })
  return {
    id: String(index),
    label,
    door: { kind: 'figure', settings, row: at.id, column: column ?? null, of },
  }
}
