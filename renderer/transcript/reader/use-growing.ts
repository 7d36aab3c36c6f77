/** Draws a long transcript from the reader's place outwards, a few chunks at a time, so that the first page is there at once. */
import { useCallback, useEffect, useState } from 'react'
import { rangeAt } from '../../../core/text/segments.ts'
import { whenIdle } from '../../ui/idle.ts'
import { useStore } from '../../ui/store.ts'
import type { ChunkView } from '../data/views.ts'
import type { ReaderStore } from '../state.ts'

const FIRST = 1
const STEP = 10

/** Says whether a chunk is to be drawn yet; a new function each time more are. It begins once the first page has been seen. */
export function useGrowing(
  reader: ReaderStore,
  chunks: readonly ChunkView[],
  isFirstSeen: boolean,
): (at: number) => boolean {
  const [from] = useState(() => rangeAt(chunks, reader.get().selection.focus))
  const [radius, setRadius] = useState(FIRST)
  const isWhole = radius >= chunks.length
  // Who goes elsewhere before all is drawn finds that part drawn.
  const asked = useStore(reader, ({ reveal }) =>
    isWhole || reveal === null ? from : rangeAt(chunks, reveal.offset),
  )
  useEffect(() => {
    if (isWhole || !isFirstSeen) return
    return whenIdle(() => setRadius(radius + STEP), 100)
  }, [isWhole, isFirstSeen, radius])
  return useCallback(
    (at) => Math.abs(at - from) <= radius || Math.abs(at - asked) <= FIRST,
    [from, radius, asked],
  )
}
