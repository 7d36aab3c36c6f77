/** Cuts RTF into tokens in one pass (Rich Text Format 1.9.1, "Basic entities"). */

export interface RtfHandler {
  openGroup(): void
  closeGroup(): void
  /** `\word` with its number; `starred` when `\*` stood before it. */
  control(word: string, value: number | undefined, starred: boolean): void
  /** One byte written as `\'hh`. */
  byte(value: number): void
  /** Literal characters, one byte each. */
  text(text: string): void
}

const SPECIAL = /[\\{}\r\n]/g
const CONTROL = /([a-z]{1,32})(-?\d{1,10})? ?/iy
const HEX = /[0-9a-f]{2}/iy

/** Walks `source`, bytes as Latin-1 characters. Returns false when groups are left open at the end. */
export function walkRtf(source: string, handler: RtfHandler): boolean {
  let at = 0
  let depth = 0
  let starred = false
  while (at < source.length) {
    SPECIAL.lastIndex = at
    const found = SPECIAL.exec(source)
    const next = found ? found.index : source.length
    if (next > at) handler.text(source.slice(at, next))
    at = next + 1
    const char = source[next]
    if (char === '{') {
      depth++
      handler.openGroup()
    } else if (char === '}') {
      handler.closeGroup()
      if (--depth <= 0) return true
    } else if (char === '\\') {
      const symbol = source[at] ?? ''
      if (symbol === '*') {
        starred = true
        at++
        continue
      }
      at = readControl(source, at, starred, handler)
      starred = false
    }
  }
  return false
}

/** Handles what follows a backslash; returns where to go on. */
function readControl(source: string, at: number, starred: boolean, handler: RtfHandler): number {
  CONTROL.lastIndex = at
  const match = CONTROL.exec(source)
  if (match) {
    const value = match[2] === undefined ? undefined : Number(match[2])
    // Binary data follows directly and may contain anything, braces included.
    if (match[1] === 'bin') return CONTROL.lastIndex + Math.max(0, value ?? 0)
    handler.control(match[1] ?? '', value, starred)
    return CONTROL.lastIndex
  }
  if (source[at] === "'") {
    HEX.lastIndex = at + 1
    const hex = HEX.exec(source)
    if (!hex) return at + 1
    handler.byte(Number.parseInt(hex[0], 16))
    return at + 3
  }
  handler.control(source[at] ?? '', undefined, starred)
  return at + 1
}
