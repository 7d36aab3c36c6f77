/** Tells whether lines were cut at a fixed width, and how a line joins the one before it. */
import type { Line } from './lines.ts'

const LOWER = /^\p{Ll}/u

interface Wrapping {
  wrapped: boolean
  /** What stands between a line and the one before it, when both belong to one turn. */
  join(line: Line): '\n' | ' ' | ''
}

/** Width of a full line, in characters: the 95th percentile. */
function fullWidth(lines: Line[]): number {
  const lengths = lines.filter((line) => !line.furniture).map((line) => line.to)
  lengths.sort((a, b) => a - b)
  return lengths[Math.floor(lengths.length * 0.95)] ?? 0
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
    if (!LOWER.test(line.text.slice(line.from, line.from + 2))) continue
    goesOn++
    if (before.to >= 0.6 * width) fullBefore++
  }
  return goesOn >= 3 && goesOn >= 0.15 * pairs && fullBefore >= 0.75 * goesOn
}

export function wrapping(lines: Line[], canWrap: boolean): Wrapping {
  const width = canWrap ? fullWidth(lines) : 0
  const wrapped = canWrap && isWrapped(lines, width)
  const previous = new Map<number, { line: Line; acrossPage: boolean }>()
  if (wrapped) {
    let last: Line | undefined
    let acrossPage = false
    for (const line of lines) {
      if (line.furniture) acrossPage = true
      else {
        if (last) previous.set(line.index, { line: last, acrossPage })
        last = line
        acrossPage = false
      }
    }
  }
  const join = (line: Line): '\n' | ' ' | '' => {
    const before = previous.get(line.index)
    if (!before || before.line.to < 0.7 * width) return '\n'
    if (line.blank && !before.acrossPage) return '\n'
    const goesOn = LOWER.test(line.text.slice(line.from, line.from + 2))
    const end = before.line.text.slice(before.line.to - 2, before.line.to)
    return goesOn && /^\p{L}-$/u.test(end) ? '' : ' '
  }
  return { wrapped, join }
}
