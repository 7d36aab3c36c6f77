/** Tells from the words of printed lines where a turn opens, so that it is not joined to the line above. */

/** What a document opens its turns with. */
export interface Openings {
  /** Openings with their mark that begin several lines. */
  marked: Set<string>
  /** Short lines that come back, whatever their numbers: names above what is said. */
  names: Set<string>
}

/** A line that opens a turn looks like this whatever else is on its page. */
const ALWAYS = [
  /^(?:(?:van|von|de|der|den|di|da|la|al|bin|ap) )*[\p{Lu}\p{Lo}?][\p{L}\p{M}\p{N} .'’&()[\]/#?_-]{0,38}[:：](?:\s|$)/u,
  /^(?:[QA]\d{0,3}\.\s|[[(]?\d{1,2}:\d{2}|#\d{2}:)/,
  /^\p{Lu}[^:?!]{1,40}\s[[(]\d{1,2}:\d{2}(?::\d{2})?[\])](?:\s|:|$)/u,
]
/** Less certain: a label with any mark (`<P1> `, `Rosa – `, `Int. `, `F?:`, `S2 00:12 `). */
const MARKED =
  /^(?:\d{1,4}(?:\.\d{1,3}){0,2}[.)]?\s)?(?:[[<({][^\]<>(){}]{1,30}[\]>)}]:?(?=\s|$)|\*?[\p{L}\d?][^:：.–—]{0,38}?(?:[:：;]|(?:\.?(?:\s-|[-–—]|\s[–—])|\.|\s\d{1,2}:\d{2}(?::\d{2})?)(?=\s|$)))/u
const NAME = /^[\p{Lu}\p{Lo}][^:：.?!…,;]{1,38}$/u
const NAME_AND_TIME = /^\[?[\p{Lu}+][^:?!]{1,50}:?\s[[(]?(?:\d{1,2}:)?\d{1,2}:\d{2}(?:\.\d+)?[\])]?:?$/u
const TIME_AND_NAME =
  /^[[(]?(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d+)?[\])]?(?:\s*[-–—])?(?:\s(?:\p{Lu}[\p{L}\p{M}.'’-]*|\d+|\([^()]*\))){1,5}$/u
/** A colon tells more than other marks. */
const often = (mark: string) => (/[:：]$/.test(mark) ? 2 : 3)

export function findOpenings(lines: string[]): Openings {
  const recurring = (of: (line: string) => string | undefined) => {
    const uses = new Map<string, number>()
    for (const line of lines) {
      const found = of(line)
      if (found !== undefined) uses.set(found, (uses.get(found) ?? 0) + 1)
    }
    return new Set([...uses].filter(([found, times]) => times >= often(found)).map(([found]) => found))
  }
  return {
    marked: recurring(markOf),
    names: recurring((line) => (NAME.test(line) ? anyNumber(line) : undefined)),
  }
}

/** The opening of a line with its mark, a semicolon as a colon; all numbers are one. */
function markOf(line: string): string | undefined {
  const mark = MARKED.exec(line)?.[0]
  return mark === undefined ? undefined : anyNumber(mark).toLowerCase().replace(/;$/, ':')
}

const anyNumber = (text: string) => text.replaceAll(/\d+/g, '#')

export function opensTurn(line: string, openings: Openings): boolean {
  if (ALWAYS.some((opening) => opening.test(line)) || standsAlone(line, openings)) return true
  const mark = markOf(line)
  return mark !== undefined && openings.marked.has(mark)
}

/** A name on a line of its own, alone or with a time: what is said stands below. */
export function standsAlone(line: string, { names }: Openings): boolean {
  return names.has(anyNumber(line)) || NAME_AND_TIME.test(line) || TIME_AND_NAME.test(line)
}
