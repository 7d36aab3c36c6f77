/** Which codes the coding palette offers for what is typed, and in which order. */
import type { Code } from '../../../core/contract/codebook.ts'
import type { Family } from '../../../core/contract/common.ts'
import { matchOf } from '../../app/find-commands.ts'

export interface Offer {
  title: 'Recent' | Family
  codes: readonly Code[]
}

interface Asked {
  query: string
  /** Null for all families. */
  family: Family | null
  recent: readonly Code['id'][]
}

const MOST_RECENT = 6
const MOST_FOUND = 40
/** The order in which a passage is usually described: where, how it felt, why. */
export const FAMILY_ORDER: readonly Family[] = [
  'touchpoint',
  'emotion',
  'reason',
  'layer',
  'channel',
  'theme',
]

/**
 * Nothing typed: what was used lately, then the codebook by family. Something typed: names, aliases and short ids before
 * definitions, codes used lately before others that match as well.
 */
export function offersFor(codes: readonly Code[], { query, family, recent }: Asked): Offer[] {
  const open = codes.filter((code) => !code.archived && (family === null || code.family === family))
  return query.trim() === '' ? browsed(open, family, recent) : found(open, query, recent)
}

function browsed(open: readonly Code[], family: Family | null, recent: readonly Code['id'][]): Offer[] {
  const byId = new Map(open.map((code) => [code.id, code]))
  const lately = recent.flatMap((id) => byId.get(id) ?? []).slice(0, MOST_RECENT)
  const offers: Offer[] = [{ title: 'Recent', codes: lately }]
  for (const one of family === null ? FAMILY_ORDER : [family]) {
    offers.push({ title: one, codes: open.filter((code) => code.family === one && isUsual(code)) })
  }
  return offers.filter(({ codes }) => codes.length > 0)
}

/** Journeys and stages can be coded to, but are asked for by name. */
const isUsual = ({ level }: Code): boolean => level === null || level === 'touchpoint'

function found(open: readonly Code[], query: string, recent: readonly Code['id'][]): Offer[] {
  const matches = open
    .map((code, at) => ({ code, at, score: scoreOf(code, query, recent) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.at - b.at)
    .slice(0, MOST_FOUND)
  const byFamily = Map.groupBy(matches, ({ code }) => code.family)
  return [...byFamily].map(([title, group]) => ({ title, codes: group.map(({ code }) => code) }))
}

function scoreOf(code: Code, query: string, recent: readonly Code['id'][]): number {
  const names = [code.code, ...code.aliases].join(' ')
  const anywhere = matchOf({ title: code.name, words: `${names} ${code.definition} ${code.include}` }, query)
  if (anywhere === 0) return 0
  const named = matchOf({ title: code.name, words: names }, query)
  const used = recent.indexOf(code.id)
  return (
    named * 4 +
    anywhere +
    (used === -1 ? 0 : 1 + (MOST_FOUND - used) / MOST_FOUND) +
    (isUsual(code) ? 0.5 : 0)
  )
}

/** Whether what is typed is already the name of a code, so that no second one is offered. */
export const isNamed = (codes: readonly Code[], query: string): boolean => {
  const name = query.trim().toLowerCase()
  return codes.some((code) => [code.name, ...code.aliases].some((other) => other.toLowerCase() === name))
}

/** Goes round the families and all of them. */
export function besideFamily(family: Family | null, by: 1 | -1): Family | null {
  const ring: readonly (Family | null)[] = [null, ...FAMILY_ORDER]
  return ring[(ring.indexOf(family) + by + ring.length) % ring.length] ?? null
}
