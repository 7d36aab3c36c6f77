/** Decides for a whole document which openings are speakers (G1, G3). */
import { settleDirections } from './directions.ts'
import type { Head, Opening } from './heads.ts'
import {
  isDoubtful,
  isInitialsOf,
  isNumber,
  isUnknownVoice,
  labelKey,
  outline,
  strength,
  wordRole,
  takesPart,
} from './labels.ts'
import type { Line } from './lines.ts'
import { mentionedNames } from './mentioned.ts'
import { quotedLabels } from './quoted.ts'
import { isEvent, type Script } from './script.ts'

export interface Decision {
  /** Openings that begin a turn, in order. A head without a label continues the speaker before. */
  openings: Opening[]
  /** Number of different labels. */
  labels: number
  /** Labels that were seen too rarely to be believed. */
  possible: string[]
  confidence: number
  /** Lines that are the upper part of a broken label, by index. */
  absorbed?: Set<number>
}

interface Seen {
  label: string
  uses: number
  strength: number
}

const MAX_SPEAKERS = 400

/** Whether one label may be accepted although it is used once, judged by the labels that recur. */
function fits(seen: Seen, accepted: Map<string, Seen>): boolean {
  if (seen.strength < 0.8 || isDoubtful(seen.label)) return false
  if (isUnknownVoice(seen.label)) return accepted.size > 0
  if (seen.strength === 1 && (wordRole(seen.label) || /^(?!Q)\p{Lu}{1,4}\d{1,3}$/u.test(seen.label)))
    return accepted.size > 0 || wordRole(seen.label) !== null
  const shape = outline(seen.label)
  const alike = [...accepted.values()].filter(
    (other) => !wordRole(other.label) && outline(other.label) === shape,
  )
  // One word with a capital may be any word; it is a name where several people go by one name.
  return shape === 'Aa' ? alike.length >= 2 && accepted.size >= 3 : alike.length >= 1
}

function accept(
  seen: Map<string, Seen>,
  openings: Opening[],
  script: Script,
  trusting: boolean,
): Map<string, Seen> {
  const accepted = new Map<string, Seen>()
  let steady: boolean | undefined
  // Six names with their times: a program wrote them, and whatever else it wrote so is one.
  const named = [...seen.values()].filter(({ strength }) => strength >= 0.8)
  const written = trusting && named.reduce((sum, { uses }) => sum + uses, 0) >= 6
  for (const [key, each] of seen) {
    const named = script.front.named.has(key)
    const often = each.uses >= 3 && !isNumber(key)
    const recurs = isDoubtful(key) ? often : each.uses >= 2 && (each.strength >= 0.8 || each.uses >= 5)
    const trusted = trusting && (written || each.uses >= 2 || each.strength >= 0.8)
    if (named || recurs || trusted) accepted.set(key, each)
    else if (often && (steady ??= isSteady(seen, openings, script)))
      accepted.set(key, { ...each, strength: 0.8 })
  }
  acceptNumbers(seen, accepted)
  // More labels than people in a room: a glossary, not a talk.
  if (accepted.size > MAX_SPEAKERS) return new Map()
  const recurring = new Map(accepted)
  for (const [key, each] of seen) if (!accepted.has(key) && fits(each, recurring)) accepted.set(key, each)
  for (const [key, each] of seen)
    if (!accepted.has(key) && (isVariant(key, accepted) || isFullName(each, accepted)))
      accepted.set(key, { ...each, strength: 0.8 })
  return accepted
}

/** Whether a few openings that recur open nearly every paragraph: then they are speakers, whatever their look. */
function isSteady(seen: Map<string, Seen>, openings: Opening[], { content }: Script): boolean {
  const often = [...seen.values()].filter(({ uses }) => uses >= 3)
  // A label alone on its line opens the line below it as well.
  const covered = openings
    .filter(({ head, slip }) => !slip && (seen.get(head.key)?.uses ?? 0) >= 3)
    .reduce((sum, { head, line }) => sum + (head.speech >= line.to ? 2 : 1), 0)
  return often.length >= 2 && often.length <= 8 && covered >= 0.8 * content.length
}

