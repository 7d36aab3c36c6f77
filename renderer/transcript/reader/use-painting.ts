/** Shows the reader's state in the page without rendering: highlights, the current turn, the native selection. */
import { useEffect, useLayoutEffect, type RefObject } from 'react'
import { rangeAt } from '../../../core/text/segments.ts'
import { isCaret, spanOf, unitAt } from '../../../core/text/selection.ts'
import { afterFrame } from '../../ui/idle.ts'
import type { CodedStore } from '../data/coded.ts'
import type { Transcript } from '../data/views.ts'
import type { ReaderState, ReaderStore } from '../state.ts'
import { clearHighlights, highlight } from './highlights.ts'
import { rangeOf, rangesOf, turnId } from './points.ts'

export function usePainting(
  reader: ReaderStore,
  root: RefObject<HTMLElement | null>,
  coded: CodedStore,
): void {
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
        natively()
      }
      if (state.hovered?.passages !== last?.hovered?.passages) {
        const [id] = state.hovered?.passages ?? []
        const passage = coded.get().shown.find((candidate) => candidate.id === id)
        highlight('hover', reader.id, passage ? rangesOf(reader.id, transcript.turns, passage) : [])
      }
    }
    let cancel = () => {}
    // When the text has been laid out: asked for sooner, it would be laid out twice.
    const natively = () => {
      cancel()
      cancel = afterFrame(() => {
        if (root.current !== null) followNatively(reader.id, root.current, transcript, reader.get())
      })
    }
    const element = root.current
    paint()
    // Coming back to the text, its selection is the browser's again.
    element?.addEventListener('focus', natively)
    const stop = reader.subscribe(paint)
    return () => {
      marked?.removeAttribute('data-current')
      stop()
      cancel()
      element?.removeEventListener('focus', natively)
    }
  }, [reader, root, transcript, coded])

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

/**
 * Keeps the browser's own selection in step, for copying and for screen readers; only while the reader has the focus, and
 * without taking it from a field.
 */
function followNatively(
  id: string,
  root: HTMLElement,
  { turns }: Transcript,
  { selection }: ReaderState,
): void {
  if (!root.contains(document.activeElement)) return
  const native = getSelection()
  const { start, end } = spanOf(selection)
  const range = rangeOf(id, turns, { start, end: Math.max(start + 1, end) })
  if (native === null || range === null) return
  if (isCaret(selection)) native.collapse(range.startContainer, range.startOffset)
  else if (selection.anchor <= selection.focus) {
    native.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset)
  } else {
    native.setBaseAndExtent(range.endContainer, range.endOffset, range.startContainer, range.startOffset)
  }
}
