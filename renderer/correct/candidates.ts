/** Where the lost words of a passage may be now: what stands in their place, and stretches that share most of them. */
import { fold } from '../../core/text/fold.ts'
import { sentences } from '../../core/text/sentences.ts'
import type { Span } from '../../core/text/spans.ts'

export interface Candidate extends Span {
  /** Share of words in common, 0–1 (Dice). */
  likeness: number
}

const MOST = 4
const LEAST_LIKE = 0.3
/** Sentences a stretch may be longer than the passage. */
const SPARE = 1

/** Words that most sentences hold say nothing about which sentence this is. */
const COMMON = new Set(
  'a an and are as at be but by for from had has have he her him his i if in is it its me my no not of on or our she so that the their them then there they this to was we were what when which who will with you your'.split(
    ' ',
  ),
)

function wordsIn(text: string): string[] {
  const all = fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
  // A single letter is what an apostrophe left over.
  const telling = all.filter((word) => word.length > 1 && !COMMON.has(word))
  return telling.length > 0 ? telling : all
}

/** Dice's coefficient of two bags of words: twice what they share, over both sizes. */
function likeness(a: readonly string[], b: readonly string[]): number {
  const left = new Map<string, number>()
  for (const word of a) left.set(word, (left.get(word) ?? 0) + 1)
  let both = 0
  for (const word of b) {
    const count = left.get(word) ?? 0
    if (count === 0) continue
    both++
    left.set(word, count - 1)
  }
  return a.length + b.length === 0 ? 0 : (2 * both) / (a.length + b.length)
}

/** The likeliest first; of two alike, the nearer to where the passage began. They do not overlap. */
export function candidatesFor(
  text: string,
  turns: readonly Span[],
  { quote, start }: { quote: string; start: number },
): Candidate[] {
  const wanted = wordsIn(quote)
  const longest = sentences(quote).length + SPARE
  const found = turns
    .flatMap((turn) => stretches(text, turn, longest))
    .flatMap((span): Candidate[] => {
      const like = likeness(wanted, wordsIn(text.slice(span.start, span.end)))
      return like < LEAST_LIKE ? [] : [{ ...span, likeness: like }]
    })
  const distance = (candidate: Span) => Math.abs(candidate.start - start)
  const best: Candidate[] = []
  for (const candidate of found.toSorted((a, b) => b.likeness - a.likeness || distance(a) - distance(b))) {
    if (best.some((better) => better.start < candidate.end && candidate.start < better.end)) continue
    best.push(candidate)
    if (best.length === MOST) break
  }
  return best
}

interface Surroundings {
  quote: string
  prefix: string
  suffix: string
  start: number
}

/** Characters beside the passage that must be there still for a place to be known by them. */
const KNOWN_BY = 10

/**
 * The words that now stand where the passage stood: after the words that were before it, up to those that were after it, or
 * for as many sentences as it had. Null when neither side is there any more.
 */
export function standingIn(
  text: string,
  turns: readonly Span[],
  { quote, prefix, suffix, start }: Surroundings,
): Span | null {
  const [before, after] = [prefix.trimStart(), suffix.trimEnd()]
  const lead = before.length < KNOWN_BY ? -1 : nearest(text, before, start)
  const from = lead === -1 ? -1 : lead + before.length
  const until = after.length < KNOWN_BY ? -1 : text.indexOf(after, Math.max(0, from))
  const turn = turns.find(({ start: first, end }) =>
    from === -1 ? first < until && until <= end : first <= from && from < end,
  )
  if (turn === undefined) return null
  const span =
    from === -1
      ? lastSentences(text, { start: turn.start, end: until }, quote)
      : until !== -1 && until <= turn.end
        ? { start: from, end: until }
        : firstSentences(text, { start: from, end: turn.end }, quote)
  return trimmed(text, span)
}

/** The place of some words that is nearest to an offset; −1 when they are nowhere. */
function nearest(text: string, words: string, to: number): number {
  const after = text.indexOf(words, to)
  const before = text.lastIndexOf(words, to)
  if (after === -1 || before === -1) return Math.max(after, before)
  return after - to < to - before ? after : before
}

function firstSentences(text: string, { start, end }: Span, quote: string): Span {
  const some = sentences(text.slice(start, end)).slice(0, sentences(quote).length)
  return { start, end: start + (some.at(-1)?.end ?? 0) }
}

function lastSentences(text: string, { start, end }: Span, quote: string): Span {
  const some = sentences(text.slice(start, end)).slice(-sentences(quote).length)
  return { start: start + (some[0]?.start ?? end - start), end }
}

function trimmed(text: string, { start, end }: Span): Span | null {
  const words = text.slice(start, end)
  const inner = words.trim()
  const from = start + words.length - words.trimStart().length
  return inner === '' ? null : { start: from, end: from + inner.length }
}

/** Every run of one to `longest` sentences of a turn. */
function stretches(text: string, turn: Span, longest: number): Span[] {
  const spans = sentences(text.slice(turn.start, turn.end))
  return spans.flatMap(({ start }, from) =>
    spans
      .slice(from, from + longest)
      .map(({ end }) => ({ start: turn.start + start, end: turn.start + end })),
  )
}
