/** The status line: one sentence about what just happened, with a way to take it back. Never a toast. */

export interface Announcement {
  sentence: string
  /** A button after the sentence, as in "Undo" or "Show". */
  action?: { label: string; run: () => void }
  /** An error is said at once and stays until something else happens. */
  isError?: boolean
}

let current: Announcement | null = null
const listeners = new Set<() => void>()

/** Says a sentence in the status bar and to screen readers. */
export function announce(sentence: string, more: Omit<Announcement, 'sentence'> = {}): void {
  current = { sentence, ...more }
  for (const listener of listeners) listener()
}

export const currentAnnouncement = (): Announcement | null => current

export function onAnnounce(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
