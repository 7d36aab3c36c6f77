/** Shows the reader's state in the page without rendering: highlights, the current turn. */
import { useEffect, useLayoutEffect } from 'react'
import { rangeAt } from '../../../core/text/segments.ts'
import { isCaret, spanOf, unitAt } from '../../../core/text/selection.ts'
import type { CodedStore } from '../data/coded.ts'
import type { Transcript } from '../data/views.ts'
import type { ReaderState, ReaderStore } from '../state.ts'
import { clearHighlights, highlight } from './highlights.ts'
import { rangesOf, turnId } from './points.ts'

export function usePainting(reader: ReaderStore, coded: CodedStore): void {
  const { transcript } = coded.of
  useLayoutEffect(() => {
    let painted: ReaderState | null = null
    let marked: Element | null = null
    const paint = () => {
      const state = reader.get()
      const last = painted?.drawn === state.drawn ? painted : null
      painted = state
      if (state.selection !== last?.selection || state.pinned !== last.pinned) {
        paintSelection(reader, transcript, state)
        marked = markTurn(reader, transcript, marked, state)
      }
      if (state.hovered?.passages !== last?.hovered?.passages) {
        const [id] = state.hovered?.passages ?? []
        const passage = coded.get().shown.find((candidate) => candidate.id === id)
        highlight('hover', reader.id, passage ? rangesOf(reader.id, transcript.turns, passage) : [])
      }
    }
    paint()
    const stop = reader.subscribe(paint)
    return () => {
      marked?.removeAttribute('data-current')
      stop()
    }
  }, [reader, transcript, coded])

  useEffect(() => () => clearHighlights(reader.id), [reader])
}

function paintSelection(
  reader: ReaderStore,
  transcript: Transcript,
  { selection, pinned }: ReaderState,
): void {
  const { turns } = transcript
  const span = spanOf(selection)
  const ranges = isCaret(selection) ? [] : rangesOf(reader.id, turns, span)
  highlight('selection', reader.id, pinned === null ? ranges : [])
  highlight('pinned', reader.id, pinned === null ? [] : ranges)
  const word = isCaret(selection) ? unitAt(transcript, 'word', selection.focus) : null
  highlight('caret', reader.id, word === null ? [] : rangesOf(reader.id, turns, word))
}

/** The turn the caret is in carries `data-current`; React does not manage that attribute. Returns its element. */
function markTurn(
  reader: ReaderStore,
  { turns }: Transcript,
  marked: Element | null,
  { selection }: ReaderState,
): Element | null {
  const turn = document.getElementById(turnId(reader.id, rangeAt(turns, spanOf(selection).start)))
  if (turn === marked) return marked
  marked?.removeAttribute('data-current')
  turn?.setAttribute('data-current', '')
  return turn
}
