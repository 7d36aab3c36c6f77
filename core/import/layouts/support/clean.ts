/** Text as it is kept: NFC, plain spaces, no invisible characters; and how characters are counted. */

const PLAIN = /^[\t\x20-\x7e]*$/
const ANSI = /\u001b\[[\d;]*[A-Za-z]/g
/** Spaces of all widths, which search and quotation would otherwise tell apart. */
const SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g
/** Controls, soft hyphens, zero-width spaces, byte order marks, bidirectional embeddings and isolates. */
const INVISIBLE =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u180e\u200b\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g
/** Characters that make text read in another order than it is stored. */
const REORDERING = /[\u202a-\u202e\u2066-\u2069]/

interface Cleaned {
  text: string
  /** Characters taken out that were not white space. */
  removed: string
  /** True when some of them could make a label look like another one. */
  reordering: boolean
}

export function clean(raw: string): Cleaned {
  if (PLAIN.test(raw)) return { text: raw, removed: '', reordering: false }
  let removed = ''
  const drop = (found: string) => {
    removed += found
    return ''
  }
  const text = raw.normalize('NFC').replace(ANSI, drop).replace(SPACES, ' ').replace(INVISIBLE, drop)
  return { text, removed: removed.replace(/\s+/g, ''), reordering: REORDERING.test(removed) }
}

/** Number of UTF-16 code units that are not white space: the unit of the character balance. */
export function count(text: string): number {
  let spaces = 0
  for (let at = 0; at < text.length; at++) if (isSpace(text.charCodeAt(at))) spaces++
  return text.length - spaces
}

/** The same set as `\s`, without a regular expression for each character. */
function isSpace(code: number): boolean {
  if (code <= 32) return code === 32 || (code >= 9 && code <= 13)
  if (code < 160) return false
  return (
    code === 160 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0xfeff
  )
}
