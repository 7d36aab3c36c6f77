/** Draws a long transcript from the reader's place outwards, a few chunks at a time, so that the first page is there at once. */
import { useCallback, useEffect, useState } from 'react'
import { rangeAt } from '../../../core/text/segments.ts'
import { whenIdle } from '../../ui/idle.ts'
import type { ChunkView } from '../data/views.ts'

const FIRST = 1
const STEP = 10

/** Says whether a chunk is to be drawn yet; a new function each time more are. It begins once the first page has been seen. */
export function useGrowing(
  chunks: readonly ChunkView[],
  offset: number,
  isFirstSeen: boolean,
): (at: number) => boolean {
  const [from] = useState(() => rangeAt(chunks, offset))
  const [radius, setRadius] = useState(FIRST)
  const isWhole = radius >= chunks.length
  useEffect(() => {
    if (isWhole || !isFirstSeen) return
    return whenIdle(() => setRadius(radius + STEP), 100)
  }, [isWhole, isFirstSeen, radius])
  return useCallback((at) => Math.abs(at - from) <= radius, [from, radius])
}
