/** What is made of the map, as tables: comparisons, the framework matrix, importance, one journey. */
import type { z } from 'zod'
import type { mapping } from '../../contract/mapping.ts'
import type { Column } from '../../exporting/table.ts'
import type { Span } from '../../text/spans.ts'
import { guard, type GuardedRow } from './guard.ts'

type Answer<V extends 'compare' | 'framework' | 'importance' | 'journey'> = z.input<
  (typeof mapping)[V]['output']
>

export interface ViewTable {
  readonly columns: readonly Column[]
  readonly rows: readonly GuardedRow[]
}

const count = 'whole number'
const share = '0 to 1'

const TOUCHPOINT: readonly Column[] = [
  { key: 'id', meaning: 'Short id of the touchpoint, stage or journey', holds: 'text' },
  { key: 'name', meaning: 'Its name', holds: 'text' },
]

/** Column names are the same for any two groups; their own names stand in cells. */
export function compareTable(
  names: { first: string; second: string },
  { rows }: Answer<'compare'>,
): ViewTable {
  const side = (which: string): Column[] => [
    { key: which, meaning: `Name of the ${which} group`, holds: 'text' },
    { key: `${which}_P`, meaning: 'Participants in scope', holds: count },
    { key: `${which}_E`, meaning: 'Participants who spoke of it', holds: count },
    { key: `${which}_F`, meaning: 'Participants with frustration there', holds: count },
  ]
  return {
    columns: [
      ...TOUCHPOINT,
      ...side('first'),
      ...side('second'),
      { key: 'difference', meaning: 'F/E of the first less that of the second', holds: '-1 to 1' },
      { key: 'low', meaning: 'Lower end of Newcombe’s 95% interval', holds: '-1 to 1' },
      { key: 'high', meaning: 'Upper end of Newcombe’s 95% interval', holds: '-1 to 1' },
      { key: 'enough', meaning: 'Whether both have enough people to compare', holds: 'yes or no' },
    ],
    rows: rows.map(({ id, name, first, second, difference, low, high, enough }) => {
      const all = [first, second].flatMap(({ P, E, F }) => [P, E, F])
      const [one, other] = [first, second].map(({ P, E, F }) => [
        guard([P], P),
        guard([P, E], E),
        guard([P, E, F], F),
      ])
      return [
        id,
        name,
        names.first,
        ...(one ?? []),
        names.second,
        ...(other ?? []),
        guard(all, difference, low, high),
        enough ? 'yes' : 'no',
      ]
    }),
  }
}

/** Participants down, touchpoints across; the cells are the researcher's own words. */
export function frameworkTable({ columns, rows }: Answer<'framework'>): ViewTable {
  return {
    columns: [
      { key: 'participant', meaning: 'Pseudonym', holds: 'text' },
      ...columns.map(({ id, name }) => ({
        key: `${id} ${name}`,
        meaning: `The researcher’s summary at “${name}”`,
        holds: 'text',
      })),
    ],
    rows: rows.map(({ name, cells }) => [name, ...cells.map(({ text }) => text)]),
  }
}

export function importanceTable({ points }: Answer<'importance'>): ViewTable {
  return {
    columns: [
      ...TOUCHPOINT,
      { key: 'E', meaning: 'Participants who spoke of it', holds: count },
      { key: 'matters', meaning: 'Of them, to whom it matters or was a moment of truth', holds: count },
      { key: 'importance', meaning: 'matters/E', holds: share },
      { key: 'F', meaning: 'Of them, with frustration', holds: count },
      { key: 'frustration', meaning: 'F/E', holds: share },
    ],
    rows: points.map(({ id, name, E, F, matters, importance, frustration }) => [
      id,
      name,
      guard([E], E),
      guard([E, matters], matters, importance),
      guard([E, F], F, frustration),
    ]),
  }
}

/** `open` tells whether a passage may be quoted: nobody's words leave the project who said no. */
export function journeyTable(
  { participant, steps }: Answer<'journey'>,
  open: (place: Span & { document: number }) => boolean,
): ViewTable {
  return {
    columns: [
      { key: 'participant', meaning: 'Pseudonym', holds: 'text' },
      { key: 'step', meaning: 'Place in the order they told it', holds: count },
      { key: 'stage', meaning: 'Stages it is about', holds: 'text' },
      { key: 'touchpoints', meaning: 'Touchpoints it is about', holds: 'text' },
      { key: 'positive', meaning: 'Whether it pleased them', holds: 'yes or no' },
      { key: 'negative', meaning: 'Whether it displeased them', holds: 'yes or no' },
      { key: 'frustration', meaning: 'Strongest frustration on it', holds: '0 to 3' },
      { key: 'quote', meaning: 'Their words, with their consent to be quoted', holds: 'text' },
      { key: 'transcript', meaning: 'Where it stands', holds: 'text' },
    ],
    rows: steps.map(({ passage, touchpoints, positive, negative, frustration }, at) => [
      participant.name,
      at + 1,
      [...new Set(touchpoints.map(({ stage }) => stage))].join('; '),
      touchpoints.map(({ name }) => name).join('; '),
      positive ? 'yes' : 'no',
      negative ? 'yes' : 'no',
      frustration,
      open(passage) ? passage.quote : '',
      passage.documentName,
    ]),
  }
}
