/** The reader's selection and the browser's own kept in step, for copying, for screen readers and for what they select. */
import { useLayoutEffect, type RefObject } from 'react'
import { isCaret, selectionOf, snap, spanOf, type Selection } from '../../../core/text/selection.ts'
import { afterFrame } from '../../ui/idle.ts'
import type { Transcript } from '../data/views.ts'
import { select, type ReaderState, type ReaderStore } from '../state.ts'
import { offsetAt, rangeOf } from './points.ts'

export function useNativeSelection(
  reader: ReaderStore,
  root: RefObject<HTMLElement | null>,
  transcript: Transcript,
): void {
  useLayoutEffect(() => {
    const element = root.current
    if (element === null) return
    let known: ReaderState | null = null
    let cancel = () => {}
    // Until the browser's own has followed, it is of before: of other words, or of text since drawn anew.
    let isBehind = false
    // When the text has been laid out: asked for sooner, it would be laid out twice.
    const follow = () => {
      cancel()
      isBehind = true
      cancel = afterFrame(() => {
        isBehind = false
        if (!isDragging()) selectNatively(reader, element, transcript)
      })
    }
    const onChange = () => {
      const last = known
      known = reader.get()
      const { selection, pinned, drawn } = known
      if (selection !== last?.selection || pinned !== last.pinned || drawn !== last.drawn) follow()
    }
    // Select all, caret browsing and screen readers move the browser's own; a drag is looked at when it ends.
    const onSelectionChange = () => {
      if (isBehind || isDragging() || !element.contains(document.activeElement)) return
      const native = nativeSelection(element)
      const { selection } = reader.get()
      if (native === null || (native.anchor === selection.anchor && native.focus === selection.focus)) return
      const span = snap(transcript, spanOf(native), 'none')
      if (span.start < span.end) select(reader, selectionOf(span))
    }
    onChange()
    // Coming back to the text, its selection is the browser's again.
    element.addEventListener('focus', follow)
    document.addEventListener('selectionchange', onSelectionChange)
    const stop = reader.subscribe(onChange)
    return () => {
      stop()
      cancel()
      element.removeEventListener('focus', follow)
      document.removeEventListener('selectionchange', onSelectionChange)
    }
  }, [reader, root, transcript])
}

/** Marks the page while words are selected with the pointer, which the styles and the browser's selection need to know. */
export function setDragging(isOn: boolean): void {
  if (isOn) document.documentElement.dataset.selecting = ''
  else delete document.documentElement.dataset.selecting
}

const isDragging = (): boolean => 'selecting' in document.documentElement.dataset

/** The browser's own selection as offsets; null when it is elsewhere. */
export function nativeSelection(root: Element): Selection | null {
  const native = getSelection()
  if (native === null || native.anchorNode === null || native.focusNode === null) return null
  const anchor = offsetAt(root, { node: native.anchorNode, offset: native.anchorOffset })
  const focus = offsetAt(root, { node: native.focusNode, offset: native.focusOffset })
  return anchor === null || focus === null ? null : { anchor, focus }
}

/** Only while the reader has the focus, and without taking it from a field. */
function selectNatively(reader: ReaderStore, root: HTMLElement, { turns }: Transcript): void {
  if (!root.contains(document.activeElement)) return
  const { selection } = reader.get()
  const native = getSelection()
  const { start, end } = spanOf(selection)
  const range = rangeOf(reader.id, turns, { start, end: Math.max(start + 1, end) })
  if (native === null || range === null) return
  if (isCaret(selection)) native.collapse(range.startContainer, range.startOffset)
  else if (selection.anchor <= selection.focus) {
    native.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset)
  } else {
    native.setBaseAndExtent(range.endContainer, range.endOffset, range.startContainer, range.startOffset)
  }
}
