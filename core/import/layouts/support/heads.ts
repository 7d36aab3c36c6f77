/**
 * Reads how a line opens. The form is written with L for the label, T for a time stamp and the marks
 * between them as they stand ("L:", "[T] L:", "L (T):"); "$" means that nothing follows on the line.
 */
import { isLabel, isLong, isNumber, labelKey, trimLabel, takesPart } from './labels.ts'
import type { Line } from './lines.ts'
import { remember } from './remember.ts'
import { stampAt } from './times.ts'

export interface Head {
  form: string
  /** null when the line opens with a time stamp only. */
  label: string | null
  /** The label as spellings are compared; empty without one. */
  key: string
  /** Offset in the line's text where speech begins. */
  speech: number
  startMs?: number
  endMs?: number
  /** `P (laughing):` – how something was said, behind the label, and the label without it. */
  direction?: Named & { from: number; to: number }
}

/** A line, and how it opens. */
export interface Opening {
  line: Line
  head: Head
  /** Written in an improper form: counts only when the label is known otherwise (G2). */
  slip?: boolean
}

/** How far into a line a label may reach. */
const REACH = 72
const MARKS = /^(?:\.\s?\.\s?\.\s|…\s?)?[\s>*•·"“–—-]{0,6}/
const PARAGRAPH_NUMBER = /^Q?\d{1,4}(?:\.\d{1,3}){0,2}[.)]?\s+/
const BRACKETED = /^([[(<{])((?:[^[\](){}<>]|\([^()]{0,40}\)){1,60})([\])>}])/
const BRACKETED_TIME = /^(.{1,60}?)\s*([[(]?)(?=\d{1,3}:\d)/
const DIRECTED = /^(.{1,40}?)\s*(\([^()]{2,40}\)|\[[^[\]]{2,40}\])\s*$/
const DASHED = /^(?:([^-–—:]{1,30}?)\s*[-–—]\s+|([^:]{1,30}?)\s+[-–—]\s+)(?=\S)/
/** `Name—…`: an em dash with no space around it. */
const TIGHT = /^([^-–—:.,?!]{1,30})—(?=[\p{L}“"‘…(])/u
/** Marks that few use: `Name> …`, `Name) …`, `Name | …`. */
const MARKED = /^([^:>)|]{1,30}?(?:\([^()]{1,30}\))?)\s*[>)|]\s+(?=\S)/
const DOTTED = /^(\p{Lu}\p{L}{0,2}\d{0,3}|\p{Lu}\.\p{Lu}|\p{L}{3,15}(?: \d{1,2})?)\.\s+(?=\S)/u
const GAP = /^(\S(?:\S| (?! )){0,38}?) {2,}(?=\S)/
const TAB = /^([^\t]{1,40})\t\s*(?=\S)/
const SIGNED: readonly [form: string, pattern: RegExp][] = [
  ['L\t', TAB],
  ['L  ', GAP],
  ['L -', DASHED],
  ['L—', TIGHT],
  ['L>', MARKED],
  ['L.', DOTTED],
]
/** Without one of these or a wide gap in it a text has none of the forms above. */
const SIGN = /[-–—>)|\t.]/
const OPENS = /^[[(<{]/
/** A role word of some length without any mark behind it: the colon was forgotten. */
const SHORTEST_BARE = 7
const BARE = /^(\p{L}{7,20}(?: \d{1,2})?)\s+(?=[\p{Lu}“"‘])/u
/** A reporter’s question in a briefing; no sentence begins with this letter alone. */
const QUESTION = /^(Q)\s+(?=[\p{Lu}(“"‘])/u
/** The names that machines give to voices. */
const MACHINE_NAME = /^(?:speaker|sprecher|locuteur|spreker|hablante) \d{1,2}$/i
const SKIPPED = /[\s\u200e\u200f\u061c]/
const CLOCK = /\d:\d/
const COLON = /[:：︓;]/

/** What stands before speech and may be a label: trimmed, and as it is compared. */
interface Named {
  label: string
  key: string
}

/** A line that is being read, and what was found so far. */
interface Reading {
  line: Line
  heads: Head[]
  named(text: string): Named | null
}

type Times = { startMs?: number; endMs?: number }

const NONE: Head[] = []
const NO_TIMES: Times = {}
const LETTER_Q = 0x51

/** Reads how lines open, in all ways they can be read, most telling first. Cheap enough to ask of every line. */
export function headReader(): (line: Line) => Head[] {
  const known = remember(nameOf)
  const named = (text: string) => (isLong(text) && !/\)\s*$/.test(text) ? null : known(text))
  // Filled anew for each line: an array that grows keeps room for more than the one or two heads of a line.
  const heads: Head[] = []
  return (line) => {
    heads.length = 0
    readLine({ line, heads, named })
    return heads.length === 0 ? NONE : heads.slice()
  }
}

function nameOf(text: string): Named | null {
  const label = trimLabel(text)
  return isLabel(label) || isNumber(label) ? { label, key: labelKey(label) } : null
}

/** The same opening with another label. */
export function renamed(head: Head, label: string | null): Head {
  return { ...head, label, key: labelKey(label ?? '') }
}

function readLine(reading: Reading): void {
  const { line } = reading
  const first = line.text.charCodeAt(line.from)
  const marks = isLetter(first) ? 0 : (MARKS.exec(windowAt(line, line.from))?.[0].length ?? 0)
  const at = line.from + marks
  const stamp = stampAt(line.text, at)
  if (stamp && stamp.end <= line.to) afterStamp(reading, stamp.end, stamp)
  else if (!isLetter(first) || first === LETTER_Q) {
    const number = PARAGRAPH_NUMBER.exec(windowAt(line, at))?.[0].length ?? 0
    if (number > 0) labelAt(reading, at + number, '', {})
  }
  if (!stamp) labelAt(reading, at, '', NO_TIMES)
  if (line.lead > line.from) leadHead(reading)
}

const windowAt = (line: Line, at: number) => line.text.slice(at, Math.min(line.to, at + REACH))

const isLetter = (code: number) => (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)

function addTimes(to: Times, { startMs, endMs }: Times): void {
  if (startMs !== undefined) to.startMs = startMs
  if (endMs !== undefined) to.endMs = endMs
}

function afterStamp(
  { line, heads, ...rest }: Reading,
  end: number,
  stamp: Times & { bracket: string },
): void {
  const form = stamp.bracket === '[' ? '[T]' : stamp.bracket ? '(T)' : 'T'
  const gap = /^\s*[-–—:|]?\s*/.exec(line.text.slice(end, end + 8))?.[0] ?? ''
  const mark = gap.trim()
  const next = end + gap.length
  const isAll = next >= line.to
  if (!isAll) labelAt({ line, heads, ...rest }, next, `${form}${mark ? ` ${mark}` : ''} `, stamp)
  const head: Head = {
    form: `${form}${isAll ? '$' : ' '}`,
    label: null,
    key: '',
    speech: isAll ? line.to : next,
  }
  addTimes(head, stamp)
  heads.push(head)
}

/** Reads a label at `at`; `before` is the form of what stands before it. */
function labelAt(reading: Reading, at: number, before: string, stamp: Times): void {
  const { line } = reading
  const window = windowAt(line, at)
  if (OPENS.test(window)) bracketHead(reading, at, window, before, stamp)
  if (COLON.test(window)) colonHead(reading, at, window, before, stamp)
  if (!before && CLOCK.test(window)) timeHead(reading, at, window)
  const simple = (pattern: RegExp, form: string) =>
    simpleHead(reading, at, pattern.exec(window), before + form, stamp)
  const signed = SIGN.test(window) || window.includes('  ')
  if (signed) for (const [form, pattern] of SIGNED) simple(pattern, form)
  if (signed || window.indexOf(' ') >= SHORTEST_BARE) simple(BARE, 'L ')
  if (!before && line.text.charCodeAt(at) === LETTER_Q) question(reading, at, window)
  const isAll = at + window.length >= line.to && !isLong(window)
  if (isAll && !endsSentence(window)) push(reading, `${before}L$`, window, line.to, stamp)
}

function push({ heads, named }: Reading, form: string, text: string, speech: number, stamp: Times): void {
  if (text.trim().includes('\t') || (form !== 'L:' && isNumber(text.trim()))) return
  const name = named(text)
  if (!name) return
  const head: Head = { form, label: name.label, key: name.key, speech }
  addTimes(head, stamp)
  heads.push(head)
}

function simpleHead(
  reading: Reading,
  at: number,
  match: RegExpExecArray | null,
  form: string,
  stamp: Times,
): void {
  const { line } = reading
  const label = match?.[1] ?? match?.[2]
  const end = at + (match?.[0].length ?? 0)
  if (!label || end >= line.to) return
  const needsRole = form.endsWith('L ') || (form.endsWith('L.') && label.length > 4)
  if (needsRole && !takesPart(label) && !(form === 'T L ' && MACHINE_NAME.test(label))) return
  const after = /[\t>-]$/.test(form) ? stampAt(line.text, end) : null
  if (after?.end === line.to) return push(reading, 'L T$', label, line.to, after)
  const speech = after && form.endsWith('\t') ? skip(line, after.end) : end
  push(reading, form, label.replace(/^([^.]+)\.$/, '$1'), speech, speech > end && after ? after : stamp)
}

/** `Q What about the rent?` */
function question(reading: Reading, at: number, window: string): void {
  const match = QUESTION.exec(window)
  if (match?.[1]) push(reading, 'Q ', match[1], at + match[0].length, NO_TIMES)
}

/** A line that ends like a sentence is no label, unless it is an abbreviated role word: `Int.` */
function endsSentence(text: string): boolean {
  if (!/[.?!…,;]$/.test(text.replace(/(?<![\p{L}])\p{Lu}\.$/u, ''))) return false
  return !/^\p{L}{2,6}\.$/u.test(text.trim()) || !takesPart(text)
}

/** `[Name] …`, `[Name]: …`, `[Name] 10:02:03`. */
function bracketHead(reading: Reading, at: number, window: string, before: string, stamp: Times): void {
  const { line } = reading
  const match = BRACKETED.exec(window)
  if (!match?.[2]) return
  const tail = /^\s*[:：]?\s*/.exec(window.slice(match[0].length))?.[0] ?? ''
  const colon = tail.trim() ? ':' : ''
  const end = at + match[0].length + tail.length
  const after = stampAt(line.text, end)
  if (after && after.end <= line.to) {
    const form = `${before}[L]${colon} T${after.end >= line.to ? '$' : ''}`
    push(reading, form, match[2], skip(line, after.end), after)
  } else push(reading, `${before}[L]${colon}`, match[2], end, stamp)
}

/** `Name: …`, `Name (00:03): …`, `Name: [00:03] …`; one `;` may stand for the colon. */
function colonHead(reading: Reading, at: number, window: string, before: string, stamp: Times): void {
  const { line } = reading
  const colon = colonIndex(window)
  if (colon < 1) return
  const isSlip = window[colon] === ';'
  let label = window.slice(0, colon)
  let form = `${before}L`
  let found = stamp
  const timed = CLOCK.test(label) ? BRACKETED_TIME.exec(label) : null
  const inner = timed?.[1] ? stampAt(label, timed[0].length - (timed[2]?.length ?? 0)) : null
  if (timed?.[1] && inner && label.slice(inner.end).trim() === '') {
    label = timed[1]
    form += inner.bracket ? ' (T)' : ' T'
    found = inner
  }
  const shut = label.trimEnd()
  const directed = (shut.endsWith(')') || shut.endsWith(']')) && !timed ? DIRECTED.exec(label) : null
  const end = skip(line, at + colon + 1)
  if (directed && form === 'L' && directedHead(reading, at, directed, end)) return
  const after = stampAt(line.text, end)
  if (
    after &&
    after.end <= line.to &&
    (after.bracket || after.end === line.to || /\s/.test(line.text[after.end] ?? ''))
  ) {
    push(reading, `${form}${isSlip ? ';' : ':'} T`, label, skip(line, after.end), after)
  } else {
    // Nearly all lines: a form that is written here costs no memory of its own.
    const plain = isSlip ? 'L;' : 'L:'
    push(reading, form === 'L' ? plain : form + plain.slice(1), label, Math.min(end, line.to), found)
  }
}

/** `P (laughing): …`, `P [cries]: …`. Whether the brackets belong to the name shows in the whole document. */
function directedHead({ line, heads, named }: Reading, at: number, match: RegExpExecArray, end: number) {
  const [whole, before = '', bracket = ''] = match
  const plain = named(before)
  const full = bracket.startsWith('[') ? plain : named(whole)
  if (!plain || !full) return false
  const from = at + whole.indexOf(bracket)
  const direction = { ...plain, from, to: from + bracket.length }
  heads.push({ form: 'L:', label: full.label, key: full.key, speech: Math.min(end, line.to), direction })
  return true
}

/** The first colon that is not inside a time stamp or a web address. */
function colonIndex(window: string): number {
  let from = 0
  for (;;) {
    const offset = (from === 0 ? window : window.slice(from)).search(COLON)
    if (offset < 0) return -1
    const at = from + offset
    const inTime = /\d/.test(window[at - 1] ?? '') && /\d/.test(window[at + 1] ?? '')
    if (!inTime) return window.startsWith('//', at + 1) ? -1 : at
    from = at + 1
  }
}

/** `Name  00:03`, `Name (00:03)`, `Name [00:03] …` without a colon. */
function timeHead(reading: Reading, at: number, window: string): void {
  const { line } = reading
  const match = BRACKETED_TIME.exec(window)
  if (!match?.[1]) return
  const start = at + match[0].length - (match[2]?.length ?? 0)
  const stamp = stampAt(line.text, start)
  if (!stamp || stamp.end > line.to) return
  const form = stamp.bracket === '[' ? 'L [T]' : stamp.bracket ? 'L (T)' : 'L T'
  const speech = skip(line, stamp.end)
  const label = match[1].replace(/\s[-–—|]$/u, '')
  push(reading, speech >= line.to ? `${form}$` : form, label, speech, stamp)
}

/** A bold stretch, then plain text, with no mark between them. */
function leadHead(reading: Reading): void {
  const { line } = reading
  const label = line.text.slice(line.from, line.lead).replace(/[\s–—-]+$/u, '')
  const dash = /^\s*[-–—:]\s*/u.exec(line.text.slice(line.lead, line.lead + 8))?.[0].length ?? 0
  push(reading, '*L*', label, skip(line, line.lead + dash), {})
}

function skip(line: Line, at: number): number {
  let end = at
  while (end < line.to && isSkipped(line.text, end)) end++
  return end
}

function isSkipped(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code === 0x20) return true
  return !isLetter(code) && SKIPPED.test(text[at] ?? '')
}
