/** List labels: those that say something ("I:", "3.") told from bullets, and numbers in their formats. */

/** Word's hollow and square bullets are these characters in a symbol font. */
const BULLET_LETTERS = /^[o§·ü\uf000-\uf0ff]$/u

/** The label with the space that follows it; '' for a bullet. */
export function listLabel(shown: string, separator = ' '): string {
  const label = shown.trim()
  return /[\p{L}\p{N}]/u.test(label) && !BULLET_LETTERS.test(label) ? label + separator : ''
}

/** A list number in the format Word calls `lowerLetter`, `upperRoman`, … ; other formats become digits. */
export function formatNumber(value: number, format: string): string {
  if (value < 1 || value > 100_000) return String(value)
  if (format === 'lowerLetter') return letters(value)
  if (format === 'upperLetter') return letters(value).toUpperCase()
  if (format === 'lowerRoman') return roman(value)
  if (format === 'upperRoman') return roman(value).toUpperCase()
  if (format === 'decimalZero') return String(value).padStart(2, '0')
  return String(value)
}

/** a … z, aa, bb, … as Word counts. */
function letters(value: number): string {
  const letter = String.fromCodePoint(97 + ((value - 1) % 26))
  return letter.repeat(Math.min(Math.ceil(value / 26), 50))
}

function roman(value: number): string {
  const digits: [number, string][] = [
    [1000, 'm'],
    [900, 'cm'],
    [500, 'd'],
    [400, 'cd'],
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ]
  let text = ''
  for (const [worth, digit] of digits) {
    text += digit.repeat(Math.floor(value / worth))
    value %= worth
  }
  return text
}