/** `1: …`, `2: …`: the people of a group where someone with a name asks them; the steps of a list do not come back. */
function acceptNumbers(seen: Map<string, Seen>, accepted: Map<string, Seen>): void {
  if (accepted.size === 0) return
  const numbers = [...seen].filter(([key]) => isNumber(key))
  const back = numbers.filter(([, { uses }]) => uses >= 2).length
  if (back < 2 || back < 0.5 * numbers.length) return
  for (const [key, each] of numbers) accepted.set(key, { ...each, strength: 0.8 })
}

/** A mistyped or shortened spelling of an accepted label, or the name whose initials one is. */
function isVariant(key: string, accepted: Map<string, unknown>): boolean {
  if (key.length < 2) return false
  for (const other of accepted.keys()) {
    if (isInitialsOf(key, other) || isInitialsOf(other, key)) return true
    if (other.length < 3 || key.length < 3) continue
    const [short, long] = key.length < other.length ? [key, other] : [other, key]
    if (
      long.startsWith(`${short} `) ||
      long.includes(`(${short})`) ||
      (short.length >= 5 && isNear(short, long))
    )
      return true
  }
  return false
}

/** A name in full where a shorter one is accepted: `CLEVE MOLER` beside `MOLER`, `Kay Moss` beside `K. Moss`. */
function isFullName({ label, strength }: Seen, accepted: Map<string, unknown>): boolean {
  if (strength < 0.8 || /\p{Ll}{2}\. /u.test(label)) return false
  const [first = '', ...more] = labelKey(label).split(' ')
  const surname = more.at(-1)
  if (surname === undefined || surname.length < 3) return false
  for (const other of accepted.keys())
    if (other === surname || (other.endsWith(` ${surname}`) && other[0] === first[0])) return true
  return false
}

/** At most one letter changed, added, missing or swapped with its neighbour. */
export function isNear(short: string, long: string): boolean {
  if (long.length - short.length > 1) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at++
  const rest = (a: string, b: string) => a === b
  if (rest(short.slice(at + 1), long.slice(at + 1)) || rest(short.slice(at), long.slice(at + 1))) return true
  return (
    short[at] === long[at + 1] && short[at + 1] === long[at] && rest(short.slice(at + 2), long.slice(at + 2))
  )
}

/**
 * Judges the openings of one layout. Confidence grows with how much of the document they open, how
 * regularly speakers change and how often that was seen; labels that could be headings count less.
 * `trusting` is for forms that hardly occur by chance (a name beside a time): one use is enough there.
 */
export function decide(script: Script, openings: Opening[], trusting = false): Decision {
  settleDirections(openings)
  const seen = tally(openings)
  const accepted = accept(seen, openings, script, trusting)
  const once = new Set(
    [...seen].flatMap(([key, { uses }]) => (uses === 1 && !accepted.has(key) ? [key] : [])),
  )
  for (const { key, label } of mentionedNames(once, openings, script))
    if (label !== null) accepted.set(key, { label, uses: 1, strength: 0.8 })
  const rare = [...accepted].flatMap(([key, each]) => (isRare(key, each, script) ? [key] : []))
  for (const key of quotedLabels(rare, openings, script)) accepted.delete(key)
  // Names on lines of their own before the talk are a title page.
  const begins = openings.findIndex(
    ({ head, slip }) => !slip && (head.label === null || accepted.has(head.key)),
  )
  const believed = openings.filter(
    ({ head, slip }, at) => (head.label === null || accepted.has(head.key)) && !(slip && at < begins),
  )
  const confidence = judge(script, believed, accepted, trusting)
  const later = new Set(openings.slice(Math.max(0, begins)).map(({ head }) => head.key))
  const possible = [...seen]
    .filter(([key]) => !accepted.has(key) && later.has(key))
    .map(([, each]) => each.label)
  return { openings: believed, labels: accepted.size, possible, confidence }
}

/** How often each label is used in a proper form. */
function tally(openings: Opening[]): Map<string, Seen> {
  const seen = new Map<string, Seen>()
  for (const { head, slip } of openings) {
    if (head.label === null || slip) continue
    const known = seen.get(head.key)
    if (known) known.uses++
    else seen.set(head.key, { label: head.label, uses: 1, strength: strength(head.label) })
  }
  return seen
}

/** Whether a label may be of someone quoted: used seldom, and not stated to take part in the talk. */
const isRare = (key: string, { uses, label }: Seen, { front }: Script) =>
  uses <= 3 && !front.named.has(key) && !takesPart(label)

