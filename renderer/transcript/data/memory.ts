/** What the reader remembers of a project on this machine: places, recent and quick codes. The study itself is in the file. */
import type { Code } from '../../../core/contract/codebook.ts'
import type { Input } from '../../../core/contract/index.ts'
import { stored, type Stored } from '../../ui/stored.ts'

type CodeId = Code['id']
export type CodeUse = Input<'codings.add'>['codes'][number]

export interface Memory {
  /** The latest first. */
  recent: readonly CodeId[]
  /** What the last passage was coded with, for coding another the same way. */
  last: readonly CodeUse[]
  /** Quick codes 1–9; null where none was chosen. */
  quick: readonly (CodeId | null)[]
  /** Where each transcript was left, as an offset. */
  places: Readonly<Record<string, number>>
  /** The transcript read last. */
  document: number | null
}

const MOST_RECENT = 12
const QUICK_CODES = 9
const EMPTY: Memory = { recent: [], last: [], quick: [], places: {}, document: null }

const memories = new Map<string, Stored<Memory>>()

/** `project` tells projects apart on this machine. */
export function memoryOf(project: string): Stored<Memory> {
  const known = memories.get(project)
  if (known !== undefined) return known
  const memory = stored<Memory>(`reader.${project}`, (kept) =>
    typeof kept === 'object' && kept !== null ? { ...EMPTY, ...kept } : EMPTY,
  )
  memories.set(project, memory)
  return memory
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
