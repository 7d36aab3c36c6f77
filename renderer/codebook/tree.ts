/** The codebook as a tree: families, and in each its codes as they hold one another. */
import type { Code } from '../../core/contract/codebook.ts'
import type { Family } from '../../core/contract/common.ts'
import { matchOf } from '../app/find-commands.ts'

/** Codes by id, families by name: numbers and words cannot meet. */
export type NodeKey = Code['id'] | Family

export interface CodebookNode {
  key: NodeKey
  family: Family
  /** Null for a family. */
  code: Code | null
  children: CodebookNode[]
  /** Codings of this code and of the codes under it. */
  total: number
}

export interface TreeFilter {
  words: string
  archived: boolean
  use: 'any' | 'used' | 'unused'
}

export const NO_FILTER: TreeFilter = { words: '', archived: false, use: 'any' }

/** In the order in which a passage is usually described; those with codes go where their codes are. */
const FAMILIES: readonly Family[] = ['touchpoint', 'emotion', 'reason', 'layer', 'channel', 'theme']

/** Families in the order of their first code; those without codes at the end. */
export function familiesInOrder(codes: readonly Code[]): Family[] {
  return [...new Set([...codes.map(({ family }) => family), ...FAMILIES])]
}

/** Families and codes that pass the filter, with what holds them. While something is filtered, empty families go. */
export function buildTree(codes: readonly Code[], filter: TreeFilter): CodebookNode[] {
  const byParent = Map.groupBy(codes, ({ parent }) => parent)
  const nodeOf = (code: Code): CodebookNode[] => {
    const below = byParent.get(code.id) ?? []
    const children = below.flatMap(nodeOf)
    if (children.length === 0 && !passes(code, filter)) return []
    return [{ key: code.id, family: code.family, code, children, total: totalOf(code, byParent) }]
  }
  const roots = Map.groupBy(byParent.get(null) ?? [], ({ family }) => family)
  return familiesInOrder(codes).flatMap((family): CodebookNode[] => {
    const own = roots.get(family) ?? []
    const children = own.flatMap(nodeOf)
    if (children.length === 0 && isNarrowed(filter)) return []
    const total = own.reduce((sum, code) => sum + totalOf(code, byParent), 0)
    return [{ key: family, family, code: null, children, total }]
  })
}

export const isNarrowed = ({ words, use }: TreeFilter): boolean => words.trim() !== '' || use !== 'any'

function passes(code: Code, { words, archived, use }: TreeFilter): boolean {
  if (code.archived && !archived) return false
  if (use !== 'any' && code.used > 0 !== (use === 'used')) return false
  const about = [code.code, ...code.aliases, code.definition, code.include].join(' ')
  return words.trim() === '' || matchOf({ title: code.name, words: about }, words) > 0
}

type ByParent = ReadonlyMap<Code['id'] | null, readonly Code[]>

const totalOf = (code: Code, byParent: ByParent): number =>
  (byParent.get(code.id) ?? []).reduce((sum, child) => sum + totalOf(child, byParent), code.used)

/** What must be open for a code to be seen: its family and every code above it, nearest first. */
export function above(codes: ReadonlyMap<number, Code>, code: Code): NodeKey[] {
  const keys: NodeKey[] = []
  for (let parent = code.parent; parent !== null; parent = codes.get(parent)?.parent ?? null)
    keys.push(parent)
  return [...keys, code.family]
}

/** Every row that holds others. */
export const holders = (nodes: readonly CodebookNode[]): NodeKey[] =>
  nodes.flatMap(({ key, children }) => (children.length === 0 ? [] : [key, ...holders(children)]))

/** How many codes there are in a branch. */
export const countCodes = (nodes: readonly CodebookNode[]): number =>
  nodes.reduce((sum, { code, children }) => sum + Number(code !== null) + countCodes(children), 0)

/** Where to go when a code is gone: the next beside it, the one before, or what held it. */
export function neighbourOf(codes: readonly Code[], code: Code): NodeKey {
  const siblings = codes.filter(
    ({ family, parent, archived }) => family === code.family && parent === code.parent && !archived,
  )
  const at = siblings.findIndex(({ id }) => id === code.id)
  return (siblings[at + 1] ?? siblings[at - 1])?.id ?? code.parent ?? code.family
}
