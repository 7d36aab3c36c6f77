/** A ref for what should have the focus when a dialog opens. */
export const focusFirst = (element: HTMLElement | null): void => element?.focus()

/** Long enough for what was asked for to come from the core on a slow machine. In milliseconds. */
const LONGEST_WAIT_MS = 1500

/**
 * Focuses what `find` finds as soon as it is on the page, and once more where it is drawn anew while the page settles. A person
 * who has gone elsewhere meanwhile stays there.
 */
export function focusWhenThere(find: () => HTMLElement | null): void {
  const from = document.activeElement
  const until = performance.now() + LONGEST_WAIT_MS
  let focused: HTMLElement | null = null
  const look = () => {
    const active = document.activeElement
    const isLost = active === document.body && focused?.isConnected !== true
    if (!isLost && active !== (focused ?? from)) return
    const found = find()
    if (found !== null && found !== active) {
      found.focus()
      if (document.activeElement === found) focused = found
    }
    if (performance.now() < until) requestAnimationFrame(look)
  }
  // One frame for the pane to show, and one for what was chosen to be drawn in it.
  requestAnimationFrame(() => requestAnimationFrame(look))
}
