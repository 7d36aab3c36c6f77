/** Which rows of the tree there are, and which are open. A filter opens everything it finds. */
import { useDeferredValue, useEffect, useMemo, useRef, useState, type RefObject } from 'react'
import type { Code } from '../../core/contract/codebook.ts'
import {
  above,
  buildTree,
  familiesInOrder,
  holders,
  isNarrowed,
  NO_FILTER,
  type CodebookNode,
  type NodeKey,
  type TreeFilter,
} from './tree.ts'
import type { Codebook } from './use-codebook.ts'

export interface Rows {
  nodes: readonly CodebookNode[]
  /** Without the filter. */
  all: readonly CodebookNode[]
  filter: TreeFilter
  setFilter: (filter: TreeFilter) => void
  expanded: ReadonlySet<NodeKey>
  setExpanded: (expanded: ReadonlySet<NodeKey>) => void
}

export function useRows({ codes, byId }: Pick<Codebook, 'codes' | 'byId'>, chosen: Code | undefined): Rows {
  const [filter, setFilter] = useState(NO_FILTER)
  const [opened, setOpened] = useState<ReadonlySet<NodeKey>>(new Set(familiesInOrder([])))
  const [revealed, setRevealed] = useState('')
  const wanted = useDeferredValue(filter)
  const all = useMemo(() => buildTree(codes, NO_FILTER), [codes])
  const nodes = useMemo(() => buildTree(codes, wanted), [codes, wanted])
  const found = useMemo(() => (isNarrowed(wanted) ? new Set(holders(nodes)) : null), [nodes, wanted])
  // Opens what holds a code when another is chosen or it stands elsewhere; a person may fold it again.
  const path = chosen === undefined ? [] : above(byId, chosen)
  const place = [chosen?.id, ...path].join('/')
  if (place !== revealed) {
    setRevealed(place)
    setOpened((before) => new Set([...before, ...path]))
  }
  return {
    nodes,
    all,
    filter,
    setFilter,
    expanded: found ?? opened,
    setExpanded: (expanded) => found === null && setOpened(expanded),
  }
}

/** Brings the chosen row into view once it is there: a link may lead to a row far down. */
export function useReveal(frame: RefObject<HTMLElement | null>, chosen: NodeKey | null): void {
  const shown = useRef<NodeKey | null>(null)
  useEffect(() => {
    if (chosen === null || chosen === shown.current) return
    const row = rowOf(frame.current, chosen)
    if (row === null) return
    shown.current = chosen
    row.scrollIntoView({ block: 'nearest' })
  })
}

export const rowOf = (frame: HTMLElement | null, key: NodeKey): HTMLElement | null =>
  frame?.querySelector<HTMLElement>(`.codebook-tree [data-key="${key}"]`) ?? null
