/** Keeps spans of the text placed on the page, for what is on the screen and a little around it. */
import { useEffect, useState, type RefObject } from 'react'
import type { Span } from '../../../core/text/spans.ts'
import type { ReaderStore } from '../state.ts'
import { aroundVisible, placeSpans, type Placed } from './measure.ts'

/** Measures again when the text, the width or the passages changed, and when scrolling leaves what was measured. */
export function usePlaced<T extends Span>(
  reader: ReaderStore,
  frame: RefObject<HTMLElement | null>,
  turns: readonly Span[],
  spans: readonly T[],
): readonly Placed<T>[] {
  const [placed, setPlaced] = useState<readonly Placed<T>[]>([])
  useEffect(() => {
    let measured: Span | null = null
    let height = 0
    let drawn: object | null = null
    const measure = () => {
      const page = frame.current
      const { visible, drawn: drawnNow } = reader.get()
      if (page === null || visible === null) return
      const isInside = measured !== null && visible.start >= measured.start && visible.end <= measured.end
      if (isInside && drawn === drawnNow && page.clientHeight === height) return
      height = page.clientHeight
      drawn = drawnNow
      measured = aroundVisible(turns, visible)
      setPlaced(placeSpans(reader.id, page, turns, spans, measured))
    }
    measure()
    return reader.subscribe(measure)
  }, [reader, frame, turns, spans])
  return placed
}
