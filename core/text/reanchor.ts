/** Finds passages again after their text was corrected: by alignment, by their exact words, then by words that nearly match. */
import { anchorOf, CONTEXT, type Anchor } from './anchor.ts'
import { nearestMatch } from './fuzzy.ts'
import { Haystack, plainWords } from './haystack.ts'
import { snapToGraphemes, snapToWords, trimSpan, type Span } from './spans.ts'

/** A stretch both texts share: old [from, from + length) reads as new [to, to + length). */
export interface Match {
  from: number
  to: number
  length: number
}

/** Where a passage is now. `same`: its words are unchanged (white space may differ); `changed`: they were edited. */
export interface Placed extends Span {
  how: 'same' | 'changed'
}

/** Share of a passage's own characters that must still be there for an edited passage to count as the same one. */
const KEPT = 0.5
/** Edits for each character of the quote that a near match may differ by. */
const ERRORS = 0.25
/** Letters by which growing a near match to whole words may pass that limit. */
const SPARE = 2
/** Quotes of this length are evidence in themselves; shorter ones need their surroundings too. */
const TELLING = 32
/** Characters of context that make a short quote believable away from its place. */
const ENOUGH_CONTEXT = 12
/** How far from its expected place a passage is believed without more evidence, in characters. */
const NEAR = 256
/** The furthest a near match is looked for from its expected place, in characters. */
const REACH = 1024

/**
 * Places each span of the old text in the new one; null where its words are gone. `matches` is an alignment of the two
 * texts: in order in both, without overlaps.
 */
export function reanchor(
  oldText: string,
  newText: string,
  matches: readonly Match[],
  spans: readonly Span[],
): (Placed | null)[] {
  const alignment = new Alignment(matches, newText.length)
  const haystack = new Haystack(newText)
  return spans.map((span) => {
    const search: Search = {
      text: newText,
      haystack,
      anchor: anchorOf(oldText, span),
      expected: alignment.expect(span.start),
      cuts: { start: cutsWord(oldText, span.start), end: cutsWord(oldText, span.end) },
      foreign: (found) => alignment.foreign(found, span),
      near: alignment.around(span),
    }
    return placeOne(search, alignment, span)
  })
}

/** Where offsets of the old text would be expected in the new one, whether or not what stood there was kept. */
export function follow(matches: readonly Match[], newLength: number, offsets: readonly number[]): number[] {
  const alignment = new Alignment(matches, newLength)
  return offsets.map((offset) => alignment.expect(offset))
}

/**
 * Finds a quote by its words and surroundings alone, near the expected offset: exact first, then nearly. For passages
 * that come without an alignment (another tool's coding).
 */
export function findQuote(text: string, anchor: Anchor, expected: number): Placed | null {
  const search: Search = {
    text,
    haystack: new Haystack(text),
    anchor,
    expected,
    cuts: { start: false, end: false },
    foreign: () => 0,
    near: { start: expected - NEAR, end: expected + anchor.quote.length + NEAR },
  }
  return findExact(search, () => true) ?? findNear(search)
}

interface Search {
  text: string
  haystack: Haystack
  anchor: Anchor
  expected: number
  /** Whether the passage's own edges stood inside a word. */
  cuts: { start: boolean; end: boolean }
  /** Characters of a new span that are aligned to old text outside the passage. */
  foreign: (found: Span) => number
  near: Span
}

function placeOne(search: Search, alignment: Alignment, span: Span): Placed | null {
  const { text, anchor } = search
  const aligned = alignment.map(span)
  if (aligned && sameWords(text.slice(aligned.start, aligned.end), anchor.quote)) {
    const placed = settled(text, aligned, anchor)
    if (placed?.how === 'same') return placed
  }
  const kept = alignment.kept(span)
  return (
    findExact(search, (found) => search.foreign(found) === 0) ??
    edited(search, aligned, kept, span) ??
    findExact(search, () => true) ??
    findNear(search) ??
    edited(search, alignment.inner(span), kept, span)
  )
}

/** A passage that was edited inside: half of the longer version must be shared, and what is shared must be telling. */
function edited(
  { text, anchor }: Search,
  now: Span | undefined,
  kept: number,
  { start, end }: Span,
): Placed | null {
  if (!now || kept < KEPT * Math.max(end - start, now.end - now.start)) return null
  if (kept < TELLING && contextOf(text, anchor, now) < ENOUGH_CONTEXT) return null
  return settled(text, now, anchor)
}

/** Whole graphemes, no white space at the ends; null when nothing is left. */
function settled(text: string, span: Span, anchor: Anchor): Placed | null {
  const { start, end } = trimSpan(text, snapToGraphemes(text, span))
  if (start >= end) return null
  return { start, end, how: sameWords(text.slice(start, end), anchor.quote) ? 'same' : 'changed' }
}

/** The best place where exactly these words stand, among those the search and `allowed` believe. */
function findExact(search: Search, allowed: (found: Span) => boolean): Placed | null {
  const { text, anchor, expected } = search
  let best: { placed: Placed; context: number; distance: number } | null = null
  for (const found of search.haystack.find(anchor.quote)) {
    if (!allowed(found) || !fitsEdges(search, found)) continue
    const context = contextOf(text, anchor, found)
    if (!believable(search, found, context)) continue
    const placed = settled(text, found, anchor)
    if (placed?.how !== 'same') continue
    const distance = Math.abs(found.start - expected)
    if (!best || context > best.context || (context === best.context && distance < best.distance)) {
      best = { placed, context, distance }
    }
  }
  return best?.placed ?? null
}

