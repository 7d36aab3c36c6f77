/** What each cell of the map opens. Colleagues' words at a paired backstage touchpoint come along. */
import { HeatmapSettings } from '../../core/contract/analysis.ts'
import type { TwoWayRow } from '../../core/contract/mapping.ts'
import type { Door, DoorChoice } from '../evidence/door.ts'
import type { Codes } from '../evidence/use-codes.ts'
import { LANES, type Item } from './lanes.ts'
import type { MapView, Spot } from './settings.ts'

export interface Opened {
  title: string
  /** What the number says, under the title. */
  words: string
  doors: readonly DoorChoice[]
}

type Role = 'resident' | 'colleague'

/** One set of passages at the touchpoint; colleagues' also at those it pairs with. */
interface Figure {
  role: Role
  columns?: 'emotion' | 'layer' | 'channel'
  column?: string
  of?: 'E' | 'F'
  label: string
}

interface MapDoors {
  rows: readonly TwoWayRow[]
  view: MapView
  codes: Codes
}

/** Null when the map has no such cell any more. */
export function openedBy({ row: id, lane: laneId, item }: Spot, map: MapDoors): Opened | null {
  const { rows } = map
  const row = rows.find((each) => each.id === id)
  const lane = LANES.find((each) => each.id === laneId)
  if (row === undefined) return null
  const open = (figures: readonly Figure[], words = row.sentence): Opened => ({
    title: lane === undefined ? row.name : `${row.name} × ${lane.title.toLowerCase()}`,
    words,
    doors: figures.map((figure, at) => doorTo(figure, row, map, at)),
  })
  const role: Role = lane?.half === 'colleagues' ? 'colleague' : 'resident'
  if (lane?.items !== undefined) {
    const { family, of } = lane.items
    return open(itemFigures(role, family, chosenFirst(of(row), item)))
  }
  switch (laneId) {
    case 'frustrated':
      return open([
        { role, of: 'F', label: 'Frustration' },
        { role, label: 'Everything said' },
      ])
    case 'reality':
      return open(layerFigures(role, { 'layer.expectation': 'Expected', 'layer.reality': 'What happened' }))
    case 'signals':
      return open([
        ...layerFigures('resident', {
          'layer.moment_of_truth': 'Moment of truth',
          'layer.hand_off': 'Hand-off',
        }),
        ...layerFigures('colleague', { 'layer.hand_off': 'Hand-off, colleagues' }),
      ])
    case 'target':
      return open([
        ...layerFigures('resident', {
          'layer.wanted_instead': 'Wanted instead',
          'layer.ideal_journey': 'Ideal journey',
        }),
        ...layerFigures('colleague', { 'layer.improvement_idea': 'Colleagues’ ideas' }),
      ])
    case 'spoke':
      return open([{ role, label: 'Colleagues' }])
    case 'line':
      return open([{ role, label: 'Everything said' }])
    default:
      return open([
        ...(row.residents === null ? [] : [{ role: 'resident' as const, label: 'Residents' }]),
        ...(row.colleagues === null ? [] : [{ role: 'colleague' as const, label: 'Colleagues' }]),
      ])
  }
}

const layerFigures = (role: Role, names: Record<string, string>): Figure[] =>
  Object.entries(names).map(([column, label]) => ({ role, columns: 'layer', column, label }))

const itemFigures = (role: Role, columns: NonNullable<Figure['columns']>, items: readonly Item[]): Figure[] =>
  items.map(({ code, name, people }) => ({
    role,
    columns,
    column: code,
    of: columns === 'emotion' ? 'F' : 'E',
    label: `${name} ${people}`,
  }))

const chosenFirst = (items: readonly Item[], chosen: string | undefined): Item[] =>
  items.toSorted((a, b) => Number(b.code === chosen) - Number(a.code === chosen))

function doorTo(figure: Figure, row: TwoWayRow, { view, codes }: MapDoors, index: number): DoorChoice {
  const { role, columns = 'emotion', column, of = 'E', label } = figure
  const id = String(index)
  if (role === 'colleague' && row.paired.length > 0) return { id, label, door: atPairs(figure, row, codes) }
  const { frustration, complete } = view
  const settings = HeatmapSettings.parse({ columns, frustration, scope: { role, complete } })
  return { id, label, door: { kind: 'figure', settings, row: row.id, column: column ?? null, of } }
}

/** What colleagues say at a touchpoint and at those it pairs with is one figure: all of it opens together. */
function atPairs({ role, column }: Figure, row: TwoWayRow, { byKey }: Codes): Door {
  const idsOf = (keys: readonly string[]) => keys.flatMap((key) => byKey.get(key)?.id ?? [])
  const query = { codes: idsOf([row.id, ...row.paired.map(({ id }) => id)]), below: false, roles: [role] }
  return column === undefined
    ? { kind: 'query', query }
    : { kind: 'query', query: { ...query, and: [{ relation: 'overlapping', codes: idsOf([column]) }] } }
}
