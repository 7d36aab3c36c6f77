/** The whole transcript beside its scrollbar: where the codings are and which part is on the screen. */
import { memo, useCallback, useEffect, useRef, type PointerEvent } from 'react'
import { useAtRest } from '../../ui/idle.ts'
import { tone } from '../../ui/tones.ts'
import type { Coded, CodedStore } from '../data/coded.ts'
import type { ReaderStore } from '../state.ts'
import { marksOf } from './marks.ts'

interface MinimapProps {
  reader: ReaderStore
  coded: CodedStore
}

const ROWS = 240

/** For the pointer; the keyboard has Next passage and Previous passage. */
export const Minimap = memo(function Minimap({ reader, coded }: MinimapProps) {
  const { transcript, codes } = coded.of
  const { length } = transcript.text
  const view = useRef<SVGRectElement>(null)
  // A moment later is soon enough for the map, at the opening too.
  const marks = useAtRest(
    coded,
    useCallback(({ shown }: Coded) => marksOf(shown, length, ROWS, codes), [length, codes]),
  )
  const drawn = marks.flatMap((code, row) => (code === null ? [] : [{ row, code }]))
  useEffect(() => {
    const follow = () => {
      const { visible } = reader.get()
      if (visible === null || view.current === null) return
      const share = (offset: number) => (offset / Math.max(1, length)) * ROWS
      view.current.setAttribute('y', String(share(visible.start)))
      view.current.setAttribute('height', String(Math.max(2, share(visible.end - visible.start))))
    }
    follow()
    return reader.subscribe(follow)
  }, [reader, length])

  const jump = (event: PointerEvent<SVGSVGElement>) => {
    if (event.buttons !== 1) return
    const { top, height } = event.currentTarget.getBoundingClientRect()
    const offset = Math.round(((event.clientY - top) / height) * length)
    reader.set({ reveal: { offset: Math.min(length - 1, Math.max(0, offset)), where: 'centre' } })
  }
  return (
    <svg
      className="minimap"
      viewBox={`0 0 10 ${ROWS}`}
      preserveAspectRatio="none"
      aria-hidden
      onPointerDown={jump}
      onPointerMove={jump}
    >
      <rect ref={view} className="minimap-view" width="10" height="0" />
      {drawn.map(({ row, code }) => (
        <rect key={row} className="minimap-mark" x="2" width="6" y={row} height="1.2" {...tone(code)} />
      ))}
    </svg>
  )
})
