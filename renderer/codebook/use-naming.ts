/** Naming codes in place: a new one beside or under what is chosen, or another name for it. */
import { useEffect, useRef, useState, type RefObject } from 'react'
import type { Code } from '../../core/contract/codebook.ts'
import { useDo } from '../data.ts'
import type { NameQuestion } from './NamePopover.tsx'
import type { NodeKey } from './tree.ts'
import { rowOf } from './use-rows.ts'
import { childKind, kindOf, topKind } from './words.ts'

/** The heading of the details. */
export const HEADING_ID = 'codebook-code'

export interface Naming {
  question: NameQuestion | null
  /** What holds the tree. */
  frame: RefObject<HTMLDivElement | null>
  addBeside: (key: NodeKey | null) => void
  addUnder: (code: Code) => void
  rename: (code: Code) => void
  close: () => void
}

export function useNaming(byId: ReadonlyMap<number, Code>, onMade: (key: NodeKey) => void): Naming {
  const [question, setQuestion] = useState<NameQuestion | null>(null)
  const frame = useRef<HTMLDivElement>(null)
  const add = useDo('codebook.add')
  const change = useDo('codebook.change')

  const ask = (at: NodeKey | null, next: Omit<NameQuestion, 'anchor'>) => {
    const row = at === null ? null : rowOf(frame.current, at)
    const places = [
      row,
      frame.current?.querySelector('.codebook-buttons'),
      document.getElementById(HEADING_ID),
    ]
    setQuestion({ ...next, anchor: places.find((place) => place?.checkVisibility()) ?? null })
  }
  const fresh = useRef<NodeKey | null>(null)
  const made = {
    onSuccess: ({ code }: { code: Code['id'] }) => {
      fresh.current = code
      onMade(code)
    },
  }
  // The new row takes the focus once it is there, so that the keys go on from it.
  useEffect(() => {
    const row = fresh.current === null ? null : rowOf(frame.current, fresh.current)
    if (row === null) return
    fresh.current = null
    row.focus()
  })

  const addBeside = (key: NodeKey | null) => {
    const code = typeof key === 'number' ? byId.get(key) : undefined
    const family = code?.family ?? (typeof key === 'string' ? key : 'theme')
    ask(key, {
      label: `New ${code === undefined ? topKind(family) : kindOf(code)}`,
      action: 'Add',
      onName: (name) => add.mutate({ name, family, parent: code?.parent ?? null }, made),
    })
  }
  const addUnder = (code: Code) =>
    ask(code.id, {
      label: `New ${childKind(code) ?? ''} in “${code.name}”`,
      action: 'Add',
      onName: (name) => add.mutate({ name, family: code.family, parent: code.id }, made),
    })
  const rename = (code: Code) =>
    ask(code.id, {
      label: `Name of the ${kindOf(code)}`,
      action: 'Rename',
      initial: code.name,
      onName: (name) => change.mutate({ code: code.id, name }),
    })
  return { question, frame, addBeside, addUnder, rename, close: () => setQuestion(null) }
}
