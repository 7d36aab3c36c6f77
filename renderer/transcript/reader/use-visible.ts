/** Follows which part of the transcript is on the screen. */
import { useEffect, type RefObject } from 'react'
import type { Span } from '../../../core/text/spans.ts'
import type { ReaderStore } from '../state.ts'

export function useVisible(reader: ReaderStore, root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const scroller = root.current
    if (scroller === null) return
    let frame = 0
    let drawn: object | null = null
    const look = () => {
      frame = 0
      const visible = visibleSpan(scroller)
      const last = reader.get().visible
      if (visible.start !== last?.start || visible.end !== last.end) reader.set({ visible })
    }
    const later = () => {
      if (frame === 0) frame = requestAnimationFrame(look)
    }
    const onState = () => {
      if (reader.get().drawn === drawn) return
      drawn = reader.get().drawn
      later()
    }
    // At once, so that what stands beside the text comes with its first frame.
    queueMicrotask(look)
    const stop = reader.subscribe(onState)
    scroller.addEventListener('scroll', later, { passive: true })
    const resizing = new ResizeObserver(later)
    resizing.observe(scroller)
    return () => {
      cancelAnimationFrame(frame)
      stop()
      scroller.removeEventListener('scroll', later)
      resizing.disconnect()
    }
  }, [reader, root])
}

/** The line at the top is the one whose middle is seen; its edge would often be taken for the line above. */
const HALF_LINE = 12

/** From the first to the last character on the screen, found by halving: only a few elements are measured. */
function visibleSpan(scroller: HTMLElement): Span {
  const { top, bottom } = scroller.getBoundingClientRect()
  return { start: offsetAtHeight(scroller, top + HALF_LINE), end: offsetAtHeight(scroller, bottom) }
}

function offsetAtHeight(scroller: HTMLElement, height: number): number {
  // Not by the name of their class: to find them so, the page would be gone through whole after each change.
  const chunk = elementAtHeight(scroller.querySelector('.chunks')?.children, height)
  const turn = elementAtHeight(chunk?.children, height)
  const words = turn?.querySelector<HTMLElement>('[data-start]')
  if (words === null || words === undefined) return 0
  const { top, height: size } = words.getBoundingClientRect()
  const share = size === 0 ? 0 : Math.min(1, Math.max(0, (height - top) / size))
  return Number(words.dataset.start) + Math.round(share * (words.textContent?.length ?? 0))
}

/** The last of a column of elements that begins at or above a height. */
function elementAtHeight(column: HTMLCollection | undefined, height: number): Element | undefined {
  if (column === undefined) return undefined
  let low = 0
  let high = column.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((column[middle]?.getBoundingClientRect().top ?? 0) <= height) low = middle + 1
    else high = middle
  }
  return column[Math.max(0, low - 1)]
}
