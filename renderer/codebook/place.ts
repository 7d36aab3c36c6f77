/** Which row of the codebook is chosen, in the address: `codebook/CMP3.1`, `codebook/12`, `codebook/family/emotion`. */
import type { Code } from '../../core/contract/codebook.ts'
import { Family } from '../../core/contract/common.ts'
import type { Route, RouteParts } from '../app/routes.ts'
import type { NodeKey } from './tree.ts'

const FAMILY = 'family'

/** By short id first: a short id may be a number. Null for the whole codebook, or a code that is gone. */
export function chosenIn(
  { path: [first, second] }: Pick<Route, 'path'>,
  codes: readonly Code[],
): NodeKey | null {
  if (first === undefined) return null
  if (first === FAMILY && second !== undefined) return Family.safeParse(second).data ?? null
  const code =
    codes.find(({ code }) => code.toLowerCase() === first.toLowerCase()) ??
    codes.find(({ id }) => String(id) === first)
  return code?.id ?? null
}

export const placeOf = (key: NodeKey): RouteParts => ({
  room: 'codebook',
  path: typeof key === 'string' ? [FAMILY, key] : [String(key)],
})
