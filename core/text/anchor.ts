/** What a passage remembers of its surroundings, so that it can be found again when a transcript is corrected. */
import type { Span } from './spans.ts'

/** Characters of context kept on either side of a passage. */
export const CONTEXT = 32

export interface Anchor {
  quote: string
  prefix: string
  suffix: string
}

export function anchorOf(text: string, { start, end }: Span): Anchor {
  return {
    quote: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - CONTEXT), start),
    suffix: text.slice(end, end + CONTEXT),
  }
}
