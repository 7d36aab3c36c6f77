/** What one reader is doing: where the caret is, what is selected, pinned, pointed at. Small enough to read whole. */
import type { Code } from '../../core/contract/codebook.ts'
import type { Family } from '../../core/contract/common.ts'
import { caretAt, selectionOf, type Selection } from '../../core/text/selection.ts'
import type { Span } from '../../core/text/spans.ts'
import { createStore, type Readable } from '../ui/store.ts'
import type { PassageId } from './data/passages.ts'

/** The palette is open at one family's codes, or at all of them. */
export interface PaletteAsk {
  family: Family | null
  /** What is done with the code that is chosen; left out, the words are coded with it. */
  use?: (code: Code['id']) => void
}

export interface ReaderState {
  selection: Selection
  /** The passage the next command acts on; its words are the selection. */
  pinned: PassageId | null
  /** Passages under the pointer, the shortest first, and where the pointer is. */
  hovered: { passages: readonly PassageId[]; x: number; y: number } | null
  palette: PaletteAsk | null
  /** Whether a memo on the selection is being written. */
  isWriting: boolean
  /** What is on the screen, as offsets; null before it is known. */
  visible: Span | null
  /** Another object each time text has been drawn anew: what stands on its elements is then out of date. */
  drawn: object | null
  /** Said to screen readers after a move at the keyboard. */
  voice: string
  /** The last place asked to be brought into view; a new object each time. */
  reveal: { offset: number; where: 'nearest' | 'centre' | 'top' } | null
}

export interface ReaderStore extends Readable<ReaderState> {
  /** Names this reader in the page. */
  id: string
  set: (next: Partial<ReaderState>) => void
  /** Says that text has been drawn anew: once for all that is drawn together. */
  redrawn: () => void
}

export function createReader(id: string, offset = 0): ReaderStore {
  const store = createStore<ReaderState>({
    selection: caretAt(offset),
    pinned: null,
    hovered: null,
    palette: null,
    isWriting: false,
    visible: null,
    drawn: null,
    voice: '',
    reveal: offset > 0 ? { offset, where: 'top' } : null,
  })
  const set = (next: Partial<ReaderState>) => store.set({ ...store.get(), ...next })
  let isToBeSaid = false
  return {
    ...store,
    id,
    set,
    redrawn() {
      if (isToBeSaid) return
      isToBeSaid = true
      queueMicrotask(() => {
        isToBeSaid = false
        set({ drawn: {} })
      })
    },
  }
}

/** Moves the caret or selects; a pinned passage is let go. */
export const select = (reader: ReaderStore, selection: Selection): void =>
  reader.set({ selection, pinned: null, hovered: null })

/** The same from the keyboard: the moving end is brought into view, and what it moved over is said. */
export const selectInView = (reader: ReaderStore, selection: Selection, voice = ''): void =>
  reader.set({ selection, pinned: null, voice, reveal: { offset: selection.focus, where: 'nearest' } })

/** What the next command acts on. */
export type Chosen = Pick<ReaderState, 'selection' | 'pinned'>

export const asPinned = ({ id, start, end }: Span & { id: PassageId }): Chosen => ({
  selection: selectionOf({ start, end }),
  pinned: id,
})

export const pin = (reader: ReaderStore, passage: Span & { id: PassageId }): void =>
  reader.set({ ...asPinned(passage), hovered: null })

/** Pins a passage and brings it to the middle of the page. */
export const jumpTo = (reader: ReaderStore, passage: Span & { id: PassageId }): void => {
  pin(reader, passage)
  reader.set({ reveal: { offset: passage.start, where: 'centre' } })
}
