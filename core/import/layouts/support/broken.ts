/** Puts labels together again that a narrow page broke over lines. */
import { type Opening, renamed } from './heads.ts'
import { labelKey } from './labels.ts'
import type { Line } from './lines.ts'
import type { Script } from './script.ts'

/**
 * Long names that a narrow page breaks over two or three lines (`ADV PAUL` / `PRETORIUS` / `SC:`): joined
 * when the joined label is one that is used elsewhere. Returns the lines that became part of a label.
 */
export function joinBrokenLabels(script: Script, openings: Opening[]): Set<number> {
  const known = new Set(openings.map(({ head }) => head.key))
  const absorbed = new Set<number>()
  for (const opening of openings) {
    if (!isShort(script.lines[opening.line.index - 1])) continue
    const above = capitalsAbove(script, opening.line)
    for (let taken = above.length; taken > 0; taken--) {
      const parts = above.slice(0, taken).toReversed()
      const label = [...parts.map((line) => script.text(line)), opening.head.label ?? ''].join(' ')
      if (!known.has(labelKey(label))) continue
      opening.head = renamed(opening.head, label)
      for (const line of parts) absorbed.add(line.index)
      break
    }
  }
  return absorbed
}

/** Whether a line is no longer than a part of a label. */
const isShort = (line: Line | undefined): line is Line => line !== undefined && line.to - line.from <= 40

/** Up to two lines in capitals directly above, nearest first. */
function capitalsAbove(script: Script, line: Line): Line[] {
  const found: Line[] = []
  for (let at = line.index - 1; at >= 0 && found.length < 2; at--) {
    const above = script.lines[at]
    if (!isShort(above) || above.furniture || !/^(?=.*\p{Lu})[\p{Lu} .'’-]{2,40}$/u.test(script.text(above)))
      break
    found.push(above)
  }
  return found
}
