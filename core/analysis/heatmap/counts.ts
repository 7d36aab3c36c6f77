/** Who spoke at each row, who was frustrated in each column, and why: transcript by transcript, then together. */
import type { Codebook } from '../codebook.ts'
import type { Transcript } from '../evidence/episodes.ts'
import type { Figure } from './cell.ts'
import { withMark } from './feelings.ts'
import type { Layout } from './layout.ts'
import { sightingsIn } from './sightings.ts'
import {
  addTo,
  addTranscript,
  sameTally,
  tallyIn,
  WHOLE,
  type Tallies,
  type TranscriptTally,
} from './tally.ts'

/** What one transcript adds to one row. */
interface RowPart {
  readonly tallies: TranscriptTally[]
  /** Each participant's reasons, once each. */
  readonly reasons: { readonly code: number; readonly participant: number }[]
}

interface Part {
  readonly transcript: Transcript
  readonly rows: ReadonlyMap<number, RowPart>
}

/** All transcripts at one row. */
export interface RowCount {
  /** Everyone who spoke there, with frustration by the chosen definition. */
  readonly spoke: Tallies
  /** By column; columns that nothing fell in are missing. */
  readonly columns: ReadonlyMap<number, Tallies>
  /** By reason: the participants who gave it. */
  readonly why: ReadonlyMap<number, ReadonlySet<number>>
  /** What was worked out from these counts, by column. A row that changes is counted anew and so starts without. */
  readonly figures: Map<number, Figure>
}

/** The counts of a heatmap, with what they were added up from: one more coding costs one transcript and few rows. */
export interface Counts {
  readonly parts: ReadonlyMap<number, Part>
  readonly rows: readonly RowCount[]
}

/**
 * Counts every passage of a layout. `before` are counts of the same layout in an earlier state of its passages: transcripts
 * that are still the same object are not read again, and rows in which nothing changed stay the same object.
 */
export function countUp(layout: Layout, before?: Counts): Counts {
  const parts = new Map<number, Part>()
  const changed = new Set<number>()
  const count = transcriptCounter(layout)
  for (const document of layout.frame.sample.documents) {
    const transcript = layout.read(document)
    const known = before?.parts.get(document)
    const part = known?.transcript === transcript ? known : { transcript, rows: count(transcript) }
    parts.set(document, part)
    if (known && part !== known) for (const row of rowsThatDiffer(known, part)) changed.add(row)
  }
  const byRow = partsByRow(parts, before && changed)
  const rows = layout.frame.rows.list.map((_, row) =>
    before && !changed.has(row) ? (before.rows[row] ?? addUp([])) : addUp(byRow.get(row) ?? []),
  )
  return { parts, rows }
}

function transcriptCounter(layout: Layout): (transcript: Transcript) => Part['rows'] {
  const { frame, codebook, feelings } = layout
  const { columns } = frame
  const reasons = reasonsOf(codebook)
  return (transcript) => {
    const rows = new Map<number, RowPart>()
    sightingsIn(frame, transcript, (evidence, { participant }, sightings) => {
      const felt = feelings(evidence)
      for (const { row, columns: segments } of sightings) {
        const part = rows.get(row) ?? { tallies: [], reasons: [] }
        rows.set(row, part)
        const add = (column: number, what = felt) =>
          addTo(tallyIn(part.tallies, participant, column), evidence, what)
        add(WHOLE)
        segments.forEach((column) => add(column))
        evidence.codes.forEach((code, i) => {
          const emotion = columns.kind === 'emotion' ? columns.of.get(code) : undefined
          if (emotion !== undefined) add(emotion, withMark(felt, evidence.strengths[i] ?? 0))
          if (reasons.has(code)) addReason(part, code, participant)
        })
      }
    })
    return rows
  }
}

const reasonsOf = ({ inOrder }: Codebook): ReadonlySet<number> =>
  new Set(inOrder.filter(({ family }) => family === 'reason').map(({ id }) => id))

function addReason({ reasons }: RowPart, code: number, participant: number): void {
  if (reasons.some((known) => known.code === code && known.participant === participant)) return
  reasons.push({ code, participant })
}

function rowsThatDiffer(before: Part, after: Part): number[] {
  const rows = new Set([...before.rows.keys(), ...after.rows.keys()])
  return [...rows].filter((row) => !samePart(before.rows.get(row), after.rows.get(row)))
}

function samePart(a: RowPart | undefined, b: RowPart | undefined): boolean {
  return (
    a !== undefined &&
    b !== undefined &&
    sameList(a.tallies, b.tallies, sameTally) &&
    sameList(a.reasons, b.reasons, (x, y) => x.code === y.code && x.participant === y.participant)
  )
}

const sameList = <T>(a: readonly T[], b: readonly T[], same: (x: T, y: T) => boolean): boolean =>
  a.length === b.length && a.every((item, i) => b[i] !== undefined && same(item, b[i]))

/** The parts of each row, in the order of the transcripts; only of rows in `wanted` when it is given. */
function partsByRow(parts: Counts['parts'], wanted: ReadonlySet<number> | undefined): Map<number, RowPart[]> {
  const byRow = new Map<number, RowPart[]>()
  for (const { rows } of parts.values()) {
    for (const [row, part] of rows) {
      if (wanted && !wanted.has(row)) continue
      const list = byRow.get(row)
      if (list) list.push(part)
      else byRow.set(row, [part])
    }
  }
  return byRow
}

function addUp(parts: readonly RowPart[]): RowCount {
  const spoke: Tallies = new Map()
  const columns = new Map<number, Tallies>()
  const why = new Map<number, Set<number>>()
  for (const { tallies, reasons } of parts) {
    for (const tally of tallies) {
      addTranscript(tally.column === WHOLE ? spoke : at(columns, tally.column), tally.participant, tally)
    }
    for (const { code, participant } of reasons) who(why, code).add(participant)
  }
  return { spoke, columns, why, figures: new Map() }
}

function at(columns: Map<number, Tallies>, column: number): Tallies {
  const tallies = columns.get(column) ?? new Map()
  columns.set(column, tallies)
  return tallies
}

function who(why: Map<number, Set<number>>, code: number): Set<number> {
  const participants = why.get(code) ?? new Set()
  why.set(code, participants)
  return participants
}
