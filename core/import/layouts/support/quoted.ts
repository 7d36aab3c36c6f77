/** Tells the people of a dialogue that a speaker quotes from the people of the talk. */
import type { Opening } from './decide.ts'
import type { Line } from './lines.ts'
import type { Script } from './script.ts'

/**
 * True when every use of a label stands in a quoted dialogue: directly below a line that ends in a colon
 * (`It went like this:`), or below another line of the same dialogue.
 */
export function isQuoted(key: string, openings: Opening[], script: Script): boolean {
  const opened = new Map(openings.map(({ line, head }) => [line.index, head.key]))
  const uses = openings.filter(({ head }) => head.key === key)
  return uses.length > 0 && uses.every(({ line }) => isIntroduced(line, opened, script))
}

/** No dialogue that someone quotes has more lines. */
const LONGEST = 8

function isIntroduced(line: Line, opened: Map<number, string>, script: Script): boolean {
  for (let at = line.index - 1; at >= 0 && line.index - at <= LONGEST; at--) {
    const above = script.lines[at]
    if (!above) return false
    if (/[:：]$/.test(script.text(above)) && script.text(above).length > 12) return true
    if (!opened.has(at)) return false
  }
  return false
}
