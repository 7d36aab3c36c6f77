/** The words for what a heatmap can be made of. */
import type { Cell, Heatmap, HeatmapSettings, Scope } from '../../core/contract/analysis.ts'
import type { Attribute } from '../../core/contract/participants.ts'
import { groupable, people, personWord } from '../evidence/people.ts'
import type { Option } from '../ui/Select.tsx'
import type { Spot } from './settings.ts'

type Choices<K extends string> = readonly (Option<K> & { id: K })[]

export const ROWS: Choices<HeatmapSettings['rows']> = [
  { id: 'journey', label: 'Journeys' },
  { id: 'stage', label: 'Stages' },
  { id: 'touchpoint', label: 'Touchpoints' },
]

const COLUMNS = [
  { id: 'emotion', label: 'Emotions' },
  { id: 'reason', label: 'Reasons' },
  { id: 'layer', label: 'Layers' },
  { id: 'channel', label: 'Channels' },
  { id: 'participant', label: 'Participants' },
  { id: 'document', label: 'Transcripts' },
  { id: 'wave', label: 'Waves' },
  { id: 'coder', label: 'Coders' },
  { id: 'role', label: 'Roles' },
] as const satisfies Choices<HeatmapSettings['columns']>

/** "emotion", "transcript", "group": one of the columns, in a title. */
export function columnsInWords(columns: HeatmapSettings['columns']): string {
  if (columns === 'document') return 'transcript'
  return columns.startsWith('attribute:') ? 'group' : columns
}

/** Fixed columns, then what is known of participants and can be put in groups. */
export function columnChoices(attributes: readonly Attribute[]): Choices<HeatmapSettings['columns']> {
  return [
    ...COLUMNS,
    ...groupable(attributes).map(({ id, name, sensitivity }) => ({
      id: `attribute:${id}` as const,
      label: name,
      ...(sensitivity === 'C' ? { description: 'Special category' } : {}),
    })),
  ]
}

/** "5 of the 7 residents who spoke of it, of 12 counted". */
export function cellSentence({ state, F, E, P }: Cell, role: Scope['role']): string {
  if (state === 'uncoded') return 'Not coded yet'
  if (state === 'unmentioned') return `Nobody mentioned it, of ${people(P, role)} counted`
  return E === 1
    ? `${F} of 1 ${personWord(role)} who spoke of it, of ${P} counted`
    : `${F} of the ${people(E, role)} who spoke of it, of ${P} counted`
}

/** "Updates while waiting × Anger", for the passages behind a figure. */
export function titleOf(heatmap: Heatmap, { row, column, reason }: Spot): string {
  const rowName = heatmap.rows.find(({ id }) => id === row)?.name
  const columnName = heatmap.columns.find(({ id }) => id === column)?.name
  return [rowName ?? (row === null ? '' : row), reason === undefined ? (columnName ?? '') : 'why']
    .filter((name) => name !== '')
    .join(' × ')
}
