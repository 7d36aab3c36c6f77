/** Tells the people of a dialogue that a speaker quotes from the people of the talk. */
import type { Opening } from './heads.ts'
import type { Line } from './lines.ts'
import type { Script } from './script.ts'

/**
 * Those of `keys` that stand in quoted dialogues only: each use directly below a line that ends in a colon
 * (`It went like this:`), or below another line of the same dialogue.
 */
export function quotedLabels(keys: string[], openings: Opening[], script: Script): string[] {
  if (keys.length === 0) return []
  const wanted = new Set(keys)
  const opened = new Set(openings.map(({ line }) => line.index))
  const said = new Set<string>()
  for (const { line, head } of openings)
    if (wanted.has(head.key) && !isIntroduced(line, opened, script)) said.add(head.key)
  return keys.filter((key) => !said.has(key))
}

/** No dialogue that someone quotes has more lines. */
const LONGEST = 8
/** A line that introduces one has more words than a label. */
const INTRODUCES = /^.{12,}[:：]$/su

function isIntroduced(line: Line, opened: Set<number>, script: Script): boolean {
  for (let at = line.index - 1; at >= 0 && line.index - at <= LONGEST; at--) {
    const above = script.lines[at]
    if (!above) return false
    if (INTRODUCES.test(script.text(above))) return true
    if (!opened.has(at)) return false
  }
  return false
}
