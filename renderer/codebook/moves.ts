/** Where a code may go: one step by a key, or dropped somewhere by the pointer. */
import type { Code } from '../../core/contract/codebook.ts'
import type { Family } from '../../core/contract/common.ts'
import { above, familiesInOrder, type NodeKey } from './tree.ts'

export interface Move {
  /** In the order in which they will stand. */
  codes: Code['id'][]
  parent: Code['id'] | null
  /** The sibling it goes before; null for the end. */
  before: Code['id'] | null
}

export type Way = 'up' | 'down' | 'in' | 'out'

export interface DropPlace {
  key: NodeKey
  position: 'before' | 'on' | 'after'
}

const LEVELS = ['journey', 'stage', 'touchpoint'] as const

/** One step among the codes that can be seen; null where there is no further to go. */
export function stepMove(codes: readonly Code[], code: Code, way: Way): Move | null {
  const siblings = siblingsOf(codes, code.family, code.parent).filter(
    (other) => other.id === code.id || !other.archived,
  )
  const at = siblings.findIndex(({ id }) => id === code.id)
  const to = (parent: Code['id'] | null, before: Code | undefined): Move => ({
    codes: [code.id],
    parent,
    before: before?.id ?? null,
  })
  if (way === 'up') return at > 0 ? to(code.parent, siblings[at - 1]) : acrossTo(codes, code, -1)
  if (way === 'down') {
    return at < siblings.length - 1 ? to(code.parent, siblings[at + 2]) : acrossTo(codes, code, 1)
  }
  if (way === 'in') {
    const holder = siblings[at - 1]
    return holder !== undefined && canHold(codes, holder, code) ? to(holder.id, undefined) : null
  }
  const holder = codes.find(({ id }) => id === code.parent)
  if (holder === undefined || !canStandUnder(codes, holder.parent, code)) return null
  return to(holder.parent, nextOf(codes, holder))
}

/** Past the first or last place: into the neighbouring journey or stage, as levels cannot change. */
function acrossTo(codes: readonly Code[], code: Code, step: 1 | -1): Move | null {
  const holder = codes.find(({ id }) => id === code.parent)
  if (code.level === null || holder === undefined) return null
  const peers = siblingsOf(codes, holder.family, holder.parent).filter(({ archived }) => !archived)
  const next = peers[peers.findIndex(({ id }) => id === holder.id) + step]
  if (next === undefined) return null
  const [first] = step === 1 ? siblingsOf(codes, code.family, next.id) : []
  return { codes: [code.id], parent: next.id, before: first?.id ?? null }
}

/** What dropping codes there would do; null where one of them cannot stand. A code goes along with what holds it. */
export function dropMove(
  codes: readonly Code[],
  dragged: readonly Code[],
  { key, position }: DropPlace,
): Move | null {
  const moved = withoutHeld(codes, dragged)
  const to = (parent: Code['id'] | null, before: Code | undefined): Move | null =>
    moved.length > 0 && moved.every((code) => canStandUnder(codes, parent, code))
      ? { codes: moved.map(({ id }) => id), parent, before: before?.id ?? null }
      : null
  if (typeof key === 'string') {
    return position === 'on' && moved.every(({ family }) => family === key) ? to(null, undefined) : null
  }
  const target = codes.find(({ id }) => id === key)
  if (target === undefined || moved.some(({ id, family }) => id === key || family !== target.family))
    return null
  if (position === 'on') return to(target.id, undefined)
  return to(target.parent, position === 'before' ? target : nextOf(codes, target, moved))
}

/** In the order of the codebook, without those that stand under another of them. */
function withoutHeld(codes: readonly Code[], dragged: readonly Code[]): Code[] {
  const byId = new Map<number, Code>(codes.map((code) => [code.id, code]))
  return codes.filter(
    (code) => dragged.includes(code) && !dragged.some((other) => above(byId, code).includes(other.id)),
  )
}

/** The codebook as it will be: shown at once, so that the next step starts from there. */
export function withMove(codes: readonly Code[], { codes: ids, parent, before }: Move): Code[] {
  const moved = codes.filter(({ id }) => ids.includes(id)).map((code) => ({ ...code, parent }))
  const rest = codes.filter(({ id }) => !ids.includes(id))
  const at = before === null ? -1 : rest.findIndex(({ id }) => id === before)
  return rest.toSpliced(at === -1 ? rest.length : at, 0, ...moved)
}

/** The families with one of them a step further, or before or after another; null where nothing would change. */
export function moveFamily(
  codes: readonly Code[],
  family: Family,
  to: Way | (DropPlace & { key: Family }),
): Family[] | null {
  const order = familiesInOrder(codes)
  const at = order.indexOf(family)
  const rest = order.toSpliced(at, 1)
  const place =
    typeof to === 'string'
      ? at + (to === 'up' ? -1 : to === 'down' ? 1 : 0)
      : rest.indexOf(to.key) + (to.position === 'after' ? 1 : 0)
  if (place === at || place < 0 || place > rest.length) return null
  return rest.toSpliced(place, 0, family)
}

const siblingsOf = (codes: readonly Code[], family: Family, parent: Code['id'] | null): Code[] =>
  codes.filter((code) => code.family === family && code.parent === parent)

function nextOf(codes: readonly Code[], code: Code, except: readonly Code[] = []): Code | undefined {
  const siblings = siblingsOf(codes, code.family, code.parent).filter((other) => !except.includes(other))
  return siblings[siblings.findIndex(({ id }) => id === code.id) + 1]
}

function canStandUnder(codes: readonly Code[], parent: Code['id'] | null, code: Code): boolean {
  const holder = codes.find(({ id }) => id === parent)
  return holder === undefined ? code.level === null || code.level === 'journey' : canHold(codes, holder, code)
}

/** Same family, not inside itself, and among touchpoints the level above. */
function canHold(codes: readonly Code[], holder: Code, code: Code): boolean {
  if (holder.family !== code.family) return false
  for (let up: Code | undefined = holder; up !== undefined;) {
    if (up.id === code.id) return false
    const { parent }: Code = up
    up = codes.find(({ id }) => id === parent)
  }
  if (code.level === null || holder.level === null) return code.level === holder.level
  return LEVELS.indexOf(code.level) === LEVELS.indexOf(holder.level) + 1
}
