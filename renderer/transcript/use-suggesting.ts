/** Suggestions at the keyboard: to the next one, accept, reject; the words behind the current one are marked in the text. */
import { useCallback, useEffect, useMemo } from 'react'
import type { Code } from '../../core/contract/codebook.ts'
import type { Suggestion } from '../../core/contract/suggest.ts'
import { selectionOf, spanOf } from '../../core/text/selection.ts'
import { useCommands } from '../app/registry.ts'
import { useDo } from '../data.ts'
import { announce } from '../ui/announce.ts'
import type { Codes } from './data/codes.ts'
import { choicesOf, reasonsOf, suggestionAt } from './data/suggestions.ts'
import { highlight } from './reader/highlights.ts'
import { rangesOf } from './reader/points.ts'
import { selectInView, type ReaderState, type ReaderStore } from './state.ts'
import type { Desk } from './use-desk.ts'

export interface Suggesting {
  accept: (suggestion: Suggestion, code: Code['id']) => void
  /** Opens the palette for a code to accept it with. */
  choose: (reader: ReaderStore, suggestion: Suggestion) => void
  reject: (suggestion: Suggestion) => void
}

export function useSuggesting(desk: Desk | null, codes: Codes): Suggesting {
  const { mutate: acceptIt } = useDo('suggest.accept')
  const { mutate: rejectIt } = useDo('suggest.reject')
  const accept = useCallback(
    ({ document, start, end }: Suggestion, code: Code['id']) => acceptIt({ document, start, end, code }),
    [acceptIt],
  )
  const suggesting = useMemo<Suggesting>(
    () => ({
      accept,
      choose: (reader, suggestion) =>
        reader.set({
          selection: selectionOf(suggestion),
          pinned: null,
          hovered: null,
          palette: { family: 'emotion', use: (code) => accept(suggestion, code) },
        }),
      reject: ({ document, start, end }) => rejectIt({ document, start, end }),
    }),
    [accept, rejectIt],
  )
  useCommands(desk === null ? {} : handlersFor(desk, codes, suggesting))
  useReasons(desk)
  return suggesting
}

function handlersFor(desk: Desk, codes: Codes, { accept, choose, reject }: Suggesting) {
  const { reader, suggestions } = desk
  const here = () => suggestionAt(suggestions.list, spanOf(reader.get().selection))
  return {
    'coding.accept': () => {
      const suggestion = here()
      const [choice] = suggestion === undefined ? [] : choicesOf(suggestion, codes.list)
      if (suggestion === undefined) announce('There is no suggestion here')
      else if (choice === undefined) choose(reader, suggestion)
      else accept(suggestion, choice.code.id)
    },
    'coding.reject': () => {
      const suggestion = here()
      if (suggestion === undefined) announce('There is no suggestion here')
      else reject(suggestion)
    },
    'reading.nextSuggestion': () => goToNext(desk),
  }
}

/** After the last it begins again at the first. */
function goToNext({ reader, suggestions: { list, isHeldBack } }: Desk): void {
  const from = spanOf(reader.get().selection).start
  const next = list.find(({ start }) => start > from) ?? list[0]
  if (next !== undefined) selectInView(reader, selectionOf(next))
  else if (isHeldBack) announce('Suggestions wait until this transcript is complete')
  else announce('There are no suggestions in this transcript')
}

function useReasons(desk: Desk | null): void {
  useEffect(() => {
    if (desk === null) return
    const { reader, transcript, suggestions } = desk
    let shown: Suggestion | undefined
    let last: Partial<ReaderState> = {}
    const paint = () => {
      const state = reader.get()
      if (state.selection === last.selection && state.drawn === last.drawn) return
      const isRedrawn = state.drawn !== last.drawn
      last = state
      const suggestion = suggestionAt(suggestions.list, spanOf(state.selection))
      if (suggestion === shown && !isRedrawn) return
      shown = suggestion
      const reasons = suggestion === undefined ? [] : reasonsOf(suggestion)
      const ranges = reasons.flatMap((reason) => rangesOf(reader.id, transcript.turns, reason))
      highlight('reasons', reader.id, ranges)
    }
    paint()
    return reader.subscribe(paint)
  }, [desk])
}
