/** What Waymark suggests for a transcript, and what can be accepted of it. */
import { useCallback, useMemo } from 'react'
import type { Code } from '../../../core/contract/codebook.ts'
import type { Passage } from '../../../core/contract/codings.ts'
import type { Suggestion } from '../../../core/contract/suggest.ts'
import { clearOf, overlaps, type Span } from '../../../core/text/spans.ts'
import { useAsk, useSession } from '../../data.ts'
import { useAtRest } from '../../ui/idle.ts'
import type { Coded, CodedStore } from './coded.ts'
import type { DocumentId } from './passages.ts'

export interface Suggestions {
  /** Held back until the transcript is complete: code first, then compare. */
  isHeldBack: boolean
  list: readonly Suggestion[]
}

const NO_CODES: Suggestion['codes'] = []
const NONE: readonly Suggestion[] = []

interface SuggestionsProps {
  document: DocumentId | null
  isOn: boolean
  /** A sentence that the coder has given a feeling needs no suggestion. */
  coded: CodedStore | null
  codes: ReadonlyMap<Code['id'], Code>
}

/** In order of the text; empty while suggestions are switched off. */
export function useSuggestions({ document, isOn, coded, codes }: SuggestionsProps): Suggestions {
  const { coder } = useSession()
  const asked = { enabled: isOn && document !== null }
  const { data } = useAsk('suggest.forDocument', { document: document ?? 0 }, asked)
  const coders = useAsk('project.coders', {}, asked).data?.coders
  const self = coders?.find(({ name }) => name === coder)?.id
  const open = useCallback(
    ({ passages }: Coded): readonly Suggestion[] => {
      if (!isOn || data === undefined || data.hidden) return []
      const isFeeling = ({ code }: Passage['codings'][number]) => codes.get(code)?.family === 'emotion'
      const felt = passages.filter((passage) => passage.coder === self && passage.codings.some(isFeeling))
      return clearOf(data.suggestions, felt)
    },
    [isOn, data, self, codes],
  )
  const atRest = useAtRest(coded, open)
  // Those of the transcript read before are gone at once.
  const list = isOn && atRest[0]?.document === document ? atRest : NONE
  const isHeldBack = isOn && data?.hidden === true
  return useMemo(() => ({ isHeldBack, list }), [isHeldBack, list])
}

/** Touchpoints and reasons that the sentence of a suggestion mentions, asked for when it is looked at. */
export function useMentioned({ document, start, end }: Suggestion): Suggestion['codes'] {
  const { data } = useAsk('suggest.codes', { document, start, end }, { keep: false })
  return data?.codes ?? NO_CODES
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
