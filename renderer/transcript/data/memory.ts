/** What the reader remembers for a coder: recent and quick codes, the transcript read last, what is shown. Kept in the study. */
import type { Code } from '../../../core/contract/codebook.ts'
import type { Input } from '../../../core/contract/index.ts'
import type { Stored } from '../../ui/stored.ts'
import { SHOW_ALL, type Filter } from './filter.ts'

type CodeId = Code['id']
export type CodeUse = Input<'codings.add'>['codes'][number]

export interface Memory {
  /** The latest first. */
  recent: readonly CodeId[]
  /** What the last passage was coded with, for coding another the same way. */
  last: readonly CodeUse[]
  /** Quick codes 1–9; null where none was chosen. */
  quick: readonly (CodeId | null)[]
  /** The transcript read last. */
  document: number | null
  filter: Filter
}

const MOST_RECENT = 12
const QUICK_CODES = 9
const EMPTY: Memory = { recent: [], last: [], quick: [], document: null, filter: SHOW_ALL }

/** `kept` is what was kept last, if anything was; `keep` is given each new value as text. */
export function createMemory(kept: string | null, keep: (value: string) => void): Stored<Memory> {
  const listeners = new Set<() => void>()
  let value = readMemory(kept)
  return {
    get: () => value,
    set(next) {
      value = next
      keep(JSON.stringify(next))
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** An older or damaged text cannot break the page: what it lacks is as at the beginning. */
function readMemory(kept: string | null): Memory {
  try {
    return { ...EMPTY, ...(JSON.parse(kept ?? '{}') as Partial<Memory>) }
  } catch {
    return EMPTY
  }
}

export const remember = (memory: Stored<Memory>, next: Partial<Memory>): void =>
  memory.set({ ...memory.get(), ...next })

/** The codes just used come first, each once. */
export const withRecent = (recent: readonly CodeId[], used: readonly CodeId[]): CodeId[] =>
  [...new Set([...used, ...recent])].slice(0, MOST_RECENT)

export const withQuick = (quick: Memory['quick'], at: number, code: CodeId): (CodeId | null)[] =>
  Array.from({ length: QUICK_CODES }, (_, slot) =>
    slot === at ? code : quick[slot] === code ? null : (quick[slot] ?? null),
  )
