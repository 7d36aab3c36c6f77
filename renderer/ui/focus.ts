/** A ref for what should have the focus when a dialog opens. */
export const focusFirst = (element: HTMLElement | null): void => element?.focus()