/** Finds the openings for a reader that asks for its lines in order. */
export function inOrder(openings: Opening[]): (line: Line) => Head | undefined {
  let next = 0
  return ({ index }) => {
    while ((openings[next]?.line.index ?? index) < index) next++
    return openings[next]?.line.index === index ? openings[next]?.head : undefined
  }
}

/** A sound, or a time on a line of its own: no paragraph that a label could open. */
const isAside = (text: string) =>
  isEvent(text) || /^\W{0,2}\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?\W{0,2}$/.test(text)

/** A question mark, the Greek one among them. */
const QUESTION = /[?？؟]|\p{Script=Greek};/u

/** Whether questions are asked at all, as they are in any interview; headings of notes ask few. */
function asks({ content }: Script): boolean {
  return content.filter(({ text }) => QUESTION.test(text)).length >= 0.05 * content.length
}

function judge(script: Script, openings: Opening[], accepted: Map<string, Seen>, trusting: boolean): number {
  const { uses, all, changes, first } = survey(openings)
  if (first === undefined) return 0
  const sum = (of: (key: string) => number) => [...uses].reduce((to, [key, n]) => to + n * of(key), 0)
  const strengthOf = (key: string) => accepted.get(key)?.strength ?? 0
  const telling = sum((key) => (strengthOf(key) === 1 || script.front.named.has(key) ? 1 : 0))
  // A few names that come back again and again, in turn, tell as much as a role.
  const isRegular = () =>
    accepted.size >= 2 && all >= 3 * accepted.size && changes >= 0.6 * (all - 1) && asks(script)
  const strong = telling > 0.1 * all || isRegular()
  const average = sum(strengthOf) / all
  const { units, late } = extent(script, openings, first)
  const coverage = Math.min(1, openings.length / units / 0.6)
  if (accepted.size < 2) {
    const [only] = accepted.values()
    const known = all >= 3 || takesPart(only?.label ?? '')
    return strong && known && (trusting || (coverage === 1 && average === 1)) ? 0.55 : 0
  }
  const change = Math.min(1, changes / Math.max(1, all - 1) / 0.5)
  const score = 0.4 * coverage + 0.35 * change + 0.25 * Math.min(1, all / 6)
  // In a talk no one has four fifths of the labels: the other side must be unlabelled.
  const most = Math.max(...[...accepted.values()].map((each) => each.uses)) / all
  const doubts = [
    all >= 6 && most > 0.8 ? 0.6 : 1,
    late ? (strong || trusting ? 0.75 : 0.5) : 1,
    strong || trusting ? 1 : coverage,
    strong || trusting || asks(script) ? 1 : 0.45,
    average < 0.6 ? average : 1,
    trusting || all > accepted.size || isStated(accepted, script) ? 1 : 0.5,
  ]
  return doubts.reduce((product, doubt) => product * doubt, score)
}

/** In a talk somebody speaks twice; where nobody does, the labels must say that they ask and answer. */
const isStated = (accepted: Map<string, Seen>, { front }: Script) =>
  [...accepted].some(([key, { label }]) => front.named.has(key) || takesPart(label))

/** How often each label is used, all of them are and the speaker changes; the first line with a label. */
function survey(openings: Opening[]) {
  const uses = new Map<string, number>()
  let all = 0
  let changes = 0
  let first: number | undefined
  let last: string | undefined
  for (const { line, head } of openings) {
    if (head.label === null) continue
    const { key } = head
    uses.set(key, (uses.get(key) ?? 0) + 1)
    all++
    if (last !== undefined && key !== last) changes++
    last = key
    first ??= line.index
  }
  return { uses, all, changes, first }
}

/** How many paragraphs labels could open, from the first label on, and whether that one comes late. */
function extent(script: Script, openings: Opening[], first: number): { units: number; late: boolean } {
  const headOf = inOrder(openings)
  let units = 0
  let before = 0
  let size = 0
  for (const line of script.content) {
    size += line.to - line.from
    if (line.index < first) before += line.to - line.from
    else if (headOf(line) || (script.join(line) === '\n' && !isAside(script.text(line)))) units++
  }
  return { units: Math.max(1, units), late: before > 0.3 * size && before > 300 }
}