function findNear(search: Search): Placed | null {
  const { text, anchor, expected, near, cuts } = search
  const { quote } = anchor
  const limit = Math.floor(quote.length * ERRORS)
  if (limit === 0) return null
  const from = Math.max(0, Math.min(expected - NEAR, Math.max(near.start, expected - REACH)))
  const end = expected + quote.length + limit
  const to = Math.min(text.length, Math.max(end + NEAR, Math.min(near.end, end + REACH)))
  const found = nearestMatch(text, { start: from, end: to }, quote, limit, expected)
  if (!found) return null
  const snapped = snapToWords(text, found)
  const span = { start: cuts.start ? found.start : snapped.start, end: cuts.end ? found.end : snapped.end }
  const grown = span.end - span.start - (found.end - found.start)
  if (found.errors + grown > limit + SPARE) return null
  if (search.foreign(span) > (span.end - span.start) / 2) return null
  if (quote.length < TELLING && contextOf(text, anchor, span) < ENOUGH_CONTEXT) return null
  return settled(text, span, anchor)
}

function fitsEdges({ text, cuts }: Search, found: Span): boolean {
  return (cuts.start || !cutsWord(text, found.start)) && (cuts.end || !cutsWord(text, found.end))
}

function believable({ anchor, near }: Search, found: Span, context: number): boolean {
  if (anchor.quote.length >= TELLING || context >= ENOUGH_CONTEXT) return true
  return found.start >= near.start && found.end <= near.end
}

const WORD = /[\p{L}\p{N}\p{M}]/u

/** Whether an offset stands inside a word. */
function cutsWord(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false
  return WORD.test(text[offset - 1] ?? '') && WORD.test(text[offset] ?? '')
}

/**
 * Characters before and after a span that agree with the anchor's, counted outwards from its edges. Where both texts
 * begin or end there, all of that side agrees.
 */
function contextOf(text: string, { prefix, suffix }: Anchor, { start, end }: Span): number {
  const before = text.slice(Math.max(0, start - CONTEXT), start)
  const after = text.slice(end, end + CONTEXT)
  let back = 0
  while (back < prefix.length && back < before.length && alike(prefix.at(-1 - back), before.at(-1 - back)))
    back++
  if (prefix.length < CONTEXT && back === prefix.length && back === before.length) back = CONTEXT
  let on = 0
  while (on < suffix.length && on < after.length && alike(suffix[on], after[on])) on++
  if (suffix.length < CONTEXT && on === suffix.length && on === after.length) on = CONTEXT
  return back + on
}

const alike = (a: string | undefined, b: string | undefined): boolean =>
  a === b || (/\s/u.test(a ?? 'x') && /\s/u.test(b ?? 'x'))

const sameWords = (a: string, b: string): boolean => a === b || plainWords(a) === plainWords(b)

/** An alignment that answers where an old offset went and where a new one came from. */
class Alignment {
  readonly #matches: readonly Match[]
  readonly #newLength: number

  constructor(matches: readonly Match[], newLength: number) {
    this.#matches = matches
    this.#newLength = newLength
  }

  /** Index of the last match that starts at or before an old offset; −1 when there is none. */
  #before(offset: number, side: 'from' | 'to' = 'from'): number {
    let low = 0
    let high = this.#matches.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#matches[middle]?.[side] ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    return low - 1
  }

  /** The new offset of an old character, when it was kept. */
  #hit(offset: number): number | undefined {
    const match = this.#matches[this.#before(offset)]
    if (!match || offset >= match.from + match.length) return undefined
    return match.to + offset - match.from
  }

  /** A span whose first and last characters were kept. */
  map({ start, end }: Span): Span | undefined {
    const first = this.#hit(start)
    const last = this.#hit(end - 1)
    return first === undefined || last === undefined ? undefined : { start: first, end: last + 1 }
  }

  /** Matches that touch an old span, cut to it. */
  #within({ start, end }: Span): Match[] {
    const found: Match[] = []
    for (let at = Math.max(0, this.#before(start)); at < this.#matches.length; at++) {
      const match = this.#matches[at]
      if (!match || match.from >= end) break
      const from = Math.max(match.from, start)
      const length = Math.min(match.from + match.length, end) - from
      if (length > 0) found.push({ from, to: match.to + from - match.from, length })
    }
    return found
  }

  /** Characters of an old span that were kept. */
  kept(span: Span): number {
    return this.#within(span).reduce((sum, match) => sum + match.length, 0)
  }

  /** From the first to the last kept character of an old span. */
  inner(span: Span): Span | undefined {
    const within = this.#within(span)
    const first = within[0]
    const last = within.at(-1)
    return first && last && { start: first.to, end: last.to + last.length }
  }

  /** Where an old offset would be expected, kept or not. */
  expect(offset: number): number {
    const at = this.#before(offset)
    const match = this.#matches[at]
    const next = this.#matches[at + 1]?.to ?? this.#newLength
    if (!match) return Math.min(offset, next)
    return Math.min(match.to + offset - match.from, next)
  }

  /** The new stretch between what was kept before and after an old span, with some margin. */
  around({ start, end }: Span): Span {
    const before = this.#matches[this.#before(start - 1)]
    const from = before ? before.to + Math.min(before.length, start - before.from) : 0
    const after = this.#matches[this.#before(end - 1) + 1]
    return { start: from - NEAR, end: (after?.to ?? this.#newLength) + NEAR }
  }

  /** Characters of a new span that came from outside an old one. */
  foreign(found: Span, own: Span): number {
    let count = 0
    for (let at = Math.max(0, this.#before(found.start, 'to')); at < this.#matches.length; at++) {
      const match = this.#matches[at]
      if (!match || match.to >= found.end) break
      const to = Math.max(match.to, found.start)
      const end = Math.min(match.to + match.length, found.end)
      for (let offset = to; offset < end; offset++) {
        const from = match.from + offset - match.to
        if (from < own.start || from >= own.end) count++
      }
    }
    return count
  }
}
