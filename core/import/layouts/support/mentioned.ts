/** Tells a person who speaks once from a heading: people are called by their names, or spoken of. */
import type { Head, Opening } from './heads.ts'
import { isDoubtful, strength } from './labels.ts'
import type { Script } from './script.ts'

/** How many lines up and down a name is looked for. */
const NEAR = 30
/** More names than this that come once are a list. */
const MOST = 12
/** Behind these stands a place, a day or a thing. */
const PLACES = /(?:^|\s)(?:in|at|to|from|near|of|on|by|the|a|an|this|that|around|towards)\s*$/i
/** What stands before a name inside a sentence: a word, a comma, a bracket. */
const INSIDE = /(?:\p{L}|[,(])\s*$/u

/**
 * Those of the openings used once that are people, in a document in which most lines open with a speaker: their
 * name is said within a few lines (`OK, Tracy, tell me`), or all labels are set in bold, and theirs is.
 */
export function mentionedNames(once: Set<string>, openings: Opening[], script: Script): Head[] {
  if (once.size === 0 || once.size > MOST || openings.length < 0.4 * script.content.length) return []
  const isBold = ({ line }: Opening) => line.lead > line.from
  const allBold = openings.length >= 6 && openings.every(isBold)
  return openings
    .filter(({ head, slip }) => !slip && once.has(head.key) && isName(head))
    .filter((opening) => allBold || isMentioned(opening, script))
    .map(({ head }) => head)
}

/** One word with a capital. */
const isName = ({ label }: Head) =>
  label !== null && /^\p{Lu}[\p{Ll}\p{M}’'-]+$/u.test(label) && strength(label) >= 0.8 && !isDoubtful(label)

function isMentioned({ line, head }: Opening, script: Script): boolean {
  const label = head.label ?? ''
  if (head.speech >= line.to) return false
  const near = script.lines.slice(Math.max(0, line.index - NEAR), line.index + NEAR)
  return near.some((other) => isNamedIn(label, script.text(other)))
}

/** Whether a sentence holds the name of a person. */
function isNamedIn(name: string, text: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const before = text.slice(Math.max(0, at - 24), at)
    const after = text.slice(at + name.length)
    if (INSIDE.test(before) && !PLACES.test(before) && !/^[\p{L}\p{N}]|^\s*[:：]/u.test(after)) return true
  }
  return false
}
