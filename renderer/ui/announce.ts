/** The status line: one sentence about what just happened, with a way to take it back. Never a toast. */
import { createStore } from './store.ts'

export interface Announcement {
  sentence: string
  /** A button after the sentence, as in "Undo" or "Show". */
  action?: { label: string; run: () => void }
  /** An error is said at once and stays until something else happens. */
  isError?: boolean
}

/** What was said last. */
export const announced = createStore<Announcement | null>(null)

/** Says a sentence in the status bar and to screen readers. */
export function announce(sentence: string, more: Omit<Announcement, 'sentence'> = {}): void {
  announced.set({ sentence, ...more })
}

/** Adds a sentence to what was said last; its way back stays. */
export function announceAlso(sentence: string): void {
  const last = announced.get()
  announced.set(last === null ? { sentence } : { ...last, sentence: `${last.sentence}. ${sentence}` })
}
