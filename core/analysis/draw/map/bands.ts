/** The two-way map cut into bands as wide as a page: one journey to a band, a long one in several, between stages where that can be. */
import type { MapRow } from './lanes.ts'

export interface Band {
  readonly journey: string
  /** Whether it goes on from the band above. */
  readonly continued: boolean
  readonly rows: readonly MapRow[]
}

/** Touchpoints side by side in one band: the smallest words are then some 7 points high on A4 and 10 on A3. */
export const WIDEST = 8

export function bandsOf(rows: readonly MapRow[]): Band[] {
  return [...Map.groupBy(rows, ({ journey }) => journey)].flatMap(([journey, list]) =>
    cut(list).map((band, at) => ({ journey, continued: at > 0, rows: band })),
  )
}

/** Whole stages as long as they fit; one that is wider than a band is cut itself, into even parts. */
function cut(list: readonly MapRow[]): MapRow[][] {
  const bands: MapRow[][] = []
  for (const { from, count } of stagesOf(list)) {
    const parts = Math.ceil(count / WIDEST)
    for (let part = 0; part < parts; part += 1) {
      const piece = list.slice(
        from + Math.round((part * count) / parts),
        from + Math.round(((part + 1) * count) / parts),
      )
      const last = bands.at(-1)
      if (last && last.length + piece.length <= WIDEST) last.push(...piece)
      else bands.push([...piece])
    }
  }
  return bands
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
