/** Reads what stands before and beside the talk: front-page facts, legends, rosters. Marks those lines. */
import type { Role } from '../../model.ts'
import { factKey, otherKey } from './keys.ts'
import { isLabel, labelKey, trimLabel, wordRole } from './labels.ts'
import { readCodes } from './codes.ts'
import { type Front, readLegends } from './legend.ts'
import type { Line } from './lines.ts'

/** A front page ends at the latest here. */
const FRONT_LINES = 60
/** A line of facts is no longer than this. */
const FACT_LENGTH = 300
const KEY_VALUE = /^[\s*•-]{0,4}([^:：\t=]{1,48}?)\s*(?:[:：]|\t|=)\s*(\S.*)$/
const KEY_ALONE = /^([^:：]{1,48}?)\s*[:：]$/
const MORE_FACTS = /(?:\s{2,}|\t|;\s+|\s\|\s)(?=[\p{Lu}][^:：]{1,30}[:：])/u
const GREETING =
  /^(?:ok(?:ay)?|hi|hello|hey|yes|yeah|yep|no|nope|so|right|thanks?|thank you|good (?:morning|afternoon|evening)|mm+|mhm|sure|well|great|fine|alright|and|but|what|why|how|where|when|who)\b/i

const content = (line: Line) => line.text.slice(line.from, line.to)

export function readFront(lines: Line[]): Front {
  const front: Front = { metadata: [], named: new Map(), marked: new Map() }
  readLegends(lines, front)
  readOtterLists(lines.slice(0, FRONT_LINES), front)
  const head = lines.filter((line) => !line.furniture && !line.cue).slice(0, FRONT_LINES)
  const talk = recurring(head)
  const end = frontEnd(head, front, talk)
  for (const line of head.slice(0, end)) readFacts(line, front, talk)
  readRoleLines(head, end, front)
  readRoll(head, front)
  readCodes(head, lines, front)
  return front
}

/** Names that open three lines or more: a fact is stated once, a speaker comes back. */
function recurring(head: Line[]): Set<string> {
  const uses = new Map<string, number>()
  for (const line of head) {
    const name = line.cell ? undefined : KEY_VALUE.exec(content(line).slice(0, FACT_LENGTH))?.[1]
    if (name !== undefined) uses.set(labelKey(name), (uses.get(labelKey(name)) ?? 0) + 1)
  }
  return new Set([...uses].filter(([, times]) => times >= 3).map(([name]) => name))
}

/** Facts on one line: `Date: 4 May    Venue: hall` states two. `talk` names what is no fact. */
function facts(line: Line, talk: Set<string>): { key: string; name: string; value: string }[] {
  const found: { key: string; name: string; value: string }[] = []
  if (line.to - line.from > FACT_LENGTH) return found
  for (const piece of content(line).split(MORE_FACTS)) {
    const match = KEY_VALUE.exec(piece)
    const key = match?.[1] && !talk.has(labelKey(match[1])) ? factKey(match[1]) : null
    if (match?.[1] && match[2] && key) found.push({ key, name: match[1], value: match[2].trim() })
  }
  return found
}

/** Index behind the last line of the front page: facts with at most a few other lines between them. */
function frontEnd(head: Line[], front: Front, talk: Set<string>): number {
  let end = 0
  for (let at = 0; at < head.length && at - end <= 8; at++) {
    const line = head[at]
    if (!line) break
    if (line.cell || front.marked.has(line.index)) end = at + 1
    else if (facts(line, talk).length > 0) end = at + 1
    else if (line.to - line.from > 240) break
  }
  return end
}

function readFacts(line: Line, front: Front, talk: Set<string>): void {
  if (line.cell || front.marked.has(line.index)) return
  const found = facts(line, talk)
  if (found.length === 0) return
  for (const { key, value } of found) front.metadata.push({ key, value, from: 'front page' })
  front.marked.set(line.index, 'front page')
}

/**
 * `Interviewer: KM` and `Participant: P07, female, 34` on a front page are facts although they look like
 * turns. They count as facts inside the front page, or directly below it without an empty line.
 */
function readRoleLines(head: Line[], end: number, front: Front): void {
  for (let at = 0; front.metadata.length > 0 && at < head.length; at++) {
    const line = head[at]
    if (!line || (at >= end && line.blank)) break
    if (!readRoleLine(line, front) && at >= end) break
  }
}

function readRoleLine(line: Line, front: Front): boolean {
  if (line.cell || front.marked.has(line.index)) return true
  const match = line.to - line.from > FACT_LENGTH ? null : KEY_VALUE.exec(content(line))
  const role = match?.[1] ? wordRole(match[1]) : null
  if (!match?.[1] || !match[2] || !role || !isIdentity(match[2])) return false
  noteIdentity(match[1], match[2], role, front)
  front.marked.set(line.index, 'front page')
  return true
}

/** A list of people before the talk: at least two different labels, names behind each. */
function readRoll(head: Line[], front: Front): void {
  const roll: { line: Line; label: string; value: string }[] = []
  for (const line of head) {
    if (front.marked.has(line.index)) continue
    const match = line.cell || line.to - line.from > FACT_LENGTH ? null : KEY_VALUE.exec(content(line))
    if (match?.[1] && match[2] && isLabel(trimLabel(match[1])) && isPersonName(match[2]))
      roll.push({ line, label: match[1], value: match[2] })
    else if (roll.length > 0 || line.to - line.from > 100) break
  }
  const distinct = new Set(roll.map(({ label }) => labelKey(label)))
  if (roll.length < 2 || distinct.size < roll.length) return
  for (const { line, label, value } of roll) {
    noteIdentity(label, value, wordRole(label), front)
    front.marked.set(line.index, 'front page')
  }
}

