/** Where the lost words of a passage may be now: stretches of the transcript that share most of them. */
import { fold } from '../../core/text/fold.ts'
import { sentences } from '../../core/text/sentences.ts'
import type { Span } from '../../core/text/spans.ts'

export interface Candidate extends Span {
  /** Share of words in common, 0–1 (Dice). */
  likeness: number
}

const MOST = 4
const LEAST_LIKE = 0.25
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
  const telling = all.filter((word) => !COMMON.has(word))
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

/** Every run of one to `longest` sentences of a turn. */
function stretches(text: string, turn: Span, longest: number): Span[] {
  const spans = sentences(text.slice(turn.start, turn.end))
  return spans.flatMap(({ start }, from) =>
    spans
      .slice(from, from + longest)
      .map(({ end }) => ({ start: turn.start + start, end: turn.start + end })),
  )
}
