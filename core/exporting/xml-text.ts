/** Text as XML 1.0 can hold it. */

/** Characters that XML cannot hold even escaped, halves of surrogate pairs among them. */
const unspeakable = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // Unescaped, a reader turns these into spaces inside attributes, and a carriage return into a newline anywhere.
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}
const escaped = (character: string) => ENTITIES[character] ?? ''

export const speakable = (text: string): string => text.replaceAll(unspeakable, '')
export const inAttribute = (text: string): string => speakable(text).replaceAll(/[&<>"\t\n\r]/g, escaped)
export const inText = (text: string): string => speakable(text).replaceAll(/[&<>\r]/g, escaped)
