/** Figures as people read them, in UK English: a minus sign, not a hyphen. */
export { percent } from '../../core/text/percent.ts'

const formats = [0, 1, 2].map(
  (digits) =>
    new Intl.NumberFormat('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits }),
)

/** With 0 to 2 decimals. */
export function number(value: number, digits = 0): string {
  // Adding 0 turns −0, which would print with its sign, into 0.
  return (formats[digits]?.format(Number(value.toFixed(digits)) + 0) ?? '').replace('-', '−')
}

/** A day or a moment, as in 12 Mar 2026. */
export const day = (date: string): string =>
  new Date(date).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })

/** Who wrote something and when, for the help under a field. */
export function writtenBy(coder: string | null, changed: string | null): string {
  if (coder === null || changed === null) return 'Saved when you leave the field.'
  return `Written by ${coder}, ${day(changed)}. Saved when you leave the field.`
}
