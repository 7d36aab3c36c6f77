/** Checks a passage of another program against the words it says it coded, and finds them when its offsets drifted. */
import { CONTEXT } from '../../text/anchor.ts'
import { findQuote } from '../../text/reanchor.ts'
import { trimSpan, type Span } from '../../text/spans.ts'
import type { ToolPassage } from './model.ts'

const plain = (words: string): string => words.split(/\s+/u).filter(Boolean).join(' ')

/**
 * The first of the candidate spans whose words are the quote; else the quote's own place near the first; else nowhere.
 * Spans come back without white space at their ends.
 */
export function verify(
  text: string,
  quote: string,
  candidates: readonly Span[],
): Span & Pick<ToolPassage, 'found'> {
  const wanted = plain(quote)
  for (const candidate of candidates) {
    const span = trimSpan(text, { start: candidate.start, end: Math.min(candidate.end, text.length) })
    if (span.start < span.end && plain(text.slice(span.start, span.end)) === wanted)
      return { ...span, found: 'offsets' }
  }
  const [first = { start: 0, end: 0 }] = candidates
  const anchor = {
    quote: quote.trim(),
    prefix: text.slice(Math.max(0, first.start - CONTEXT), first.start),
    suffix: text.slice(first.end, first.end + CONTEXT),
  }
  const found = wanted === '' ? null : findQuote(text, anchor, first.start)
  return found ? { start: found.start, end: found.end, found: 'quote' } : { ...first, found: 'nowhere' }
}

/** Turns code point offsets (Python's) into UTF-16 ones. */
export function codePointOffsets(text: string): (offset: number) => number {
  // Offsets of the characters that take two units: all others are found by counting them.
  const wide: number[] = []
  let points = 0
  for (const character of text) {
    if (character.length === 2) wide.push(points)
    points++
  }
  return (offset) => {
    let low = 0
    let high = wide.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((wide[middle] ?? 0) < offset) low = middle + 1
      else high = middle
    }
    return offset + low
  }
}
