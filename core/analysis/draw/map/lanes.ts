/** The lanes of the two-way map that hold words: what stands at each touchpoint, as short lines. */
import type { z } from 'zod'
import type { TwoWayRow } from '../../../contract/mapping.ts'
import { openAlignment } from '../../mapping/alignment.ts'
import { targetLines } from '../../mapping/targets.ts'
import { isSmall, openCount } from '../../small.ts'
import { capitalised, counted } from '../../stats/format.ts'

export type MapRow = z.input<typeof TwoWayRow>
type Half = 'residents' | 'meeting' | 'colleagues' | 'facts' | 'target'

export interface Lane {
  half: Half
  title: string
  lines: (row: MapRow, smallN: number) => string[]
}

/** Things listed in a cell before it says how many more. */
const MOST = 3

const IDEAL = 'layer.ideal_journey'
const LAYERS_APART = new Set([
  IDEAL,
  'layer.expectation',
  'layer.reality',
  'layer.moment_of_truth',
  'layer.hand_off',
])

type Named = NonNullable<MapRow['residents']>['emotions']

/** With how many people; of one or two only that they are fewer. */
function listed(items: Named, smallN: number): string[] {
  const others = items.length - MOST
  const named = items.slice(0, MOST).map(({ name, people }) => `${name}\u00A0${openCount(people, smallN)}`)
  return others > 0 ? [...named, `${others} more`] : named
}

const layersOf = (layers: Named): Named => layers.filter(({ code }) => !LAYERS_APART.has(code))

/** What residents said is told from `smallN` of them on; fewer could be known again by it. */
const whenHeard = ({ residents }: MapRow, smallN: number, lines: () => string[]): string[] =>
  residents !== null && residents.E >= smallN ? lines() : []

function signals({ residents: own, colleagues }: MapRow, smallN: number): string[] {
  const residents = own !== null && own.E >= smallN ? own : null
  const found: [string, number][] = [
    ['moment of truth', residents?.momentOfTruth ?? 0],
    ['hand-off', (residents?.handOffs ?? 0) + (colleagues?.handOffs ?? 0)],
    ['journey breaks off', residents?.breaksOff ?? 0],
  ]
  return found.flatMap(([name, count]) => (count > 0 ? [`${name}\u00A0${openCount(count, smallN)}`] : []))
}

/** Counts of people and sessions, never percentages; two sessions of fewer than three speakers would say that there are two. */
function spoke({ colleagues }: MapRow, smallN: number): string[] {
  if (colleagues === null) return []
  const { speakers, sessions, positive, negative } = colleagues
  if (speakers === 0) return ['not mentioned']
  if (isSmall(speakers, smallN)) return [openCount(speakers, smallN)]
  const where = `${speakers} in ${counted(sessions, { one: 'session', many: 'sessions' })}`
  if (positive + negative === 0) return [where]
  return [where, `${openCount(positive, smallN)} pleased, ${openCount(negative, smallN)} not`]
}

export const LANES: readonly Lane[] = [
  {
    half: 'residents',
    title: 'Emotions',
    lines: (row, smallN) => whenHeard(row, smallN, () => listed(row.residents?.emotions ?? [], smallN)),
  },
  {
    half: 'residents',
    title: 'What they said',
    lines: (row, smallN) =>
      whenHeard(row, smallN, () => listed(layersOf(row.residents?.layers ?? []), smallN)),
  },
  {
    half: 'meeting',
    title: 'How the sides meet',
    lines: (row, smallN) => {
      const alignment = openAlignment(row, smallN)
      return alignment === null ? [] : [capitalised(alignment)]
    },
  },
  { half: 'meeting', title: 'Signals', lines: signals },
  { half: 'colleagues', title: 'Spoke of it', lines: spoke },
  {
    half: 'colleagues',
    title: 'Their feelings',
    lines: ({ colleagues }, smallN) =>
      colleagues !== null && colleagues.speakers >= smallN ? listed(colleagues.emotions, smallN) : [],
  },
  {
    half: 'colleagues',
    title: 'Barriers, beliefs, ideas',
    lines: ({ colleagues }, smallN) => listed(layersOf(colleagues?.layers ?? []), smallN),
  },
  { half: 'facts', title: 'Clock', lines: ({ clock }) => (clock === null ? [] : [clock]) },
  {
    half: 'facts',
    title: 'Measures',
    lines: ({ metrics }) => metrics.map(({ name, value, unit }) => `${name}: ${value} ${unit}`.trim()),
  },
  {
    half: 'target',
    title: 'Ideal journey',
    lines: (row, smallN) =>
      whenHeard(row, smallN, () =>
        (row.residents?.layers ?? [])
          .filter(({ code }) => code === IDEAL)
          .map(({ people }) => `told by ${openCount(people, smallN)}`),
      ),
  },
  { half: 'target', title: 'Target', lines: ({ target }) => targetLines(target) },
]
