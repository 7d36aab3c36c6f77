/**
 * Reads how a line opens. The form is written with L for the label, T for a time stamp and the marks
 * between them as they stand ("L:", "[T] L:", "L (T):"); "$" means that nothing follows on the line.
 */
import { isLabel, trimLabel, wordRole } from './labels.ts'
import type { Line } from './lines.ts'
import { stampAt } from './times.ts'

export interface Head {
  form: string
  /** null when the line opens with a time stamp only. */
  label: string | null
  /** Offset in the line's text where speech begins. */
  speech: number
  startMs?: number
  endMs?: number
}

/** How far into a line a label may reach. */
const REACH = 72
const MARKS = /^[\s>*•·"“–—-]{0,6}/
const PARAGRAPH_NUMBER = /^Q?\d{1,4}[.)]?\s+/
const BRACKETED = /^([[(<{])((?:[^[\](){}<>]|\([^()]{0,40}\)){1,60})([\])>}])/
const BRACKETED_TIME = /^(.{1,60}?)\s*([[(]?)(?=\d{1,3}:\d)/
const DASHED = /^(?:([^-–—:]{1,30}?)\s*[-–—]\s+|([^:]{1,30}?)\s+[-–—]\s+)(?=\S)/
/** Marks that few use: `Name> …`, `Name) …`, `Name | …`. */
const MARKED = /^([^:>)|]{1,30}?(?:\([^()]{1,30}\))?)\s*[>)|]\s+(?=\S)/
const DOTTED = /^(\p{Lu}\p{L}{0,2}\d{0,3}|\p{Lu}\.\p{Lu}|\p{L}{3,15}(?: \d{1,2})?)\.\s+(?=\S)/u
/** A role word of some length without any mark behind it: the colon was forgotten. */
const BARE = /^(\p{L}{7,20}(?: \d{1,2})?)\s+(?=[\p{Lu}“"‘])/u
const GAP = /^(\S(?:\S| (?! )){0,38}?) {2,}(?=\S)/
const TAB = /^([^\t]{1,40})\t\s*(?=\S)/
const CLOCK = /\d:\d/
const COLON = /[:：︓;]/

/** All the ways a line can be read to open, most telling first. Cheap enough to ask of every line. */
export function headsOf(line: Line): Head[] {
  const window = line.text.slice(line.from, Math.min(line.to, line.from + REACH))
  const marks = MARKS.exec(window)?.[0].length ?? 0
  const number = PARAGRAPH_NUMBER.exec(window.slice(marks))?.[0].length ?? 0
  const at = line.from + marks
  const heads: Head[] = []
  const stamp = stampAt(line.text, at)
  if (stamp && stamp.end <= line.to) afterStamp(line, stamp.end, stamp, heads)
  else if (number > 0) labelAt(line, at + number, '', {}, heads)
  if (!stamp) labelAt(line, at, '', {}, heads)
  if (line.lead > line.from) leadHead(line, heads)
  return heads
}

type Times = { startMs?: number; endMs?: number }

function times(stamp: Times): Times {
  const { startMs, endMs } = stamp
  return { ...(startMs === undefined ? {} : { startMs }), ...(endMs === undefined ? {} : { endMs }) }
}

function afterStamp(line: Line, end: number, stamp: Times & { bracket: string }, heads: Head[]): void {
  const form = stamp.bracket === '[' ? '[T]' : stamp.bracket ? '(T)' : 'T'
  const gap = /^\s*[-–—:|]?\s*/.exec(line.text.slice(end, end + 8))?.[0] ?? ''
  const mark = gap.trim()
  const next = end + gap.length
  if (next >= line.to) heads.push({ form: `${form}$`, label: null, speech: line.to, ...times(stamp) })
  else {
    labelAt(line, next, `${form}${mark ? ` ${mark}` : ''} `, times(stamp), heads)
    heads.push({ form: `${form} `, label: null, speech: next, ...times(stamp) })
  }
}

/** Reads a label at `at`; `before` is the form of what stands before it. */
function labelAt(line: Line, at: number, before: string, stamp: Times, heads: Head[]): void {
  const window = line.text.slice(at, Math.min(line.to, at + REACH))
  bracketHead(line, at, window, before, stamp, heads)
  colonHead(line, at, window, before, stamp, heads)
  if (!before && CLOCK.test(window)) timeHead(line, at, window, heads)
  const atEnd = at + window.length >= line.to && !endsSentence(window)
  if (window.includes('\t')) simpleHead(line, at, TAB.exec(window), `${before}L\t`, stamp, heads)
  if (window.includes('  ')) simpleHead(line, at, GAP.exec(window), `${before}L  `, stamp, heads)
  simpleHead(line, at, DASHED.exec(window), `${before}L -`, stamp, heads)
  simpleHead(line, at, MARKED.exec(window), `${before}L>`, stamp, heads)
  simpleHead(line, at, DOTTED.exec(window), `${before}L.`, stamp, heads)
  simpleHead(line, at, BARE.exec(window), `${before}L `, stamp, heads)
  if (atEnd) push(heads, `${before}L$`, window, line.to, stamp)
}

function push(heads: Head[], form: string, label: string, speech: number, stamp: Times): void {
  if (label.trim().includes('\t')) return
  const trimmed = trimLabel(label)
  if (isLabel(trimmed)) heads.push({ form, label: trimmed, speech, ...stamp })
}

function simpleHead(
  line: Line,
  at: number,
  match: RegExpExecArray | null,
  form: string,
  stamp: Times,
  heads: Head[],
): void {
  const label = match?.[1] ?? match?.[2]
  const end = at + (match?.[0].length ?? 0)
  if (!label || end >= line.to) return
  const needsRole = form.endsWith('L ') || (form.endsWith('L.') && label.length > 4)
  if (needsRole && !isRole(label)) return
  const after = form.endsWith('\t') ? stampAt(line.text, end) : null
  const speech = after && after.end < line.to ? skip(line, after.end) : end
  push(heads, form, label.replace(/^([^.]+)\.$/, '$1'), speech, speech > end && after ? times(after) : stamp)
}

const isRole = (label: string) => /^(?:interviewer|participant)$/.test(wordRole(label) ?? '')

/** A line that ends like a sentence is no label, unless it is an abbreviated role word: `Int.` */
function endsSentence(text: string): boolean {
  if (!/[.?!…,;]$/.test(text.replace(/\p{Lu}\.$/u, ''))) return false
  return !/^\p{L}{2,6}\.$/u.test(text.trim()) || !isRole(text)
}

/** `[Name] …`, `[Name]: …`, `[Name] 10:02:03`. */
function bracketHead(
  line: Line,
  at: number,
  window: string,
  before: string,
  stamp: Times,
  heads: Head[],
): void {
  const match = BRACKETED.exec(window)
  if (!match?.[2]) return
  const tail = /^\s*[:：]?\s*/.exec(window.slice(match[0].length))?.[0] ?? ''
  const colon = tail.trim() ? ':' : ''
  const end = at + match[0].length + tail.length
  const after = stampAt(line.text, end)
  if (after && after.end <= line.to) {
    const form = `${before}[L]${colon} T${after.end >= line.to ? '$' : ''}`
    push(heads, form, match[2], skip(line, after.end), times(after))
  } else push(heads, `${before}[L]${colon}`, match[2], end, stamp)
}

/** `Name: …`, `Name (00:03): …`, `Name: [00:03] …`; one `;` may stand for the colon. */
function colonHead(
  line: Line,
  at: number,
  window: string,
  before: string,
  stamp: Times,
  heads: Head[],
): void {
  const colon = colonIndex(window)
  if (colon < 1) return
  const mark = window[colon] === ';' ? ';' : ':'
  let label = window.slice(0, colon)
  let form = `${before}L`
  let found = stamp
  const timed = BRACKETED_TIME.exec(label)
  const inner = timed?.[1] ? stampAt(label, timed[0].length - (timed[2]?.length ?? 0)) : null
  if (timed?.[1] && inner && label.slice(inner.end).trim() === '') {
    label = timed[1]
    form += inner.bracket ? ' (T)' : ' T'
    found = times(inner)
  }
  let end = skip(line, at + colon + 1)
  const after = stampAt(line.text, end)
  if (
    after &&
    after.end <= line.to &&
    (after.bracket || after.end === line.to || /\s/.test(line.text[after.end] ?? ''))
  ) {
    push(heads, `${form}${mark} T`, label, skip(line, after.end), times(after))
  } else push(heads, form + mark, label, (end = Math.min(end, line.to)), found)
}

/** The first colon that is not inside a time stamp or a web address. */
function colonIndex(window: string): number {
  let from = 0
  for (;;) {
    const offset = window.slice(from).search(COLON)
    if (offset < 0) return -1
    const at = from + offset
    const inTime = /\d/.test(window[at - 1] ?? '') && /\d/.test(window[at + 1] ?? '')
    if (!inTime) return window.startsWith('//', at + 1) ? -1 : at
    from = at + 1
  }
}

/** `Name  00:03`, `Name (00:03)`, `Name [00:03] …` without a colon. */
function timeHead(line: Line, at: number, window: string, heads: Head[]): void {
  const match = BRACKETED_TIME.exec(window)
  if (!match?.[1]) return
  const start = at + match[0].length - (match[2]?.length ?? 0)
  const stamp = stampAt(line.text, start)
  if (!stamp || stamp.end > line.to) return
  const form = stamp.bracket === '[' ? 'L [T]' : stamp.bracket ? 'L (T)' : 'L T'
  const speech = skip(line, stamp.end)
  push(heads, speech >= line.to ? `${form}$` : form, match[1], speech, times(stamp))
}

/** A bold stretch, then plain text, with no mark between them. */
function leadHead(line: Line, heads: Head[]): void {
  const label = line.text.slice(line.from, line.lead).replace(/[\s–—-]+$/u, '')
  const dash = /^\s*[-–—:]\s*/u.exec(line.text.slice(line.lead, line.lead + 8))?.[0].length ?? 0
  push(heads, '*L*', label, skip(line, line.lead + dash), {})
}

function skip(line: Line, at: number): number {
  let end = at
  while (end < line.to && /[\s\u200e\u200f\u061c]/.test(line.text[end] ?? '')) end++
  return end
}
