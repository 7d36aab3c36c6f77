/** Keeps spans of the text placed on the page, for what is on the screen and a little around it. */
import { useEffect, useState, type RefObject } from 'react'
import type { Span } from '../../../core/text/spans.ts'
import type { ReaderStore } from '../state.ts'
import { aroundVisible, placeSpans, type Placed } from './measure.ts'

/** Fast scrolling passes by what would be measured: it is measured where the eye rests. In milliseconds. */
const PASSING_MS = 80

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
    let passing: ReturnType<typeof setTimeout> | undefined
    const measure = () => {
      const page = frame.current
      const { visible, drawn: drawnNow } = reader.get()
      clearTimeout(passing)
      passing = undefined
      if (page === null || visible === null) return
      height = page.clientHeight
      drawn = drawnNow
      measured = aroundVisible(turns, visible)
      setPlaced(placeSpans(reader.id, page, turns, spans, measured))
    }
    const follow = () => {
      const { visible, drawn: drawnNow } = reader.get()
      if (measured === null || drawn !== drawnNow || frame.current?.clientHeight !== height) measure()
      else if (visible !== null && (visible.start < measured.start || visible.end > measured.end))
        passing ??= setTimeout(measure, PASSING_MS)
    }
    measure()
    const stop = reader.subscribe(follow)
    return () => {
      clearTimeout(passing)
      stop()
    }
  }, [reader, frame, turns, spans])
  return placed
}
