/** What WebVTT and SRT share: timing lines, and cues cut out of lines. */
import type { Cue, Warning } from '../model.ts'

/** A cue before its markup is read. */
export interface RawCue {
  id?: string
  startMs: number
  endMs: number
  lines: string[]
}

const TIMING =
  /^\s*(?:(\d{1,6}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3}))?\s*-->\s*(?:(\d{1,6}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3}))?(?:\s.*)?$/

/** Start and end of a timing line in milliseconds, or undefined when the line is none. */
export function parseTiming(line: string): { startMs: number; endMs: number } | undefined {
  if (!line.includes('-->') || line.length > 500) return undefined
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

/** Lines that belong to no cue. */
export interface Stray {
  /** Index of the cue above, -1 before the first. */
  after: number
  lines: string[]
}

/**
 * Cuts lines into cues. A timing line always opens a cue, also without a blank line before it; the line
 * directly above it is its id when it opens its block or is a number.
 */
export function cutCues(lines: readonly string[], from = 0): { cues: RawCue[]; strays: Stray[] } {
  const cues: RawCue[] = []
  const strays: Stray[] = []
  let block: string[] | undefined
  for (let index = from; index < lines.length; index++) {
    const line = lines[index] ?? ''
    const timing = parseTiming(line)
    if (timing) {
      const cue: RawCue = { ...timing, lines: [] }
      const id = takeId(block, lines[index - 1], strays, block === cues.at(-1)?.lines)
      if (id !== undefined) cue.id = id
      cues.push(cue)
      block = cue.lines
    } else if (line === '' || line.trim() === '') {
      block = undefined
    } else {
      if (!block) strays.push({ after: cues.length - 1, lines: (block = []) })
      block.push(line)
    }
  }
  return { cues, strays: strays.filter((stray) => stray.lines.length > 0) }
}

function takeId(
  block: string[] | undefined,
  above: string | undefined,
  strays: Stray[],
  insideCue: boolean,
): string | undefined {
  if (!block || above === undefined || block.at(-1) !== above) return undefined
  if (insideCue && !/^\s*\d{1,9}\s*$/.test(above)) return undefined
  if (!insideCue && strays.at(-1)?.lines !== block) return undefined
  block.pop()
  return above.trim()
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
