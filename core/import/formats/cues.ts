/** What WebVTT and SRT share: timing lines, and cues cut out of lines. */
import type { Cue, Warning } from '../model.ts'

/** A cue before its markup is read. */
export interface RawCue {
  id: string | undefined
  startMs: number
  endMs: number
  text: string
}

const ARROW = ' --> '
const TIMING =
  /^\s*(?:(\d{1,6}):)?(\d{1,6}):(\d{1,2})(?:[.,](\d{1,3}))?\s*-->\s*(?:(\d{1,6}):)?(\d{1,6}):(\d{1,2})(?:[.,](\d{1,3}))?(?:[\sa-z].*)?$/

/** Start and end of a timing line in milliseconds, or undefined when the line is none. */
export function parseTiming(line: string): { startMs: number; endMs: number } | undefined {
  if (!line.includes('-->') || line.length > 500) return undefined
  if (line.length === 29 && line.startsWith(ARROW, 12)) {
    const startMs = readClock(line, 0)
    const endMs = readClock(line, 17)
    if (startMs >= 0 && endMs >= 0) return { startMs, endMs }
  }
  const match = TIMING.exec(line)
  if (!match) return undefined
  const [, h1, m1, s1, f1, h2, m2, s2, f2] = match
  return { startMs: milliseconds(h1, m1, s1, f1), endMs: milliseconds(h2, m2, s2, f2) }
}

function milliseconds(hours = '0', minutes = '0', seconds = '0', fraction = ''): number {
  return (
    (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000 + Number(fraction.padEnd(3, '0'))
  )
}

/** Reads `hh:mm:ss.mmm` at `at` without a pattern, as nearly every cue is written so; NaN for anything else. */
function readClock(line: string, at: number): number {
  const point = line.charCodeAt(at + 8)
  if (line[at + 2] !== ':' || line[at + 5] !== ':' || (point !== 0x2e && point !== 0x2c)) return Number.NaN
  const hours = digits(line, at, 2)
  const minutes = digits(line, at + 3, 2)
  return (hours * 3600 + minutes * 60 + digits(line, at + 6, 2)) * 1000 + digits(line, at + 9, 3)
}

function digits(line: string, at: number, count: number): number {
  let value = 0
  for (let index = at; index < at + count; index++) {
    const digit = line.charCodeAt(index) - 0x30
    if (digit < 0 || digit > 9) return Number.NaN
    value = value * 10 + digit
  }
  return value
}

/** Lines that belong to no cue. */
export interface Stray {
  /** Index of the cue above, -1 before the first. */
  after: number
  lines: string[]
}

/**
 * Cuts lines into cues. A timing line always opens a cue, also without a blank line before it; the line
 * directly above it is its id when it stands outside a cue or is a number.
 */
export function cutCues(lines: readonly string[], from = 0): { cues: RawCue[]; strays: Stray[] } {
  const cues: RawCue[] = []
  const strays: Stray[] = []
  // The block being read: from `start`, of the last cue when `inCue`; -1 between blocks.
  let start = -1
  let inCue = false
  const endBlock = (end: number) => {
    const cue = cues.at(-1)
    if (inCue && cue) cue.text = end === start + 1 ? (lines[start] ?? '') : lines.slice(start, end).join('\n')
    else if (start >= 0 && end > start)
      strays.push({ after: cues.length - 1, lines: lines.slice(start, end) })
    start = -1
    inCue = false
  }
  for (let index = from; index < lines.length; index++) {
    const line = lines[index] ?? ''
    const timing = parseTiming(line)
    if (timing) {
      const above = start >= 0 && index > start ? (lines[index - 1] ?? '') : undefined
      const isId = above !== undefined && (!inCue || /^\s*\d{1,9}\s*$/.test(above))
      endBlock(isId ? index - 1 : index)
      cues.push({
        id: isId ? above.trim() : undefined,
        startMs: timing.startMs,
        endMs: timing.endMs,
        text: '',
      })
      start = index + 1
      inCue = true
    } else if (line === '' || (line.charCodeAt(0) <= 0x20 && line.trim() === '')) endBlock(index)
    else if (start < 0) start = index
  }
  endBlock(lines.length)
  return { cues, strays }
}

/** Warns about times that run backwards and straightens cues that end before they start. */
export function checkTimes(cues: Cue[], fileName: string): Warning[] {
  let unordered = 0
  let negative = 0
  let last = 0
  for (const cue of cues) {
    if (cue.startMs < last) unordered++
    last = cue.startMs
    if (cue.endMs >= cue.startMs) continue
    negative++
    cue.endMs = cue.startMs
  }
  const warnings: Warning[] = []
  if (unordered > 0) {
    const message = `${unordered} cues of ${fileName} start before the cue above them. They stay in the order of the file.`
    warnings.push({ code: 'times-out-of-order', message })
  }
  if (negative > 0) {
    const message = `${negative} cues of ${fileName} end before they start. Their end was set to their start.`
    warnings.push({ code: 'negative-duration', message })
  }
  return warnings
}