function noteIdentity(name: string, value: string, role: Role | null, front: Front): void {
  front.metadata.push({ key: otherKey(trimLabel(name)), value: value.trim(), from: 'front page' })
  const code = /^[\p{L}\p{N}._-]{1,12}$/u.exec(value.trim())?.[0] ?? /\((\p{Lu}{1,4}\d*)\)/u.exec(value)?.[1]
  if (code) front.named.set(labelKey(code), { role, why: `named as ${trimLabel(name)} on the front page` })
  front.named.set(labelKey(name), { role, why: 'named on the front page' })
}

/** Full stops of titles and degrees, which end no sentence: `Dr. Joan Bell`, `Joan Bell, Ph.D.` */
const HONOURS = /\b(Dr|Mr|Mrs|Ms|Mx|Prof|Rev|St|Jr|Sr|Ph\.?D|M\.?[AD]|B\.?A)\./g

/** A code, initials, a name or a comma-separated description; not the start of talk. */
function isIdentity(stated: string): boolean {
  const value = stated.replaceAll(HONOURS, '$1')
  if (value.length > 100 || /[?!…]|[.](?=\s|$)(?<!\b\p{Lu}\.)/u.test(value) || GREETING.test(value))
    return false
  return (
    isPersonName(value) ||
    /^\p{Lu}[\p{L}'’-]{1,14}$/u.test(value) ||
    /^[\p{L}]{0,12}[ -]?\d+\b/u.test(value) ||
    /,\s*(?:\d{1,3}\b|f(?:emale)?\b|m(?:ale)?\b)/i.test(value)
  )
}

function isPersonName(value: string): boolean {
  const words = value.trim().split(/[\s,]+/)
  if (words.length > 5 || GREETING.test(value) || /[.?!…]$/.test(value.replace(/\b\p{Lu}\.$/u, '')))
    return false
  const capital = words.every((word) => /^[(\p{Lu}]|^(?:de|van|von|der|bin|al|and|&)$/u.test(word))
  return capital && (words.length > 1 || /^\p{Lu}{1,4}\d*$|\d/u.test(value.trim()))
}

/** Otter's `SUMMARY KEYWORDS` and `SPEAKERS`, each with a list below it that ends where talk begins. */
function readOtterLists(head: Line[], front: Front): void {
  let list: { key: string; value: string } | null = null
  const found: { key: string; value: string }[] = []
  const lines: Line[] = []
  for (const line of head) {
    const text = content(line)
    const title = /^(?:SUMMARY )?(KEYWORDS|SPEAKERS)$/.exec(text)?.[1]?.toLowerCase()
    if (title) found.push((list = { key: title, value: '' }))
    else if (list && /\d:\d{2}$/.test(text)) break
    else if (list) list.value += ` ${text}`
    if (list) lines.push(line)
  }
  if (!found.some(({ key }) => key === 'speakers')) return
  for (const { key, value } of found) front.metadata.push({ key, value: value.trim(), from: 'front page' })
  for (const name of (found.find(({ key }) => key === 'speakers')?.value ?? '').split(','))
    if (name.trim()) front.named.set(labelKey(name), { role: null, why: 'named in the list of speakers' })
  for (const line of lines) front.marked.set(line.index, 'front page')
}

/** A two-column table of facts. Returns false when the rows do not look like facts. */
export function readFactTable(rows: string[][], front: Front): boolean {
  const pairs = rows.filter((row) => row.length >= 2 && (row[0] ?? '').trim() !== '')
  const known = pairs.filter(([name = '']) => factKey(name) || KEY_ALONE.test(name.trim()))
  if (pairs.length === 0 || known.length < 0.6 * pairs.length || rows.some((row) => row.length > 4))
    return false
  // A fact is stated once: names that come back are speakers.
  if (new Set(pairs.map(([name = '']) => labelKey(name))).size < 0.8 * pairs.length) return false
  for (const row of rows)
    for (let at = 0; at + 1 < row.length; at += 2) {
      const name = (row[at] ?? '').replace(/[:：]\s*$/, '').trim()
      const value = (row[at + 1] ?? '').trim()
      if (!name || !value) continue
      const role = wordRole(name)
      if (role && isIdentity(value)) noteIdentity(name, value, role, front)
      else front.metadata.push({ key: factKey(name) ?? otherKey(name), value, from: 'table' })
    }
  return true
}

const ROSTER_COLUMN =
  /^(?:id|name|code|speaker|initials|label|who|participant|respondent|pseudonym|time in role)$/i

/** A table of participants (code, gender, age, …): its codes are labels. */
export function readRoster(rows: string[][], front: Front): boolean {
  const [header = [], ...people] = rows
  const isHeader = header.filter((cell) => factKey(cell) || ROSTER_COLUMN.test(cell)).length
  const codes = (isHeader >= 2 ? people : rows).map((row) => (row[0] ?? '').trim())
  const distinct = new Set(codes.map(labelKey))
  const short = rows.every((row) => row.every((cell) => cell.length <= 60))
  const isPeople = codes.length >= 2 && distinct.size === codes.length && codes.every((code) => isLabel(code))
  if ((rows[0]?.length ?? 0) < 2 || !short || !isPeople) return false
  if (isHeader < 2 && !codes.every((code) => /^\p{Lu}{1,4}[ -]?\d{1,3}$/u.test(code))) return false
  for (const code of codes)
    if (isLabel(code))
      front.named.set(labelKey(code), { role: null, why: 'named in the table of participants' })
  front.metadata.push({ key: 'participants', value: String(codes.length), from: 'table' })
  return true
}
