/** The rows of a heatmap: touchpoints, or the stages or journeys that roll them up, in journey order. */
import { atLevel, familyOf, type Codebook, type CodeFacts, type Level } from '../codebook.ts'

export interface Row {
  code: CodeFacts
  journey: string
  stage: string | null
}

export interface Rows {
  readonly list: readonly Row[]
  /** Touchpoint code at any level → its place in `list`; a code above the level has none. */
  readonly of: ReadonlyMap<number, number>
}

/** Rows of the given journeys (their short ids), or of all of them. */
export function rowsAt(codebook: Codebook, level: Level, journeys?: readonly string[]): Rows {
  const touchpoints = familyOf(codebook, 'touchpoint')
  const list = touchpoints.flatMap((code) => {
    const journey = atLevel(codebook, code, 'journey')
    if (code.level !== level || (journeys && !journeys.includes(journey?.key ?? ''))) return []
    return [{ code, journey: journey?.name ?? '', stage: atLevel(codebook, code, 'stage')?.name ?? null }]
  })
  const place = new Map(list.map(({ code }, index) => [code.id, index]))
  const of = new Map<number, number>()
  for (const code of touchpoints) {
    const row = place.get(atLevel(codebook, code, level)?.id ?? 0)
    if (row !== undefined) of.set(code.id, row)
  }
  return { list, of }
}

/** The same rows, with only those of these short ids left for a passage to fall in. */
export function onlyRows({ list, of }: Rows, keys: readonly string[]): Rows {
  return { list, of: new Map([...of].filter(([, place]) => keys.includes(list[place]?.code.key ?? ''))) }
}
