/** Keeps spans of the text placed on the page, for what is on the screen and a little around it. */
import { useEffect, useState, type RefObject } from 'react'
import type { Span } from '../../../core/text/spans.ts'
import type { ReaderStore } from '../state.ts'
import { aroundVisible, isLeaving, placeSpans, topOf, type Placed } from './measure.ts'

/** Fast scrolling passes by what would be measured: it is measured where the eye rests, or at the latest after so long. In milliseconds. */
const REST_MS = 80
const LONGEST_MS = 400

/** Measures again when the text, the width or the passages changed, and when scrolling is about to leave what was measured. */
export function usePlaced<T extends Span>(
  reader: ReaderStore,
  frame: RefObject<HTMLElement | null>,
  turns: readonly Span[],
  spans: readonly T[],
): readonly Placed<T>[] {
  const [placed, setPlaced] = useState<readonly Placed<T>[]>([])
  useEffect(() => {
    let last: { around: Span; drawn: object | null; height: number; top: number } | null = null
    const measure = () => {
      atRest.cancel()
      const page = frame.current
      const { visible, drawn } = reader.get()
      if (page === null || visible === null) return
      const around = aroundVisible(turns, visible)
      last = { around, drawn, height: page.clientHeight, top: topOf(reader.id, turns, around, page) }
      setPlaced(placeSpans(reader.id, page, turns, spans, around))
    }
    const atRest = createRest(measure)
    const follow = () => {
      const page = frame.current
      const { visible, drawn } = reader.get()
      if (page === null || visible === null) return
      // Words above that take another height than was assumed have moved everything that was measured.
      const isMoved =
        last?.drawn !== drawn ||
        (page.clientHeight !== last.height && topOf(reader.id, turns, last.around, page) !== last.top)
      if (last === null || isMoved) measure()
      else if (page.clientHeight !== last.height || isLeaving(turns, visible, last.around)) atRest.ask()
    }
    measure()
    const stop = reader.subscribe(follow)
    return () => {
      atRest.cancel()
      stop()
    }
  }, [reader, frame, turns, spans])
  return placed
}

/** Runs `work` once nobody has asked for it for a moment, or asked for too long. */
function createRest(work: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let since: number | undefined
  return {
    ask: () => {
      const now = performance.now()
      since ??= now
      clearTimeout(timer)
      timer = setTimeout(work, Math.max(0, Math.min(REST_MS, since + LONGEST_MS - now)))
    },
    cancel: () => {
      clearTimeout(timer)
      since = undefined
    },
  }
}
