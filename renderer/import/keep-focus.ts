/** Keeps a keyboard going: what had the focus may go away with what it did. */

const CONTROLS = ':is(button, input, textarea, a[href]):not([disabled])'

/** Focuses the first control inside the first of these places that has one, if the focus was lost. */
export function keepFocus(...places: readonly string[]): void {
  const find = () => {
    const active = document.activeElement
    if (active !== null && active !== document.body && !active.matches('[disabled]')) return
    for (const place of places) {
      const control = document.querySelector<HTMLElement>(`${place} ${CONTROLS}`)
      if (control === null) continue
      control.focus()
      return
    }
  }
  // A frame for the page to change, and one for a closing menu to hand the focus back.
  requestAnimationFrame(() => requestAnimationFrame(find))
}
