/** The two-way map as a table: a row for each touchpoint, small counts of people left out. */
import type { z } from 'zod'
import type { TwoWayRow } from '../../contract/mapping.ts'
import { toCsv, type Column, type TableCell } from '../../exporting/table.ts'

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

/** `suppressed` is how many touchpoints leave a count out: people from 1 to `smallN` − 1. */
export function mapCsv(
  rows: readonly Row[],
  smallN: number,
): { bytes: Uint8Array<ArrayBuffer>; suppressed: number } {
  const isSmall = (count: number): boolean => count > 0 && count < smallN
  const lines = rows.map((row): TableCell[] => [
    row.id,
    row.name,
    row.journey,
    row.stage,
    row.paired.map(({ name }) => name).join('; '),
    row.clock,
    row.alignment,
    ...residentCells(row, isSmall),
    ...colleagueCells(row, isSmall),
    row.metrics.map(({ name, value, unit }) => `${name}: ${value} ${unit}`.trim()).join('; '),
    row.target?.text ?? '',
    row.target?.value ?? '',
    row.target?.due ?? null,
    hasSmall(row, isSmall) ? 'yes' : 'no',
  ])
  const suppressed = rows.filter((row) => hasSmall(row, isSmall)).length
  return { bytes: toCsv({ columns: COLUMNS, rows: lines }), suppressed }
}

type IsSmall = (count: number) => boolean

/** A figure stays only where none of the counts it is made of is small. */
function residentCells({ residents }: Row, isSmall: IsSmall): TableCell[] {
  if (residents === null) return Array.from({ length: 12 }, () => null)
  const { P, E, F, prevalence, positive, negative, sentiment, emotions } = residents
  const { momentOfTruth, handOffs, breaksOff } = residents
  const ideal = idealOf(residents)
  if (isSmall(P)) return Array.from({ length: 12 }, () => null)
  if (isSmall(E)) return [P, ...Array.from({ length: 11 }, () => null)]
  const open = (value: TableCell, ...counts: number[]): TableCell => (counts.some(isSmall) ? null : value)
  return [
    P,
    E,
    open(F, F),
    open(prevalence, F),
    open(positive, positive),
    open(negative, negative),
    open(sentiment, positive, negative),
    named(emotions, isSmall),
    open(ideal, ideal),
    open(momentOfTruth, momentOfTruth),
    open(handOffs, handOffs),
    open(breaksOff, breaksOff),
  ]
}

const idealOf = ({ layers }: NonNullable<Row['residents']>): number =>
  layers.find(({ code }) => code === 'layer.ideal_journey')?.people ?? 0

/** Sessions and speakers, never a share. */
function colleagueCells({ colleagues }: Row, isSmall: IsSmall): TableCell[] {
  if (colleagues === null) return Array.from({ length: 6 }, () => null)
  const { sessions, speakers, positive, negative, emotions, handOffs } = colleagues
  if (isSmall(speakers)) return [sessions, ...Array.from({ length: 5 }, () => null)]
  const open = (count: number): TableCell => (isSmall(count) ? null : count)
  return [sessions, speakers, open(positive), open(negative), named(emotions, isSmall), open(handOffs)]
}

const named = (items: Named, isSmall: IsSmall): string =>
  items
    .filter(({ people: count }) => !isSmall(count))
    .map(({ name, people: count }) => `${name} ${count}`)
    .join('; ')

function hasSmall({ residents, colleagues }: Row, isSmall: IsSmall): boolean {
  const counts = [
    ...(residents ? [residents.P, residents.E, residents.F, residents.positive, residents.negative] : []),
    ...(residents
      ? [idealOf(residents), residents.momentOfTruth, residents.handOffs, residents.breaksOff]
      : []),
    ...(colleagues
      ? [colleagues.speakers, colleagues.positive, colleagues.negative, colleagues.handOffs]
      : []),
    ...[...(residents?.emotions ?? []), ...(colleagues?.emotions ?? [])].map(({ people: count }) => count),
  ]
  return counts.some(isSmall)
}
