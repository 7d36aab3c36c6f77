/** SVG put together from elements, with every value escaped and numbers written the same way each time. */

export type Attributes = Record<string, string | number | undefined>

/** Markup that is already escaped. Made only by `element` and `text`. */
export interface Markup {
  readonly markup: string
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text for XML or HTML; control characters, which XML cannot hold, are dropped. */
export const escapeXml = (value: string): string =>
  value
    .replaceAll(/[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character)

/** Two decimals at most: the same bytes on every machine. */
const written = (value: string | number): string =>
  typeof value === 'number' ? String(Math.round(value * 100) / 100) : escapeXml(value)

export function element(name: string, attributes: Attributes, ...children: readonly Markup[]): Markup {
  const listed = Object.entries(attributes)
    .flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${written(value)}"`]))
    .join('')
  const inside = children.map(({ markup }) => markup).join('')
  return { markup: inside === '' ? `<${name}${listed}/>` : `<${name}${listed}>${inside}</${name}>` }
}

export const text = (value: string): Markup => ({ markup: escapeXml(value) })

/** The share of the font's size that a character takes on average; capitals and digits are wider. */
const widthOf = (character: string): number =>
  /[il.,:;'’|!() ]/u.test(character) ? 0.36 : /[A-Z0-9mwMW%]/u.test(character) ? 0.72 : 0.6

/** As wide as a line gets in the widest usual sans font, so that nothing is cut off where the font differs. */
export const estimateWidth = (value: string, size: number): number =>
  [...value].reduce((sum, character) => sum + widthOf(character), 0) * size

/** Lines no wider than `width`; a word that is wider stands alone, and a no-break space holds two together. */
export function wrap(value: string, width: number, size: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of value.split(/[^\S\u00A0]+/u).filter((part) => part !== '')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && estimateWidth(longer, size) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return line === '' ? lines : [...lines, line]
}
