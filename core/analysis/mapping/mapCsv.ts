/** The two-way map as a table: a row for each touchpoint, small counts of people left out. */
import type { z } from 'zod'
import type { TwoWayRow } from '../../contract/mapping.ts'
import { toCsv, type Column, type TableCell } from '../../exporting/table.ts'
import { isSmall, openCount } from '../small.ts'
import { openAlignment } from './alignment.ts'

type Row = z.input<typeof TwoWayRow>
type Named = NonNullable<Row['residents']>['emotions']

const people = 'whole number'
const COLUMNS: readonly Column[] = [
  { key: 'touchpoint', meaning: 'Short id of the touchpoint', holds: 'text' },
  { key: 'name', meaning: 'Its name', holds: 'text' },
  { key: 'journey', meaning: 'The journey it belongs to', holds: 'text' },
  { key: 'stage', meaning: 'The stage it belongs to', holds: 'text' },
  { key: 'paired', meaning: 'Backstage touchpoints counted with it', holds: 'text' },
  { key: 'clock', meaning: 'How long it may take', holds: 'text' },
  { key: 'alignment', meaning: 'How the two sides meet', holds: 'text' },
  { key: 'residents_P', meaning: 'Residents in scope', holds: people },
  { key: 'residents_E', meaning: 'Residents who spoke of it', holds: people },
  { key: 'residents_F', meaning: 'Residents with frustration there', holds: people },
  { key: 'prevalence', meaning: 'F/E', holds: '0 to 1' },
  { key: 'residents_positive', meaning: 'Residents pleased with it', holds: people },
  { key: 'residents_negative', meaning: 'Residents displeased with it', holds: people },
  { key: 'sentiment', meaning: '(positive − negative)/E', holds: '-1 to 1' },
  { key: 'residents_emotions', meaning: 'The strongest emotions, with residents', holds: 'text' },
  { key: 'residents_ideal', meaning: 'Residents who told their ideal there', holds: people },
  { key: 'moment_of_truth', meaning: 'Residents for whom it was one', holds: people },
  { key: 'residents_hand_offs', meaning: 'Residents with a hand-off there', holds: people },
  { key: 'breaks_off', meaning: 'Residents whose journey ends there', holds: people },
  { key: 'colleagues_sessions', meaning: 'Sessions where it came up', holds: people },
  { key: 'colleagues_speakers', meaning: 'Colleagues who spoke of it', holds: people },
  { key: 'colleagues_positive', meaning: 'Colleagues pleased with it', holds: people },
  { key: 'colleagues_negative', meaning: 'Colleagues displeased with it', holds: people },
  { key: 'colleagues_emotions', meaning: 'The strongest emotions, with colleagues', holds: 'text' },
  { key: 'colleagues_hand_offs', meaning: 'Colleagues with a hand-off there', holds: people },
  { key: 'measures', meaning: 'Measures from elsewhere', holds: 'text' },
  { key: 'target', meaning: 'How it should be, in the researcher’s words', holds: 'text' },
  { key: 'target_value', meaning: 'What would show it', holds: 'text' },
  { key: 'target_due', meaning: 'By when', holds: 'YYYY-MM-DD' },
  { key: 'suppressed', meaning: 'Whether counts are left out to protect people', holds: 'yes or no' },
]

/** `suppressed` is how many touchpoints leave a small count out. */
export function mapCsv(
  rows: readonly Row[],
  smallN: number,
): { bytes: Uint8Array<ArrayBuffer>; suppressed: number } {
  const lines = rows.map((row): TableCell[] => [
    row.id,
    row.name,
    row.journey,
    row.stage,
    row.paired.map(({ name }) => name).join('; '),
    row.clock,
    openAlignment(row, smallN),
    ...residentCells(row, smallN),
    ...colleagueCells(row, smallN),
    row.metrics.map(({ name, value, unit }) => `${name}: ${value} ${unit}`.trim()).join('; '),
    row.target?.text ?? '',
    row.target?.value ?? '',
    row.target?.due ?? null,
    leavesOut(row, smallN) ? 'yes' : 'no',
  ])
  const suppressed = rows.filter((row) => leavesOut(row, smallN)).length
  return { bytes: toCsv({ columns: COLUMNS, rows: lines }), suppressed }
}

const blank = (cells: number): TableCell[] => Array.from({ length: cells }, () => null)

/**
 * A figure stays only where none of the counts it is made of is small. Net sentiment stays: it is a difference, and while
 * neither of its two counts is printed beside a small one, no count can be read from it.
 */
function residentCells({ residents }: Row, smallN: number): TableCell[] {
  if (residents === null || isSmall(residents.P, smallN)) return blank(12)
  const { P, E, F, prevalence, positive, negative, sentiment, emotions } = residents
  if (isSmall(E, smallN)) return [P, ...blank(11)]
  const { momentOfTruth, handOffs, breaksOff } = residents
  const open = (value: TableCell, ...counts: number[]): TableCell =>
    counts.some((count) => isSmall(count, smallN)) ? null : value
  const alone = (count: number): TableCell => open(count, count)
  return [
    P,
    E,
    alone(F),
    open(prevalence, F),
    open(positive, positive, negative),
    open(negative, positive, negative),
    sentiment,
    named(emotions, smallN),
    alone(idealOf(residents)),
    alone(momentOfTruth),
    alone(handOffs),
    alone(breaksOff),
  ]
}

const idealOf = ({ layers }: NonNullable<Row['residents']>): number =>
  layers.find(({ code }) => code === 'layer.ideal_journey')?.people ?? 0

/** Sessions and speakers, never a share; two sessions of fewer than three speakers would say that there are two. */
function colleagueCells({ colleagues }: Row, smallN: number): TableCell[] {
  if (colleagues === null || isSmall(colleagues.speakers, smallN)) return blank(6)
  const { sessions, speakers, positive, negative, emotions, handOffs } = colleagues
  const open = (count: number): TableCell => (isSmall(count, smallN) ? null : count)
  return [sessions, speakers, open(positive), open(negative), named(emotions, smallN), open(handOffs)]
}

const named = (items: Named, smallN: number): string =>
  items.map(({ name, people: count }) => `${name} ${openCount(count, smallN)}`).join('; ')

/** Whether a touchpoint has a small count to leave out, in the table or in a picture. */
export function leavesOut({ residents, colleagues }: Row, smallN: number): boolean {
  const sides = [residents, colleagues].filter((side) => side !== null)
  const counts = [
    ...sides.flatMap(({ positive, negative, handOffs }) => [positive, negative, handOffs]),
    ...sides.flatMap(({ emotions, layers }) => [...emotions, ...layers].map(({ people: count }) => count)),
    ...(residents ? [residents.P, residents.E, residents.F, residents.breaksOff] : []),
    ...(colleagues ? [colleagues.speakers] : []),
  ]
  return counts.some((count) => isSmall(count, smallN))
}
