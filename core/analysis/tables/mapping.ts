/** What is made of the map, as tables: comparisons, the framework matrix, importance. */
import type { z } from 'zod'
import type { mapping } from '../../contract/mapping.ts'
import type { Column } from '../../exporting/table.ts'
import { guard } from './guard.ts'
import { COUNT, SHARE, SIGNED, TOUCHPOINT, type ViewTable } from './table.ts'

type Answer<V extends 'compare' | 'framework' | 'importance'> = z.input<(typeof mapping)[V]['output']>
type CompareRow = Answer<'compare'>['rows'][number]
type Place = CompareRow['first']

/** Which of two groups lies wholly within the other. */
export type Inner = 'first' | 'second' | null

/**
 * Column names are the same for any two groups; their own names stand in cells. Where one group lies within the other,
 * taking them apart counts those outside it: the inner group's figures go when that leaves too few.
 */
export function compareTable(
  names: { first: string; second: string },
  { rows, caption }: Answer<'compare'>,
  inner: Inner,
): ViewTable {
  const side = (which: string): Column[] => [
    { key: which, meaning: `Name of the ${which} group`, holds: 'text' },
    { key: `${which}_P`, meaning: 'Participants in scope', holds: COUNT },
    { key: `${which}_E`, meaning: 'Participants who spoke of it', holds: COUNT },
    { key: `${which}_F`, meaning: 'Participants with frustration there', holds: COUNT },
  ]
  const apart: Column[] = [
    { key: 'difference', meaning: 'F/E of the first less that of the second', holds: SIGNED },
    { key: 'low', meaning: 'Lower end of Newcombe’s 95% interval', holds: SIGNED },
    { key: 'high', meaning: 'Upper end of Newcombe’s 95% interval', holds: SIGNED },
  ]
  const compared = rows.map((row) => comparedIn(row, inner))
  return {
    title: `${names.first} and ${names.second}`,
    caption,
    columns: [
      ...TOUCHPOINT,
      ...side('first'),
      ...side('second'),
      ...apart,
      { key: 'enough', meaning: 'Whether both have enough people to compare', holds: 'yes or no' },
    ],
    rows: compared.map(({ head, first, second, apart, enough }) => [
      ...head,
      names.first,
      ...first,
      names.second,
      ...second,
      apart,
      enough,
    ]),
    paper: {
      shaded: false,
      columns: [
        ...TOUCHPOINT,
        ...['P', 'E', 'F'].map((count) => ({ key: `${names.first} ${count}`, meaning: '', holds: COUNT })),
        ...['P', 'E', 'F'].map((count) => ({ key: `${names.second} ${count}`, meaning: '', holds: COUNT })),
        ...apart,
      ],
      rows: compared.map(({ head, first, second, apart }) => [...head, ...first, ...second, apart]),
    },
  }
}

/** A row in its parts, with what must be left out of it. */
function comparedIn({ id, name, first, second, difference, low, high, enough }: CompareRow, inner: Inner) {
  const outside = inner === null ? NOBODY : outsideOf(first, second)
  const count = ({ P, E, F }: Place, { P: p, E: e, F: f }: Place) => [
    guard([P, p], P),
    guard([P, p, E, e], E),
    guard([P, p, E, e, F, f], F),
  ]
  const all = [first, second, outside].flatMap(({ P, E, F }) => [P, E, F])
  return {
    head: [id, name],
    first: count(first, inner === 'first' ? outside : NOBODY),
    second: count(second, inner === 'second' ? outside : NOBODY),
    apart: guard(all, difference, low, high),
    enough: enough ? 'yes' : 'no',
  }
}

const NOBODY: Place = { P: 0, E: 0, F: 0 }

const outsideOf = (a: Place, b: Place): Place => ({
  P: Math.abs(a.P - b.P),
  E: Math.abs(a.E - b.E),
  F: Math.abs(a.F - b.F),
})

/** Participants down, touchpoints across; the cells are the researcher's own words. */
export function frameworkTable({ columns, rows }: Answer<'framework'>): ViewTable {
  return {
    title: 'Framework',
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
    title: 'What matters against what frustrates',
    columns: [
      ...TOUCHPOINT,
      { key: 'E', meaning: 'Participants who spoke of it', holds: COUNT },
      { key: 'matters', meaning: 'Of them, to whom it matters or was a moment of truth', holds: COUNT },
      { key: 'importance', meaning: 'matters/E', holds: SHARE },
      { key: 'F', meaning: 'Of them, with frustration', holds: COUNT },
      { key: 'frustration', meaning: 'F/E', holds: SHARE },
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
