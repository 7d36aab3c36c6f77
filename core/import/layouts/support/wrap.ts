/** Tells whether lines were cut at a fixed width, and how a line joins the one before it. */
import type { Line } from './lines.ts'

const LOWER = /^\p{Ll}/u
const LETTER = /^\p{L}/u

/** Whether a line begins with a small letter. */
function isLower({ text, from }: Line): boolean {
  const code = text.charCodeAt(from)
  return code < 0x80 ? code >= 0x61 && code <= 0x7a : LOWER.test(text.slice(from, from + 2))
}

interface Wrapping {
  wrapped: boolean
  /** What stands between a line and the one before it, when both belong to one turn. */
  join(line: Line): '\n' | ' ' | ''
}

/** Width of a full line, in characters: the 95th percentile. */
function fullWidth(lines: Line[]): number {
  const all = new Uint32Array(lines.length)
  let count = 0
  for (const { furniture, to } of lines) if (!furniture) all[count++] = to
  return all.subarray(0, count).sort()[Math.floor(count * 0.95)] ?? 0
}

/**
 * Hard wrapping shows in lines that go on in lower case straight below a full line. A text with one turn
 * for each line has few of those and lines of every length.
 */
function isWrapped(lines: Line[], width: number): boolean {
  if (width < 30 || width > 140) return false
  let pairs = 0
  let goesOn = 0
  let fullBefore = 0
  for (let at = 1; at < lines.length; at++) {
    const line = lines[at]
    const before = lines[at - 1]
    if (!line || !before || line.blank || line.furniture || before.furniture || line.cell) continue
    pairs++
    if (!isLower(line)) continue
    goesOn++
    if (before.to >= 0.6 * width) fullBefore++
  }
  return goesOn >= 3 && goesOn >= 0.15 * pairs && fullBefore >= 0.75 * goesOn
}

export function wrapping(lines: Line[], canWrap: boolean): Wrapping {
  const width = canWrap ? fullWidth(lines) : 0
  const wrapped = canWrap && isWrapped(lines, width)
  if (!wrapped) return { wrapped, join: () => '\n' }
  const above = linesAbove(lines)
  const join = (line: Line): '\n' | ' ' | '' => {
    const before = above[line.index]
    if (!before || before.to < 0.7 * width) return '\n'
    // Where other lines stand between, a page ended there.
    if (line.blank && before.index === line.index - 1) return '\n'
    const { text, to } = before
    const isParted = text[to - 1] === '-' && LETTER.test(text[to - 2] ?? '')
    return isParted && isLower(line) ? '' : ' '
  }
  return { wrapped, join }
}

/** For each line the nearest one above it that is no furniture. */
function linesAbove(lines: Line[]): (Line | undefined)[] {
  let last: Line | undefined
  return lines.map((line) => {
    const above = last
    if (!line.furniture) last = line
    return line.furniture ? undefined : above
  })
}
