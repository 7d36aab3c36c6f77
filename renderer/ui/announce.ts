/** The status line: one sentence about what just happened, with a way to take it back. Never a toast. */

export interface Announcement {
  sentence: string
  /** A link after the sentence, as in "Undo" or "Show". */
  action?: { label: string; run: () => void }
}

type Listener = () => void

let current: Announcement | null = null
const listeners = new Set<Listener>()

/** Says a sentence in the status bar and to screen readers. */
export function announce(sentence: string, action?: Announcement['action']): void {
  current = action === undefined ? { sentence } : { sentence, action }
  for (const listener of listeners) listener()
}

export const currentAnnouncement = (): Announcement | null => current

export function onAnnounce(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
