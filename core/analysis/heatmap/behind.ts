/** What a number opens: the passages behind a cell, a row or a column, in the order of the transcripts. */
import type { Evidence } from '../evidence/episodes.ts'
import type { Layout } from './layout.ts'
import { onlyRows } from './rows.ts'
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
export function passagesBehind(layout: Layout, { row, column, of }: Door): number[] {
  const { columns, rows } = layout.frame
  const place = column === null ? null : columns.list.findIndex(({ id }) => id === column)
  const frame = row === null ? layout.frame : { ...layout.frame, rows: onlyRows(rows, [row]) }
  const inColumn = (sighting: Sighting): boolean =>
    place === null || columns.kind === 'emotion' || sighting.columns.includes(place)
  const counts = of === 'E' ? () => true : markTest(layout, place)
  const passages: number[] = []
  eachSighting(frame, layout.read, (evidence, _, sightings) => {
    if (sightings.some(inColumn) && counts(evidence)) passages.push(evidence.passage)
  })
  return passages
}

function markTest(
  { frame: { columns }, feelings }: Layout,
  column: number | null,
): (evidence: Evidence) => boolean {
  if (columns.kind !== 'emotion' || column === null) return (evidence) => feelings(evidence).marks > 0
  return ({ codes }) => codes.some((code) => columns.of.get(code) === column)
}
