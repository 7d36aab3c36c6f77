/** Words typed into turns and not saved yet: kept while other turns and other rooms are looked at, in this window only. */
import { createStore, useStore } from '../ui/store.ts'

interface Draft {
  /** The words it began from; it is dropped when these change under it. */
  base: string
  text: string
}

export type Drafts = ReadonlyMap<number, Draft>

const NONE: Drafts = new Map()
const kept = createStore<ReadonlyMap<number, Drafts>>(new Map())

/** The drafts of a transcript, by turn. */
export const draftsOf = (document: number): Drafts => kept.get().get(document) ?? NONE

/** Keeps a draft; null lets it go. */
export function keepDraft(document: number, turn: number, draft: Draft | null): void {
  const drafts = new Map(draftsOf(document))
  if (draft === null || draft.text === draft.base) drafts.delete(turn)
  else drafts.set(turn, draft)
  kept.set(new Map([...kept.get(), [document, drafts]]))
}

export const useDrafts = (document: number): Drafts => useStore(kept, () => draftsOf(document))

/** Turns whose words as they stand are those a draft began from, in order; the others have none any more. */
export function unsaved<T extends { id: number; start: number; end: number }>(
  { text, turns }: { text: string; turns: readonly T[] },
  drafts: Drafts,
): T[] {
  return turns.filter(({ id, start, end }) => drafts.get(id)?.base === text.slice(start, end))
}
