/** The two-way map cut into bands as wide as a page: one journey to a band, a long one in several. */
import type { MapRow } from './lanes.ts'

export interface Band {
  readonly journey: string
  /** Whether it goes on from the band above. */
  readonly continued: boolean
  readonly rows: readonly MapRow[]
}

/** Touchpoints side by side in one band. */
export const WIDEST = 9

export function bandsOf(rows: readonly MapRow[]): Band[] {
  return [...Map.groupBy(rows, ({ journey }) => journey)].flatMap(([journey, list]) => {
    const bands = Math.ceil(list.length / WIDEST)
    const each = Math.ceil(list.length / bands)
    return Array.from({ length: bands }, (_, band) => ({
      journey,
      continued: band > 0,
      rows: list.slice(band * each, (band + 1) * each),
    }))
  })
}

/** Neighbours of one stage, with where they begin. */
export function stagesOf(rows: readonly MapRow[]): { name: string; from: number; count: number }[] {
  const stages: { name: string; from: number; count: number }[] = []
  rows.forEach(({ stage }, from) => {
    const last = stages.at(-1)
    if (last?.name === stage) last.count += 1
    else stages.push({ name: stage, from, count: 1 })
  })
  return stages
}
