/** Keeps spans of the text placed on the page, for what is on the screen and a little around it. */
import { useEffect, useState, type RefObject } from 'react'
import type { Span } from '../../../core/text/spans.ts'
import { createStore, useStore } from '../../ui/store.ts'
import type { ReaderStore } from '../state.ts'
import { aroundVisible, isLeaving, placeSpans, topOf, type Placed } from './measure.ts'

/** Fast scrolling passes by what would be measured: it is measured where the eye rests, or at the latest after so long. In milliseconds. */
const REST_MS = 80
const LONGEST_MS = 400

/** What was measured, and how the page stood then. */
interface Measured {
  around: Span
  drawn: object | null
  width: number
  height: number
  top: number
}

/**
 * Measures again when the text is drawn anew, when its width changed, and when scrolling is about to leave what was measured.
 * `spansNow` is another function when the spans are others for another reason than a coding in the text.
 */
export function usePlaced<T extends Span>(
  reader: ReaderStore,
  frame: RefObject<HTMLElement | null>,
  turns: readonly Span[],
  spansNow: () => readonly T[],
): readonly Placed<T>[] {
  const [placed] = useState(() => createStore<readonly Placed<T>[]>([]))
  useEffect(() => {
    let last: Measured | null = null
    const measure = () => {
      atRest.cancel()
      const page = frame.current
      const { visible, drawn } = reader.get()
      if (page === null || visible === null) return
      const around = aroundVisible(turns, visible)
      const now = { around, drawn, ...sizeOf(page), top: topOf(reader.id, turns, around, page) }
      // Words that have not moved are where they were.
      const known = last !== null && isStill(last, now) ? placed.get() : []
      last = now
      const next = placeSpans(reader.id, page, turns, spansNow(), around, known)
      if (next !== placed.get()) placed.set(next)
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
  }, [reader, frame, turns, spansNow, placed])
  return useStore(placed)
}

const sizeOf = ({ clientWidth, clientHeight }: HTMLElement) => ({ width: clientWidth, height: clientHeight })

const isStill = (a: Measured, b: Measured): boolean =>
  a.around.start === b.around.start &&
  a.around.end === b.around.end &&
  a.width === b.width &&
  a.height === b.height &&
  a.top === b.top

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
