/** The codebook as figures need it: the tree of touchpoints, the valence of emotions, what counts as frustration. */
import type { ReadableDb } from '../db/database.ts'
import { sql } from '../db/sql.ts'

export type Level = 'journey' | 'stage' | 'touchpoint'
export type Definition = 'strict' | 'blocked' | 'family'

export interface CodeFacts {
  id: number
  key: string
  family: string
  parent: number | null
  name: string
  definition: string
  level: Level | null
  side: string | null
  clock: string | null
  pairsWith: number | null
  valence: string | null
  /** Share of frustration, 0 to 1. */
  weight: number
  archived: boolean
}

export interface Codebook {
  /** Parents before their children, siblings in the researcher's order. */
  readonly inOrder: readonly CodeFacts[]
  readonly byId: ReadonlyMap<number, CodeFacts>
  readonly byKey: ReadonlyMap<string, CodeFacts>
}

type Row = Omit<CodeFacts, 'weight' | 'archived'> & { weight: number | null; archived: number }

export function readCodebook(db: ReadableDb): Codebook {
  const rows = db.all<Row>(sql`
    SELECT id, key, family, parent, name, definition, level, side, clock, pairs_with AS pairsWith, valence, weight, archived
    FROM code ORDER BY ord, id`)
  const codes = rows.map((row) => ({
    ...row,
    weight: (row.weight ?? 0) / 1000,
    archived: row.archived === 1,
  }))
  const inOrder = treeOrder(codes)
  return {
    inOrder,
    byId: new Map(inOrder.map((code) => [code.id, code])),
    byKey: new Map(inOrder.map((code) => [code.key, code])),
  }
}

function treeOrder(codes: readonly CodeFacts[]): CodeFacts[] {
  const children = Map.groupBy(codes, (code) => code.parent)
  const below = (parent: number | null): CodeFacts[] =>
    (children.get(parent) ?? []).flatMap((code) => [code, ...below(code.id)])
  return below(null)
}

/** The codes of one family, in the researcher's order. */
export const familyOf = (codebook: Codebook, family: string): CodeFacts[] =>
  codebook.inOrder.filter((code) => code.family === family)

/** The code itself or its nearest ancestor at this level; undefined when it is coded above the level. */
export function atLevel(codebook: Codebook, code: CodeFacts, level: Level): CodeFacts | undefined {
  for (let at: CodeFacts | undefined = code; at; at = parentOf(codebook, at)) {
    if (at.level === level) return at
  }
  return undefined
}

const parentOf = ({ byId }: Codebook, code: CodeFacts): CodeFacts | undefined =>
  code.parent === null ? undefined : byId.get(code.parent)

/**
 * Emotion codes that count as frustration, with their weight from 0 to 1. *Strict*: the code Frustration.
 * *Blocked*: Frustration and Anger. *Family*: every emotion by the weight the codebook gives it.
 */
export function frustration({ inOrder }: Codebook, definition: Definition): ReadonlyMap<number, number> {
  const emotions = inOrder.filter((code) => code.family === 'emotion')
  if (definition === 'family') {
    return new Map(emotions.filter(({ weight }) => weight > 0).map(({ id, weight }) => [id, weight]))
  }
  const keys = definition === 'strict' ? ['frustration'] : ['frustration', 'anger']
  return new Map(emotions.filter(({ key }) => keys.includes(key)).map(({ id }) => [id, 1]))
}

/** How a definition is said under a chart; for the family, with every weight. */
export function definitionInWords(codebook: Codebook, definition: Definition): string {
  if (definition === 'strict') return 'strict (the code Frustration)'
  if (definition === 'blocked') return 'blocked (the codes Frustration and Anger)'
  const weights = [...frustration(codebook, 'family')].map(
    ([code, weight]) => `${codebook.byId.get(code)?.name ?? ''} ${weight}`,
  )
  return `family index (${weights.join(', ')})`
}
