/** Finds the lines that say what labels stand for: `Key:` blocks, `M = Moderator, F1 = …`, rows of roles. */
import type { Metadata, Role } from '../../model.ts'
import { isLong, labelKey, wordRole } from './labels.ts'
import type { Line } from './lines.ts'

/** What stands before and beside the talk, as far as it was read. */
export interface Front {
  metadata: Metadata[]
  /** Labels that a legend, a roster or a front page names, by key, with the role where it is stated. */
  named: Map<string, { role: Role | null; why: string }>
  /** Lines that are facts or legend, by line index, with what they are. */
  marked: Map<number, 'front page' | 'legend'>
}

interface Entry {
  line: Line
  label: string
  role: Role
}

/** No line of a legend is longer, in characters. */
const LONGEST = 300
const TITLE =
  /^(?:key|legend|abbreviations|speakers?(?: key)?|transcription key|transcript key|speaker identification|participants)\s*[:：]?$/i
const INLINE_TITLE = /^(?:key|legend|abbreviations)\s*[:：]\s*/i
const ENTRY = /^\(?([\p{L}\p{N}?.]{1,14}(?: \d{1,2})?)\)?\s*(?:[:：=\t]|[-–—](?=\s))\s*(\S.{1,60})$/u
/** Without one of these in it a line is no entry. */
const SIGN = /[:：=\t–—-]/
const WHY = 'the legend says so'

/** Two entries in a row make a legend, or one below a title; also in the middle of a document. */
export function readLegends(lines: Line[], front: Front): void {
  let run: Entry[] = []
  for (const line of lines) {
    if (line.cue) return
    const entry = line.cell || line.furniture ? null : legendEntry(line)
    if (entry) run.push(entry)
    else {
      if (run.length > 0) keep(run, lines, front)
      run = []
      if (!line.cell && line.to - line.from <= LONGEST) readInline(line, front)
    }
  }
  keep(run, lines, front)
}

function keep(run: Entry[], lines: Line[], front: Front): void {
  const [first] = run
  if (!first) return
  const above = lines[first.line.index - 1]
  const title = above && TITLE.test(above.text.slice(above.from, above.to)) ? above : null
  const distinct = new Set(run.map(({ label }) => labelKey(label)))
  if (distinct.size < run.length || (run.length < 2 && !title)) return
  if (title) front.marked.set(title.index, 'legend')
  for (const { line, label, role } of run) {
    front.named.set(labelKey(label), { role, why: WHY })
    front.marked.set(line.index, 'legend')
  }
}

/** `I:<tab>Interviewer`: a short label, then nothing but a role, no sentence. */
function legendEntry(line: Line): Entry | null {
  if (line.to - line.from > 80) return null
  const text = line.text.slice(line.from, line.to)
  // Most short lines are talk, which has more words than an entry.
  if (isLong(text) && !text.includes('(')) return null
  const match = SIGN.test(text) ? ENTRY.exec(text) : null
  if (!match?.[1] || !match[2] || /[.?!,…]$/.test(match[2])) return null
  const [, label, meaning] = match
  if (isLong(meaning) && !meaning.includes('(')) return null
  const words = meaning
    .replace(/\(.*?\)/g, '')
    .trim()
    .split(/\s+/)
  const plain = words.length <= 2 || (words.length <= 4 && words.every((word) => /^[\p{Lu}\d(]/u.test(word)))
  if (!plain || label.length >= meaning.length || labelKey(label) === labelKey(meaning)) return null
  const role = wordRole(meaning)
  return role ? { line, label, role } : null
}

/** `KEY: M = Moderator, F1-F3 = female respondents`, also without the title when there are two entries. */
function readInline(line: Line, front: Front): void {
  if (!line.text.includes('=')) return
  const text = line.text.slice(line.from, line.to)
  const pairs = text
    .replace(INLINE_TITLE, '')
    .split(/[,;]\s*/)
    .map((entry) => entry.split('=').map((part) => part.trim()))
  const full = pairs.filter(([left = '', right = '']) => left !== '' && left.length <= 14 && right !== '')
  const titled = INLINE_TITLE.test(text) && full.length > 0
  if (
    !titled &&
    (full.length < 2 || full.length < pairs.length || !full.some(([, right]) => wordRole(right ?? '')))
  )
    return
  front.marked.set(line.index, 'legend')
  for (const [left = '', right = ''] of full)
    for (const label of labelsOf(left)) front.named.set(labelKey(label), { role: wordRole(right), why: WHY })
}

/** `F1-F3` names three labels, `FV/MV` two. */
function labelsOf(left: string): string[] {
  const range = /^(\p{L}+)(\d+)\s*[-–]\s*\1?(\d+)$/u.exec(left)
  if (!range) return left.split('/').filter((label) => label.trim() !== '')
  const [from, to] = [Number(range[2]), Math.min(Number(range[3]), Number(range[2]) + 40)]
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, n) => `${range[1]}${from + n}`)
}
