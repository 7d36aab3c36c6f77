/** A list of codes before the talk, each with a word on who it is: `C06<tab>Repairs planner, 4 to 9 years`. */
import { labelKey, strength, wordRole } from './labels.ts'
import type { Front } from './legend.ts'
import type { Line } from './lines.ts'

const TITLE =
  /^(?:key|legend|speakers?|participants|present|attendees|in attendance|people(?: present)?|those present)\s*[:：]?$/i
const ENTRY = /^[\s*•]{0,4}(\p{L}[\p{L}\p{N} ._-]{0,13})(?:\t| {2,}|\s*=|\s+[-–—])\s*(\S.{1,90})$/u

/**
 * Two codes or more below each other count as a list below its title, or where the talk writes them with a
 * colon: a turn that opens with a code and a tab looks the same.
 */
export function readCodes(head: Line[], lines: Line[], front: Front): void {
  let run: { line: Line; code: string; who: string }[] = []
  const end = () => {
    const distinct = new Set(run.map(({ code }) => labelKey(code)))
    const isList = distinct.size === run.length && run.length >= 2
    if (isList && (titleOf(run, lines) || comeBack(distinct, lines) >= 2)) keep(run, lines, front)
    run = []
  }
  for (const line of head) {
    const match = line.cell || front.marked.has(line.index) ? null : ENTRY.exec(content(line))
    if (match?.[1] && match[2] && strength(match[1]) === 1 && !/[.?!…]$/.test(match[2]))
      run.push({ line, code: match[1], who: match[2] })
    else if (run.length > 0) end()
  }
  end()
}

const content = (line: Line) => line.text.slice(line.from, line.to)

function titleOf(run: { line: Line }[], lines: Line[]): Line | undefined {
  const above = lines[(run[0]?.line.index ?? 0) - 1]
  return above && TITLE.test(content(above)) ? above : undefined
}

/** How many of the codes open a line with a colon. */
function comeBack(codes: Set<string>, lines: Line[]): number {
  const found = new Set<string>()
  for (const line of lines) {
    const label = /^([^:：]{1,16})[:：]/.exec(line.text.slice(line.from, line.from + 20))?.[1]
    if (label !== undefined && codes.has(labelKey(label))) found.add(labelKey(label))
    if (found.size >= 2) break
  }
  return found.size
}

function keep(run: { line: Line; code: string; who: string }[], lines: Line[], front: Front): void {
  const title = titleOf(run, lines)
  if (title) front.marked.set(title.index, 'legend')
  for (const { line, code, who } of run) {
    front.named.set(labelKey(code), { role: wordRole(who), why: 'the list of people says so' })
    front.marked.set(line.index, 'legend')
  }
}
