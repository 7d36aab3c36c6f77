/** Where the sentences of a transcript begin and end. */

interface SentenceSpan {
  start: number
  end: number
}

/** A run of end marks with the quotes and brackets that close after it, or the end of a line. */
const candidate = /([.!?…。！？]+)["'”’»)\]]*|[\n\r\u2028\u2029]+/gu

/** Never end a sentence, whatever follows. */
const titles = new Set('mr mrs ms mx dr prof rev st sgt cllr hon e.g i.e eg ie vs viz approx cf'.split(' '))
/** Do not end a sentence when a number follows: "No. 4", "Sept. 5". */
const beforeNumbers = new Set(
  'no nos tel ext para fig p pp vol jan feb mar apr jun jul aug sep sept oct nov dec'.split(' '),
)
/** Usually inside a sentence; end one only before a capital: "at 10 a.m. They came". */
const often = new Set('etc a.m p.m am pm dept est max min hr hrs mins ltd inc co u.k u.s'.split(' '))

const wordBefore = /(?:^|[^\p{L}\p{N}.])([\p{L}\p{N}]+(?:\.[\p{L}\p{N}]+)*)$/u
const capital = /^\p{Lu}/u
const longestAbbreviation = 12
const lookAhead = 40

/**
 * The sentences of `text` in order, as half-open UTF-16 offsets: trimmed, never overlapping, and between
 * them covering every character that is not white space. A line end always ends a sentence; abbreviations,
 * initials, decimals, times (10.30), list numbers and trailing-off dots do not.
 */
export function sentences(text: string): SentenceSpan[] {
  const spans: SentenceSpan[] = []
  let start = 0
  for (const match of text.matchAll(candidate)) {
    const end = match.index + match[0].length
    const marks = match[1]
    if (marks !== undefined && !endsSentence(text, start, match.index, marks, end)) continue
    pushTrimmed(spans, text, start, end)
    start = end
  }
  pushTrimmed(spans, text, start, text.length)
  return spans
}

/** Whether the marks at `at` (closed by `end`) finish the sentence that began at `start`. */
function endsSentence(text: string, start: number, at: number, marks: string, end: number): boolean {
  const closed = end > at + marks.length
  const after = text.slice(end, end + lookAhead)
  const next = after.trimStart()
  if (next === '') return true
  if (/^(?:\.(?!\.)|[!?,;:])/u.test(next)) return false
  if (/[。！？]/u.test(marks)) return true
  if (next.length === after.length) return !closed && lacksSpace(text, at, next)
  if (closed && /^\p{Ll}/u.test(next)) return false
  if (trailsOff(text, at, marks)) return capital.test(next) && !/^I(?!\p{L})/u.test(next)
  return marks !== '.' || closed || !abbreviates(text, start, at, next)
}

/** "it was done.Then it broke": the space was forgotten. Names such as "Node.js" stay whole. */
function lacksSpace(text: string, at: number, next: string): boolean {
  return capital.test(next) && /\p{Ll}{2}$/u.test(text.slice(Math.max(0, at - 4), at))
}

/** "..." and ". . ." are a pause before anything but a capital. */
function trailsOff(text: string, at: number, marks: string): boolean {
  return /^(?:\.{2,}|…+)$/u.test(marks) || (marks === '.' && /\s/u.test(text.charAt(at - 1)))
}

function abbreviates(text: string, start: number, at: number, next: string): boolean {
  const from = Math.max(start, at - longestAbbreviation)
  const word = wordBefore.exec(text.slice(from, at))?.[1]
  if (word === undefined) return false
  const lower = word.toLowerCase()
  if (titles.has(lower)) return true
  if (beforeNumbers.has(lower) && /^\d/u.test(next)) return true
  if (often.has(lower)) return !capital.test(next)
  if (/^\p{Lu}$/u.test(word)) return word !== 'I' && capital.test(next)
  return /^\d{1,3}$/u.test(word) && text.slice(start, at).trim() === word
}

function pushTrimmed(spans: SentenceSpan[], text: string, from: number, to: number): void {
  const piece = text.slice(from, to)
  const trimmed = piece.trim()
  if (trimmed === '') return
  const start = from + piece.length - piece.trimStart().length
  spans.push({ start, end: start + trimmed.length })
}
