/** Tells list labels that say something ("I:", "3.") from bullets, which only decorate. */

/** Word's hollow and square bullets are these characters in a symbol font. */
const BULLET_LETTERS = /^[o§·ü\uf000-\uf0ff]$/u

/** The label with the space that follows it; '' for a bullet. */
export function listLabel(shown: string, separator = ' '): string {
  const label = shown.trim()
  return /[\p{L}\p{N}]/u.test(label) && !BULLET_LETTERS.test(label) ? label + separator : ''
}
