/** A heatmap's figures as means over participants, ready to cross to the thread that draws them again. */
import type { Scored } from '../stats/draws.ts'
import type { Figure } from './cell.ts'
import type { Tallies, Tally } from './tally.ts'

/** A participant's part in the index: 100/3 × max(weight × intensity). */
export const indexScore = ({ peak }: Tally): number => (100 / 3) * peak

/** A participant's part in prevalence. */
export const wasMarked = ({ marks }: Tally): number => Number(marks > 0)

export interface Item {
  readonly figure: Figure
  readonly scoreOf: (tally: Tally) => number
}

/**
 * Each figure as the mean over those who spoke there; people are named by their place among `participants`, in that order.
 * Figures over the same people share one list of them, and all lists are stretches of few pieces of memory, which cross to
 * a thread at the cost of as few.
 */
export function scored(rows: readonly (readonly Item[])[], participants: readonly number[]): Scored[][] {
  const items = rows.flat()
  const spokenAt = spokenLists(items, participants)
  const room = items.reduce((sum, { figure }) => sum + figure.felt.size, 0)
  const marked = new Uint32Array(room)
  const scores = new Float64Array(room)
  let to = 0
  const meanOf = ({ figure: { spoke, felt }, scoreOf }: Item): Scored => {
    const from = to
    const places = spokenAt.get(spoke) ?? new Uint32Array()
    for (const place of places) {
      const tally = felt.get(participants[place] ?? 0)
      const score = tally ? scoreOf(tally) : 0
      if (score === 0) continue
      marked[to] = place
      scores[to] = score
      to += 1
    }
    return { spoke: places, marked: marked.subarray(from, to), scores: scores.subarray(from, to) }
  }
  return rows.map((row) => row.map(meanOf))
}

/** Who spoke, once for all the figures that share it. */
function spokenLists(
  items: readonly Item[],
  participants: readonly number[],
): ReadonlyMap<Tallies, Uint32Array> {
  const groups = [...new Set(items.map(({ figure }) => figure.spoke))]
  const all = new Uint32Array(groups.reduce((sum, group) => sum + group.size, 0))
  let to = 0
  return new Map(
    groups.map((group) => {
      const from = to
      participants.forEach((participant, place) => {
        if (group.has(participant)) all[to++] = place
      })
      return [group, all.subarray(from, to)]
    }),
  )
}
