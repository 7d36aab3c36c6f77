/** Words typed into turns and not saved yet: kept while other turns and other rooms are looked at, in this window only. */
import type { Span } from '../../core/text/spans.ts'
import { createStore, useStore } from '../ui/store.ts'
import { tidy } from './foresee.ts'

interface Draft {
  /** The words it began from; it is dropped when these change under it. */
  base: string
  text: string
  /** What was sent to be saved: the draft goes on from it once it stands there. */
  sent?: string | undefined
}

export type Drafts = ReadonlyMap<number, Draft>

const NONE: Drafts = new Map()
const kept = createStore<ReadonlyMap<number, Drafts>>(new Map())

/** The drafts of a transcript, by turn. */
export const draftsOf = (document: number): Drafts => kept.get().get(document) ?? NONE

/** Keeps a draft; null lets it go. */
export function keepDraft(document: number, turn: number, draft: Draft | null): void {
  const drafts = new Map(draftsOf(document))
  if (draft === null || (draft.text === draft.base && draft.sent === undefined)) drafts.delete(turn)
  else drafts.set(turn, draft)
  kept.set(new Map([...kept.get(), [document, drafts]]))
}

export const useDrafts = (document: number): Drafts => useStore(kept, () => draftsOf(document))

/** What is typed from now on goes on from the words sent, also where another turn or room is looked at before they stand. */
export function markSent(document: number, turn: number, sent: string): void {
  const draft = draftsOf(document).get(turn)
  if (draft !== undefined) keepDraft(document, turn, { ...draft, sent })
}

/** Whether the draft began from these words, or sent them. */
export const isOf = (draft: Draft, words: string): boolean => draft.base === words || draft.sent === words

interface Turns<T> {
  text: string
  turns: readonly T[]
}

/** Turns that hold words typed and not saved, in order. A draft whose words were changed under it is none any more. */
export function unsaved<T extends Span & { id: number }>({ text, turns }: Turns<T>, drafts: Drafts): T[] {
  return turns.filter(({ id, start, end }) => {
    const words = text.slice(start, end)
    const draft = drafts.get(id)
    return draft !== undefined && isOf(draft, words) && tidy(draft.text) !== words
  })
}

/** Lets go of what is saved by now; what was typed after it goes on from there. */
export function settleSent({
  document,
  text,
  turns,
}: Turns<Span & { id: number }> & { document: number }): void {
  for (const { id, start, end } of turns) {
    const draft = draftsOf(document).get(id)
    const words = text.slice(start, end)
    if (draft?.sent === words) keepDraft(document, id, { base: words, text: draft.text })
  }
}
