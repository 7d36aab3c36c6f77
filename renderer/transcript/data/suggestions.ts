/** What Waymark suggests for a transcript, and what can be accepted of it. */
import { useMemo } from 'react'
import type { Code } from '../../../core/contract/codebook.ts'
import type { Suggestion } from '../../../core/contract/suggest.ts'
import { overlaps, type Span } from '../../../core/text/spans.ts'
import { useAsk } from '../../data.ts'
import type { DocumentId } from './passages.ts'

export interface Suggestions {
  /** Held back until the transcript is complete: code first, then compare. */
  isHeldBack: boolean
  list: readonly Suggestion[]
}

const NONE: Suggestions = { isHeldBack: false, list: [] }

/** In order of the text; empty while suggestions are switched off. */
export function useSuggestions(document: DocumentId | null, isOn: boolean): Suggestions {
  const { data } = useAsk(
    'suggest.forDocument',
    { document: document ?? 0, withCodes: true },
    { enabled: isOn && document !== null },
  )
  return useMemo(() => {
    if (!isOn || data === undefined) return NONE
    return { isHeldBack: data.hidden, list: data.hidden ? [] : data.suggestions }
  }, [isOn, data])
}

/** The suggestion for the sentence at an offset. */
export const suggestionAt = (list: readonly Suggestion[], span: Span): Suggestion | undefined =>
  list.find((suggestion) =>
    overlaps(suggestion, { start: span.start, end: Math.max(span.start + 1, span.end) }),
  )

export interface Choice {
  code: Code
  reasons: Suggestion['sentiment']['reasons']
}

/** Codes of the codebook a suggestion offers, the likeliest first, feelings before the rest. */
export function choicesOf(suggestion: Suggestion, codes: readonly Code[]): Choice[] {
  const byKey = new Map(codes.filter(({ archived }) => !archived).map((code) => [code.code, code]))
  return [...suggestion.emotions, ...suggestion.codes].flatMap(({ code: key, reasons }) => {
    const code = byKey.get(key)
    return code === undefined ? [] : [{ code, reasons }]
  })
}

/** The words that speak for a suggestion, each once. */
export function reasonsOf(suggestion: Suggestion): Suggestion['sentiment']['reasons'] {
  const all = [
    ...suggestion.sentiment.reasons,
    ...suggestion.emotions.flatMap(({ reasons }) => reasons),
    ...suggestion.codes.flatMap(({ reasons }) => reasons),
  ]
  return [...new Map(all.map((reason) => [`${reason.start}-${reason.end}`, reason])).values()]
}
