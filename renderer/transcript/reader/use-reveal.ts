/** Brings the place asked for into view. Never animated: the eye is already there. */
import { useEffect, type RefObject } from 'react'
import { rangeAt } from '../../../core/text/segments.ts'
import type { Transcript } from '../data/views.ts'
import { useStore } from '../../ui/store.ts'
import type { ReaderStore } from '../state.ts'
import { rangeOf, turnId } from './points.ts'

/** Share of the page kept free above and below the caret. */
const EDGE = 0.18

export function useReveal(
  reader: ReaderStore,
  root: RefObject<HTMLElement | null>,
  transcript: Transcript,
): void {
  const wanted = useStore(reader, ({ reveal }) => reveal)
  useEffect(() => {
    const scroller = root.current
    if (wanted === null || scroller === null) return
    const { offset, where } = wanted
    bringIntoView(reader.id, scroller, transcript, offset, where)
    // Chunks drawn for the first time may have another height than was assumed: settle once more.
    const settling = requestAnimationFrame(() =>
      bringIntoView(reader.id, scroller, transcript, offset, where),
    )
    return () => cancelAnimationFrame(settling)
  }, [wanted, reader, root, transcript])
}

function bringIntoView(
  id: string,
  scroller: HTMLElement,
  { turns }: Transcript,
  offset: number,
  where: 'nearest' | 'centre' | 'top',
): void {
  const turn = document.getElementById(turnId(id, rangeAt(turns, offset)))
  if (turn === null) return
  const frame = scroller.getBoundingClientRect()
  const around = turn.getBoundingClientRect()
  if (around.bottom < frame.top || around.top > frame.bottom) turn.scrollIntoView({ block: 'center' })
  const place = rangeOf(id, turns, { start: offset, end: offset + 1 })?.getBoundingClientRect()
  if (place === undefined) return
  const margin = frame.height * EDGE
  const [top, bottom] = [frame.top + margin, frame.bottom - margin]
  const middle = frame.top + frame.height * 0.4
  if (where === 'top') scroller.scrollTop += place.top - frame.top
  else if (where === 'centre') scroller.scrollTop += place.top - middle
  else if (place.top < top) scroller.scrollTop += place.top - top
  else if (place.bottom > bottom) scroller.scrollTop += place.bottom - bottom
}
