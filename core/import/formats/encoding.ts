/** Decides which encoding a text file is in, looking at all of it. */
import { isUtf8 } from 'node:buffer'
import { analyse } from 'chardet'
import iconv from 'iconv-lite'
import { letterFit } from './repertoires.ts'

/** How the bytes are to be read. `mixed`: mostly UTF-8 with stretches of Windows-1252. */
export type Encoding = { name: string; bom: number } | { name: 'mixed'; bom: 0 }

const BOMS: [name: string, mark: number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-32le', [0xff, 0xfe, 0, 0]],
  ['utf-32be', [0, 0, 0xfe, 0xff]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['gb18030', [0x84, 0x31, 0x95, 0x33]],
]

/** Most bytes of non-ASCII lines handed to the statistical detector. */
const SAMPLE = 96 * 1024

/** Names the encoding of `bytes`; `bom` is the length of the byte order mark in bytes. */
export function detectEncoding(bytes: Uint8Array): Encoding {
  for (const [name, mark] of BOMS) {
    if (mark.every((byte, index) => bytes[index] === byte)) return { name, bom: mark.length }
  }
  const valid = isUtf8(bytes)
  const wide = detectWide(bytes, valid)
  if (wide) return { name: wide, bom: 0 }
  if (valid) return { name: 'utf-8', bom: 0 }
  const declared = declaredEncoding(bytes)
  if (declared) return { name: declared, bom: 0 }
  const sample = nonAsciiLines(bytes)
  const eastAsian = detectEastAsian(sample)
  if (eastAsian) return { name: eastAsian, bom: 0 }
  if (utf8Share(sample) >= 0.2) return { name: 'mixed', bom: 0 }
  return { name: detectSingleByte(sample), bom: 0 }
}

/** The encoding an HTML page names for itself; not believed when it says UTF-8, which the bytes are not. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1')
  const name = /<meta\b[^>]{0,200}charset\s*=\s*["']?([\w-]{3,30})/i.exec(head)?.[1]?.toLowerCase()
  if (name === undefined || name.startsWith('utf') || !iconv.encodingExists(name)) return undefined
  return name === 'iso-8859-1' ? 'windows-1252' : name
}

/** UTF-16 and UTF-32 without a byte order mark show in which columns the zero bytes stand. */
function detectWide(bytes: Uint8Array, validUtf8: boolean): string | undefined {
  const zeros: [number, number, number, number] = [0, 0, 0, 0]
  for (let at = bytes.indexOf(0); at >= 0; at = bytes.indexOf(0, at + 1)) zeros[(at & 3) as 0 | 1 | 2 | 3]++
  const [a, b, c, d] = zeros
  const quarter = Math.floor(bytes.length / 4)
  if (quarter > 0 && c >= quarter * 0.9 && d >= quarter * 0.9 && a < quarter * 0.1) return 'utf-32le'
  if (quarter > 0 && a >= quarter * 0.9 && b >= quarter * 0.9 && d < quarter * 0.1) return 'utf-32be'
  const enough = (bytes.length / 2) * (validUtf8 ? 0.25 : 0.02)
  if (b + d > enough && (a + c) * 20 < b + d) return 'utf-16le'
  if (a + c > enough && (b + d) * 20 < a + c) return 'utf-16be'
  return undefined
}

/** The lines that hold bytes above 0x7F, joined, up to `SAMPLE` bytes: the only lines an encoding can be told from. */
function nonAsciiLines(bytes: Uint8Array): Uint8Array {
  const sample = new Uint8Array(Math.min(bytes.length, SAMPLE))
  let filled = 0
  let start = 0
  for (let at = 0; at <= bytes.length && filled < SAMPLE; at++) {
    const byte = bytes[at]
    if (byte !== undefined && byte < 0x80) {
      if (byte === 0x0a || byte === 0x0d) start = at + 1
      continue
    }
    if (byte === undefined) break
    const end = endOfLine(bytes, at, SAMPLE - filled)
    const from = Math.max(start, at - (SAMPLE >> 3))
    const line = bytes.subarray(from, Math.min(end, from + SAMPLE - filled))
    sample.set(line, filled)
    filled += line.length
    at = end
    start = end + 1
  }
  return sample.subarray(0, filled)
}

function endOfLine(bytes: Uint8Array, from: number, most: number): number {
  const limit = Math.min(bytes.length, from + most)
  let end = from
  while (end < limit && bytes[end] !== 0x0a && bytes[end] !== 0x0d) end++
  return end
}

/** Chinese, Japanese and Korean encodings: trusted only when they decode cleanly into such characters. */
function detectEastAsian(sample: Uint8Array): string | undefined {
  for (const { name, confidence } of analyse(sample)) {
    if (confidence < 30 || !/^(GB18030|Big5|Shift_JIS|EUC-)/.test(name)) continue
    const text = iconv.decode(Buffer.from(sample), name)
    const high = [...text].filter((char) => char > '\u007f')
    const eastern = high.filter((char) =>
      /[\p{Script=Han}\p{Script=Hira}\p{Script=Kana}\p{Script=Hang}\u3000-\u303f\uff00-\uffef‘’“”…—·]/u.test(
        char,
      ),
    )
    if (high.length > 0 && !text.includes('\ufffd') && eastern.length >= high.length * 0.95)
      return name.toLowerCase()
  }
  return undefined
}

/** Share of the non-ASCII stretches of bytes that are whole UTF-8 characters. */
function utf8Share(sample: Uint8Array): number {
  let good = 0
  let bad = 0
  for (let at = 0; at < sample.length;) {
    const length = utf8Length(sample, at)
    if (length > 1) good++
    if (length === 0) bad++
    at += length || 1
  }
  return good / (good + bad || 1)
}

/** Length in bytes of the UTF-8 character at `at`; 0 when the bytes there are not UTF-8. */
export function utf8Length(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0
  if (lead < 0x80) return 1
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2
  if (lead < 0xc2 || lead > 0xf4 || at + length > bytes.length) return 0
  return isUtf8(bytes.subarray(at, at + length)) ? length : 0
}

/** Western European, which a few quotation marks and accents alone cannot be told from. */
const USUAL = 'windows-1252'
/** How far, of 100, another encoding must lead over the usual one. */
const HEAD_START = 15
/** What letters that belong to one language weigh against letter statistics, which short texts mislead. */
const FIT = 60

/** Chooses among the 8-bit encodings: letter statistics, corrected by how the result would read. */
function detectSingleByte(sample: Uint8Array): string {
  const candidates = new Map([[USUAL, 5]])
  for (const { name, confidence } of analyse(sample)) {
    const known = singleByteName(name, sample)
    if (known) candidates.set(known, Math.max(confidence, candidates.get(known) ?? 0))
  }
  let best = USUAL
  let bestScore = -Infinity
  for (const [name, confidence] of candidates) {
    const text = iconv.decode(Buffer.from(sample), name)
    const usual = name === USUAL ? HEAD_START : 0
    const score = confidence + usual + FIT * letterFit(text, name) - 100 * misfits(text)
    if (score > bestScore) [best, bestScore] = [name, score]
  }
  return best
}

/** Windows code pages extend the ISO ones: bytes 0x80–0x9F are letters and quotes there, never in ISO text. */
function singleByteName(name: string, sample: Uint8Array): string | undefined {
  const extended = sample.some((byte) => byte >= 0x80 && byte <= 0x9f)
  if (name === 'ISO-8859-1') return 'windows-1252'
  if (name === 'ISO-8859-2') return extended ? 'windows-1250' : 'iso-8859-2'
  if (name === 'ISO-8859-9') return 'windows-1254'
  if (/^windows-125\d$/.test(name)) return name
  if (/^(ISO-8859-\d+|KOI8-R)$/.test(name))
    return extended && name !== 'KOI8-R' ? undefined : name.toLowerCase()
  return undefined
}

const ODD = new RegExp(
  [
    String.raw`[\u0080-\u009f\ufffd]`,
    String.raw`(?<=\p{L})[^\0-\u007f\p{L}\p{M}\u2010-\u201f\u2026\u00a0·»](?=\p{L})`,
    String.raw`(?<=\p{Ll})(?=[^\0-\u007f])\p{Lu}`,
    String.raw`(?=[^\0-\u007f])\p{L}(?=\d)`,
  ].join('|'),
  'gu',
)

/** Share of the non-ASCII characters that do not read like text: symbols inside words, letters before digits, capitals after small letters. */
function misfits(text: string): number {
  const high = text.match(/[^\0-\u007f]/g)?.length ?? 0
  const odd = text.match(ODD)
  return high === 0 ? 0 : (odd?.length ?? 0) / high
}
