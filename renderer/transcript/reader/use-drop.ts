/** A code dragged from the codebook and let go on the text: on the selection if it lies there, else on the sentence below it. */
import { useRef, type DragEvent, type RefObject } from 'react'
import type { Code } from '../../../core/contract/codebook.ts'
import { isCaret, selectionOf, spanOf, unitAt } from '../../../core/text/selection.ts'
import type { Span } from '../../../core/text/spans.ts'
import type { Transcript } from '../data/views.ts'
import { select, type ReaderStore } from '../state.ts'
import { highlight } from './highlights.ts'
import { offsetAt, pointUnder, rangesOf } from './points.ts'

/** What a dragged code is called while it is dragged; its data is the code's id. */
export const DRAGGED_CODE = 'application/x-waymark-code'

interface DropProps {
  reader: ReaderStore
  root: RefObject<HTMLElement | null>
  transcript: Transcript
  onDropCode: (code: Code['id']) => void
}

export function useDrop({ reader, root, transcript, onDropCode }: DropProps) {
  const shown = useRef('')
  const show = (span: Span | null) => {
    const key = span === null ? '' : `${span.start}-${span.end}`
    if (key === shown.current) return
    shown.current = key
    highlight('hover', reader.id, span === null ? [] : rangesOf(reader.id, transcript.turns, span))
  }
  const targetOf = (event: DragEvent): Span | null => {
    const point = pointUnder(event.clientX, event.clientY)
    const offset = point === null || root.current === null ? null : offsetAt(root.current, point)
    if (offset === null) return null
    const { selection } = reader.get()
    const span = spanOf(selection)
    if (!isCaret(selection) && span.start <= offset && offset <= span.end) return span
    return unitAt(transcript, 'sentence', offset)
  }
  return {
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes(DRAGGED_CODE)) return
      event.preventDefault()
      event.dataTransfer.dropEffect = 'copy'
      show(targetOf(event))
    },
    onDragLeave: () => show(null),
    onDrop: (event: DragEvent) => {
      const code = Number(event.dataTransfer.getData(DRAGGED_CODE))
      const target = targetOf(event)
      show(null)
      if (!code || target === null) return
      event.preventDefault()
      select(reader, selectionOf(target))
      onDropCode(code as Code['id'])
    },
  }
}
