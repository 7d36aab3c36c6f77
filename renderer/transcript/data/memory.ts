/** What the reader remembers for a coder: recent and quick codes, the transcript read last, what is shown. Kept in the study. */
import { z } from 'zod'
import { CodeUse as Use } from '../../../core/contract/codings.ts'
import { CodeId, DocumentId } from '../../../core/contract/common.ts'
import { createStore, type Store } from '../../ui/store.ts'
import { Filter, SHOW_ALL } from './filter.ts'

/** What an older or damaged text lacks is as at the beginning: it cannot break the page. */
const Memory = z.object({
  /** The latest first. */
  recent: z.array(CodeId).readonly().catch([]),
  /** What the last passage was coded with, for coding another the same way. */
  last: z.array(Use).readonly().catch([]),
  /** Quick codes 1–9; null where none was chosen. */
  quick: z.array(CodeId.nullable()).readonly().catch([]),
  /** The transcript read last. */
  document: DocumentId.nullable().catch(null),
  filter: Filter.catch(SHOW_ALL),
})
export type Memory = z.infer<typeof Memory>
export type CodeUse = Memory['last'][number]

const MOST_RECENT = 12
const QUICK_CODES = 9

/** `kept` is what was kept last, if anything was; `keep` is given each new value as text. */
export function createMemory(kept: string | null, keep: (value: string) => void): Store<Memory> {
  const store = createStore(readMemory(kept))
  return {
    ...store,
    set(next) {
      keep(JSON.stringify(next))
      store.set(next)
    },
  }
}

function readMemory(kept: string | null): Memory {
  try {
    return Memory.parse(JSON.parse(kept ?? '{}'))
  } catch {
    return Memory.parse({})
  }
}

export const remember = (memory: Store<Memory>, next: Partial<Memory>): void =>
  memory.set({ ...memory.get(), ...next })

/** The codes just used come first, each once. */
export const withRecent = (recent: Memory['recent'], used: Memory['recent']): Memory['recent'] =>
  [...new Set([...used, ...recent])].slice(0, MOST_RECENT)

export const withQuick = (
  quick: Memory['quick'],
  at: number,
  code: Memory['recent'][number],
): Memory['quick'] =>
  Array.from({ length: QUICK_CODES }, (_, slot) =>
    slot === at ? code : quick[slot] === code ? null : (quick[slot] ?? null),
  )
