/** What each number of a summary opens. A door is named by its kind and id: `emotion:anger`, `text:2`, `wanted`. */
import { HeatmapSettings, type TouchpointSummary } from '../../core/contract/analysis.ts'
import type { DoorChoice } from '../evidence/door.ts'
import type { SummaryView } from './settings.ts'

export interface Opened {
  title: string
  /** What the number says, under the title. */
  words: string
  doors: readonly DoorChoice[]
}

type Columns = HeatmapSettings['columns']

/** Null when the summary has no such number any more. */
export function openedBy(
  name: string,
  summary: TouchpointSummary,
  view: SummaryView,
  level: Level,
): Opened | null {
  const [kind = '', id = ''] = split(name)
  const people = (count: number) => (count === 1 ? '1 person' : `${count} people`)
  const figure = (columns: Columns, column: string | null, of: 'E' | 'F', label: string): DoorChoice => ({
    id: of,
    label,
    door: {
      kind: 'figure',
      settings: settingsFor(view, level, columns),
      row: summary.touchpoint.code,
      column,
      of,
    },
  })
  switch (kind) {
    case 'n':
      return {
        title: summary.touchpoint.name,
        words: summary.n.sentence,
        doors: [figure('emotion', null, 'F', 'Frustration'), figure('emotion', null, 'E', 'Everything said')],
      }
    case 'emotion': {
      const found = summary.emotions.find(({ code }) => code === id)
      return found === undefined
        ? null
        : {
            title: found.name,
            words: people(found.participants),
            doors: [figure('emotion', id, 'F', found.name)],
          }
    }
    case 'why': {
      const found = summary.why.find(({ code }) => code === id)
      return found === undefined
        ? null
        : {
            title: found.name,
            words: people(found.participants),
            doors: [figure('reason', id, 'E', found.name)],
          }
    }
    case 'layer': {
      const found = summary.layers.find(({ code }) => code === id)
      return found === undefined ? null : listed(found.name, people(found.participants), found.passages)
    }
    case 'text': {
      const found = summary.text[Number(id)]
      return found === undefined ? null : listed(found.sentence, '', found.passages)
    }
    case 'wanted':
      return listed('Wanted instead', '', passageIds(summary.wanted))
    case 'colleagues':
      return listed('What colleagues said', '', passageIds(summary.colleagues.passages))
    default:
      return null
  }
}

export type Level = HeatmapSettings['rows']

const settingsFor = ({ scope, frustration }: SummaryView, rows: Level, columns: Columns): HeatmapSettings =>
  HeatmapSettings.parse({ rows, columns, frustration, scope: { ...scope, journeys: undefined } })

const listed = (title: string, words: string, passages: readonly number[]): Opened => ({
  title,
  words,
  doors: [{ id: 'P', label: title, door: { kind: 'passages', passages } }],
})

const passageIds = (rows: readonly { passage: number }[]): number[] => rows.map(({ passage }) => passage)

function split(name: string): [string, string] {
  const at = name.indexOf(':')
  return at === -1 ? [name, ''] : [name.slice(0, at), name.slice(at + 1)]
}
