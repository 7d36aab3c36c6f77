/** What a number opens: the passages behind a cell, a row or a column, in the order of the transcripts. */
import type { Evidence } from '../evidence/episodes.ts'
import type { Layout } from './layout.ts'
import { eachSighting, type Sighting } from './sightings.ts'

export interface Door {
  /** Short id of the row; null for every row of the heatmap. */
  row: string | null
  /** Id of the column; null for the row's total. */
  column: string | null
  /** F: with frustration, or the column's emotion. E: everything said there. */
  of: 'E' | 'F'
}

/** Every passage behind the number, by id. Rows and columns that are not in the heatmap open nothing. */
export function passagesBehind(layout: Layout, door: Door): number[] {
  const { frame } = layout
  const row = door.row === null ? null : frame.rows.list.findIndex(({ code }) => code.key === door.row)
  const column = door.column === null ? null : frame.columns.list.findIndex(({ id }) => id === door.column)
  const inPlace = placeTest(row, frame.columns.kind === 'emotion' ? null : column)
  const counts = door.of === 'E' ? () => true : markTest(layout, column)
  const passages: number[] = []
  eachSighting(frame, layout.read, (evidence, _, sightings) => {
    if (sightings.some(inPlace) && counts(evidence)) passages.push(evidence.passage)
  })
  return passages
}

const placeTest =
  (row: number | null, column: number | null) =>
  (sighting: Sighting): boolean =>
    (row === null || sighting.row === row) && (column === null || sighting.columns.includes(column))

function markTest(
  { frame: { columns }, feelings }: Layout,
  column: number | null,
): (evidence: Evidence) => boolean {
  if (columns.kind !== 'emotion' || column === null) return (evidence) => feelings(evidence).marks > 0
  return ({ codes }) => codes.some((code) => columns.of.get(code) === column)
}
