/** The codebook as the room works on it: codes, what was coded under older definitions, and every change. */
import { useMemo } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { Code } from '../../core/contract/codebook.ts'
import type { Family } from '../../core/contract/common.ts'
import type { Input, Output } from '../../core/contract/index.ts'
import { useCodes } from '../evidence/use-codes.ts'
import { useAsk, useDo } from '../data.ts'
import { dropMove, moveFamily, stepMove, withMove, type DropPlace, type Move, type Way } from './moves.ts'
import type { NodeKey } from './tree.ts'

/** Changes what a code says of itself. */
export type ChangeCode = (fields: Omit<Input<'codebook.change'>, 'code'>) => void

export interface Codebook {
  codes: readonly Code[]
  byId: ReadonlyMap<number, Code>
  /** Codings under an older definition, by code. */
  older: ReadonlyMap<number, number>
  /** One step; false where there is no further to go. */
  step: (key: NodeKey, way: Way) => (() => void) | false
  canDrop: (dragged: readonly NodeKey[], place: DropPlace) => boolean
  drop: (dragged: readonly NodeKey[], place: DropPlace) => void
}

/** Where the page keeps the answer. */
const LIST = ['codebook.list', {}] as const

export function useCodebook(): Codebook {
  const { inOrder: codes, byId } = useCodes()
  const stale = useAsk('codebook.stale', { limit: 1 }).data?.codes
  const older = useMemo(
    () => new Map((stale ?? []).map(({ code, codings }) => [code as number, codings])),
    [stale],
  )
  const client = useQueryClient()
  const move = useDo('codebook.move')
  const order = useDo('codebook.orderFamilies')

  const reorder = (families: Family[] | null) => families !== null && (() => order.mutate({ families }))
  const relocate = (to: Move | null) =>
    to !== null &&
    (() => {
      void client.cancelQueries({ queryKey: LIST })
      client.setQueryData<Output<'codebook.list'>>(LIST, { codes: withMove(codes, to) })
      move.mutate(to, { onError: () => void client.invalidateQueries({ queryKey: LIST }) })
    })
  const dropped = (dragged: readonly NodeKey[], place: DropPlace) => {
    const [first] = dragged
    if (typeof first === 'string') {
      const { key, position } = place
      const fits = dragged.length === 1 && typeof key === 'string' && position !== 'on'
      return reorder(fits ? moveFamily(codes, first, { key, position }) : null)
    }
    const moved = codesOf(byId, dragged)
    return relocate(moved.length === dragged.length ? dropMove(codes, moved, place) : null)
  }
  return {
    codes,
    byId,
    older,
    step: (key, way) => {
      if (typeof key === 'string') return reorder(moveFamily(codes, key, way))
      const code = byId.get(key)
      return relocate(code === undefined ? null : stepMove(codes, code, way))
    },
    canDrop: (dragged, place) => dropped(dragged, place) !== false,
    drop: (dragged, place) => {
      const run = dropped(dragged, place)
      if (run !== false) run()
    },
  }
}

/** The codes among some rows, in the order of the codebook. */
export function codesOf(byId: ReadonlyMap<number, Code>, keys: Iterable<NodeKey>): Code[] {
  const wanted = new Set<NodeKey>(keys)
  return [...byId.values()].filter(({ id }) => wanted.has(id))
}
