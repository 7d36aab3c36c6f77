/** Time stamps as transcripts write them. All results are milliseconds. */

const CLOCK = String.raw`\d{1,3}:\d{1,2}(?::\d{1,2})?(?::\d{2})?(?:[.,]\d{1,7}|-\d(?![\d:]))?`
const STAMP = new RegExp(
  String.raw`[[({#<]?\s*(${CLOCK})\.?(?:\s*(?:-->|[-–—]|to|bis)\s*(${CLOCK})\.?)?(?:\s*[ap]\.?m\.?(?![\p{L}]))?\s*[\])}#>]?`,
  'iuy',
)
const END_STAMP = new RegExp(String.raw`\s*(?:#(${CLOCK})#|\[(${CLOCK})\]|\((${CLOCK})\))\s*$`)

interface Stamp {
  startMs: number
  endMs?: number
  /** Offset just behind the stamp. */
  end: number
  /** The bracket it stands in: '[', '(', '#', … or ''. */
  bracket: string
}

/** `h:mm:ss.mmm`, `mm:ss`, `0:0:3.2`, `00:01:16-1` (tenths), `hh:mm:ss:ff` (frames are dropped). */
export function milliseconds(clock: string): number {
  const [whole = '', fraction = ''] = clock.split(/[.,-]/)
  const parts = whole.split(':').map(Number)
  const [hours = 0, minutes = 0, seconds = 0] = parts.length === 2 ? [0, ...parts] : parts
  return Math.round(((hours * 60 + minutes) * 60 + seconds + Number(`0.${fraction || '0'}`)) * 1000)
}

/** A time stamp that starts exactly at `at`, or null. */
export function stampAt(text: string, at: number): Stamp | null {
  if (isLetter(text.charCodeAt(at))) return null
  STAMP.lastIndex = at
  const match = STAMP.exec(text)
  if (!match?.[1]) return null
  const first = text[at] ?? ''
  const bracket = /\d/.test(first) ? '' : first
  const stamp: Stamp = { startMs: milliseconds(match[1]), end: at + match[0].length, bracket }
  if (match[2]) stamp.endMs = milliseconds(match[2])
  // A bare stamp keeps the space behind it out; "10:30am" and "3:1 against" are not stamps.
  if (!bracket) {
    const trimmed = match[0].trimEnd().length
    stamp.end = at + trimmed
    if (/[\p{L}\d]/u.test(text[stamp.end] ?? '')) return null
  }
  return stamp
}

const isLetter = (code: number) => (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)

/** A stamp that closes a line, as f4, easytranscript and MAXQDA write it: `text #00:01:16-1#`. */
export function endStamp(text: string, from: number, to: number): { at: number; endMs: number } | null {
  const last = text[to - 1]
  if (last !== '#' && last !== ']' && last !== ')') return null
  const start = Math.max(from, to - 24)
  const match = END_STAMP.exec(text.slice(start, to))
  const clock = match?.[1] ?? match?.[2] ?? match?.[3]
  return match && clock ? { at: start + match.index, endMs: milliseconds(clock) } : null
}
