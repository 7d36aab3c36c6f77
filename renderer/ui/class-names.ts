/** Joins the class names that apply: `classNames('w-button', isBusy && 'w-busy', className)`. */
export const classNames = (...names: readonly (string | false | null | undefined)[]): string =>
  names.filter(Boolean).join(' ')
