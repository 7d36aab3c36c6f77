/** Tells how something was said (`P (laughing):`) from what belongs to a name (`Sarah (Housing Officer):`). */
import type { Head, Opening } from './heads.ts'

/** Words that tell of a manner, a sound or somebody addressed. */
const MANNER =
  /^\W*(?:\p{L}+(?:ing|ly)|to|at|laughs?|laughter|sighs?|coughs?|pauses?|cries|whispers?|interrupts?|overlaps?|cont(?:inued|’d|'d)?|off|inaudible|unclear|on (?:the )?phone)\b/iu

/** Puts the plain label where the brackets behind it tell how something was said. */
export function settleDirections(openings: Opening[]): void {
  if (!openings.some(({ head }) => head.direction)) return
  const uses = new Map<string, number>()
  for (const { head } of openings) uses.set(head.key, (uses.get(head.key) ?? 0) + 1)
  for (const opening of openings) {
    const { head, line } = opening
    const { direction } = head
    if (!direction || direction.key === head.key) continue
    const plain = uses.get(direction.key) ?? 0
    const tells = MANNER.test(line.text.slice(direction.from, direction.to))
    const once = uses.get(head.key) === 1 && plain >= 3
    if (plain > 0 && (tells || once)) opening.head = { ...head, label: direction.label, key: direction.key }
  }
}

/** The brackets behind a label that tell how something was said: they are part of what is heard. */
export function directionOf({ key, direction }: Head): { from: number; to: number } | undefined {
  return direction?.key === key ? direction : undefined
}
