/** One pass over the evidence: who spoke at each row, who was frustrated in each column, and why. */
import type { Codebook } from '../codebook.ts'
import type { Evidence, Transcript } from '../evidence/episodes.ts'
import { withMark, type Felt } from './feelings.ts'
import { eachSighting, type Frame } from './sightings.ts'
import { addTo, type Tallies } from './tally.ts'

export interface Counts {
  /** By row: everyone who spoke there, with frustration by the chosen definition. */
  readonly totals: readonly Tallies[]
  /** By row, then by column; columns that nothing fell in are missing. */
  readonly cells: readonly Map<number, Tallies>[]
  /** By row: the participants who gave each reason. */
  readonly why: readonly Map<number, Set<number>>[]
}

export function countUp(
  frame: Frame,
  read: (document: number) => Transcript,
  codebook: Codebook,
  feelings: (evidence: Evidence) => Felt,
): Counts {
  const { rows, columns } = frame
  const totals = rows.list.map((): Tallies => new Map())
  const cells = rows.list.map(() => new Map<number, Tallies>())
  const why = rows.list.map(() => new Map<number, Set<number>>())
  const reasons = new Set(codebook.inOrder.filter(({ family }) => family === 'reason').map(({ id }) => id))

  eachSighting(frame, read, (evidence, { participant }, sightings) => {
    const felt = feelings(evidence)
    for (const { row, columns: segments } of sightings) {
      const total = totals[row]
      const line = cells[row]
      if (!total || !line) continue
      addTo(total, participant, evidence, felt)
      for (const column of segments) addTo(at(line, column), participant, evidence, felt)
      evidence.codes.forEach((code, i) => {
        const emotion = columns.kind === 'emotion' ? columns.of.get(code) : undefined
        if (emotion !== undefined) {
          addTo(at(line, emotion), participant, evidence, withMark(felt, evidence.strengths[i] ?? 0))
        }
        if (reasons.has(code)) participantsAt(why[row], code).add(participant)
      })
    }
  })
  return { totals, cells, why }
}

function at(line: Map<number, Tallies>, column: number): Tallies {
  const tallies = line.get(column) ?? new Map()
  line.set(column, tallies)
  return tallies
}

function participantsAt(reasons: Map<number, Set<number>> | undefined, code: number): Set<number> {
  const participants = reasons?.get(code) ?? new Set()
  reasons?.set(code, participants)
  return participants
}
