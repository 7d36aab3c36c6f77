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
 * Each figure as the mean over those who spoke there; people are named by their place among `participants`. Figures over the
 * same people share one list of them.
 */
export function scored(rows: readonly (readonly Item[])[], participants: readonly number[]): Scored[][] {
  const places = new Map(participants.map((participant, place) => [participant, place]))
  const placeOf = (participant: number): number => places.get(participant) ?? 0
  const items = rows.flat()
  const spokeAt = spokenLists(items, placeOf)
  const marks = items.map(({ figure, scoreOf }) =>
    Array.from(figure.felt, ([participant, tally]) => ({
      place: placeOf(participant),
      score: scoreOf(tally),
    }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => a.place - b.place),
  )
  const marked = cut(
    Uint32Array.from(marks.flat(), ({ place }) => place),
    marks,
  )
  const scores = cut(
    Float64Array.from(marks.flat(), ({ score }) => score),
    marks,
  )
  const means = items.map(({ figure }, i) => ({
    spoke: spokeAt.get(figure.spoke) ?? new Uint32Array(),
    marked: marked[i] ?? new Uint32Array(),
    scores: scores[i] ?? new Float64Array(),
  }))
  let to = 0
  return rows.map(({ length }) => means.slice(to, (to += length)))
}

/** Who spoke, once for all the figures of a row that share it. */
function spokenLists(
  items: readonly Item[],
  placeOf: (participant: number) => number,
): ReadonlyMap<Tallies, Uint32Array> {
  const groups = [...new Set(items.map(({ figure }) => figure.spoke))]
  const lists = groups.map((group) => Array.from(group.keys(), placeOf))
  const arrays = cut(Uint32Array.from(lists.flat()), lists)
  return new Map(groups.map((group, i) => [group, arrays[i] ?? new Uint32Array()]))
}

/** One array as many, each as long as its list: views of one piece of memory cross to a thread at the cost of one. */
function cut<A extends { subarray: (from: number, to: number) => A }>(
  whole: A,
  lists: readonly { length: number }[],
): A[] {
  let to = 0
  return lists.map(({ length }) => whole.subarray(to, (to += length)))
}
