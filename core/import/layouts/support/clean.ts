/** Text as it is kept: NFC, no halves of characters, plain spaces, no invisible characters; and how characters are counted. */

/** Text that stays as it is: printable Latin letters, dashes, quotation marks and signs, none of which compose. */
const PLAIN = /^[\t\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*$/
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

/** Whether a text is clean as it stands, as most are. */
export const isClean = (raw: string): boolean => PLAIN.test(raw)

export function clean(raw: string): Cleaned {
  if (isClean(raw)) return { text: raw, removed: '', reordering: false }
  let removed = ''
  const drop = (found: string) => {
    removed += found
    return ''
  }
  // Composed last: an accent may have stood apart from its letter only by something invisible.
  const visible = raw.toWellFormed().replace(ANSI, drop).replace(SPACES, ' ').replace(INVISIBLE, drop)
  const text = visible.normalize('NFC')
  return { text, removed: removed.replace(/\s+/g, ''), reordering: REORDERING.test(removed) }
}

/** 1 for each character that `\s` matches. A table without branches counts three times as fast as comparing. */
const WHITE = new Uint8Array(0x10000)
for (const space of '\t\n\v\f\r \u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff')
  WHITE[space.charCodeAt(0)] = 1
WHITE.fill(1, 0x2000, 0x200b)

/** Number of UTF-16 code units that are not white space: the unit of the character balance. */
export function count(text: string): number {
  let spaces = 0
  for (let at = 0; at < text.length; at++) spaces += WHITE[text.charCodeAt(at)] ?? 0
  return text.length - spaces
}
