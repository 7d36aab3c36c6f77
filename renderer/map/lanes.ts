/** The lanes of the map, from residents above through how the two sides meet to colleagues below. */
import type { TwoWayRow } from '../../core/contract/mapping.ts'

/** Something several people felt, said or used, at a touchpoint. */
export interface Item {
  code: string
  name: string
  people: number
}

type Family = 'emotion' | 'layer' | 'channel'
export type Half = 'residents' | 'meeting' | 'colleagues' | 'facts' | 'target'

export interface Lane {
  id: string
  title: string
  half: Half
  /** A few words under the title. */
  about?: string
  /** Shown only when every lane is asked for. */
  isExtra?: true
  /** Written on the map itself: there while nothing is written yet. */
  isWritten?: true
  /** How many things a cell lists before it says how many more. */
  most?: number
  /** A lane that lists things: which, and of which family. */
  items?: { family: Family; of: (row: TwoWayRow) => readonly Item[] }
  /** Whether a row has anything to show; lanes with nothing anywhere are left out. */
  has: (row: TwoWayRow) => boolean
}

/** Layers with a lane of their own. */
const APART: ReadonlySet<string> = new Set([
  'layer.ideal_journey',
  'layer.expectation',
  'layer.reality',
  'layer.moment_of_truth',
  'layer.hand_off',
])

const layersOf = (side: TwoWayRow['residents'] | TwoWayRow['colleagues']): Item[] =>
  (side?.layers ?? []).filter(({ code }) => !APART.has(code))

function listing(lane: Omit<Lane, 'has'> & { items: NonNullable<Lane['items']> }): Lane {
  return { ...lane, has: (row) => lane.items.of(row).length > 0 }
}

export const LANES: readonly Lane[] = [
  {
    id: 'line',
    title: 'How it felt',
    about: 'pleased above, displeased below',
    half: 'residents',
    has: ({ residents }) => residents !== null,
  },
  { id: 'frustrated', title: 'Frustrated', half: 'residents', has: ({ residents }) => residents !== null },
  listing({
    id: 'felt',
    most: 3,
    title: 'Emotions',
    half: 'residents',
    items: { family: 'emotion', of: ({ residents }) => residents?.emotions ?? [] },
  }),
  listing({
    id: 'said',
    title: 'What they said',
    half: 'residents',
    items: { family: 'layer', of: (row) => layersOf(row.residents) },
  }),
  {
    id: 'reality',
    isExtra: true,
    title: 'Expected and met',
    half: 'residents',
    has: ({ residents }) => (residents?.expectation ?? 0) + (residents?.reality ?? 0) > 0,
  },
  listing({
    id: 'channels',
    isExtra: true,
    title: 'Channels',
    half: 'residents',
    items: { family: 'channel', of: ({ residents }) => residents?.channels ?? [] },
  }),
  { id: 'meeting', title: 'How the sides meet', half: 'meeting', has: ({ alignment }) => alignment !== null },
  {
    id: 'signals',
    title: 'Signals',
    half: 'meeting',
    has: ({ residents, colleagues }) =>
      (residents?.momentOfTruth ?? 0) +
        (residents?.handOffs ?? 0) +
        (residents?.breaksOff ?? 0) +
        (colleagues?.handOffs ?? 0) >
      0,
  },
  { id: 'spoke', title: 'Spoke of it', half: 'colleagues', has: ({ colleagues }) => colleagues !== null },
  listing({
    id: 'theirs',
    title: 'Their feelings',
    half: 'colleagues',
    items: { family: 'emotion', of: ({ colleagues }) => colleagues?.emotions ?? [] },
  }),
  listing({
    id: 'barriers',
    title: 'Barriers, beliefs, ideas',
    half: 'colleagues',
    items: { family: 'layer', of: (row) => layersOf(row.colleagues) },
  }),
  { id: 'clock', title: 'Clock', half: 'facts', has: ({ clock }) => clock !== null },
  { id: 'metrics', title: 'Measures', half: 'facts', has: ({ metrics }) => metrics.length > 0 },
  listing({
    id: 'ideal',
    title: 'Ideal journey',
    about: 'residents who told theirs',
    half: 'target',
    items: {
      family: 'layer',
      of: ({ residents }) => (residents?.layers ?? []).filter(({ code }) => code === 'layer.ideal_journey'),
    },
  }),
  {
    id: 'target',
    title: 'Target',
    about: 'how it should be',
    half: 'target',
    isWritten: true,
    has: ({ target }) => target !== null,
  },
]

interface Shown {
  /** Also the lanes that are mostly empty. */
  every: boolean
  isSealed: boolean
}

/** The lanes that have something to show for these touchpoints, and those to write in. */
export const lanesFor = (rows: readonly TwoWayRow[], { every, isSealed }: Shown): Lane[] =>
  LANES.filter(({ isExtra, isWritten, has }) =>
    isWritten ? !isSealed : (every || isExtra === undefined) && rows.some(has),
  )
