/** About a screenful of turns the browser leaves undrawn while they are off the screen. */
import { memo, useLayoutEffect } from 'react'
import { useStore } from '../../ui/store.ts'
import type { CodedStore } from '../data/coded.ts'
import type { ReaderStore } from '../state.ts'
import { Turn } from './Turn.tsx'

interface ChunkProps {
  reader: ReaderStore
  coded: CodedStore
  /** Its place among the chunks. */
  at: number
  /** What its turns are assumed to take up until the browser has drawn them, as CSS writes it. */
  height: string
  /** Its place is kept until its turns are put on the page. */
  isDrawn: boolean
}

export const Chunk = memo(function Chunk({ isDrawn, height, ...turns }: ChunkProps) {
  if (!isDrawn) return <div className="chunk" style={{ blockSize: height }} />
  return (
    <div className="chunk" style={{ containIntrinsicBlockSize: `auto ${height}` }}>
      <Turns {...turns} />
    </div>
  )
})

function Turns({ reader, coded, at }: Pick<ChunkProps, 'reader' | 'coded' | 'at'>) {
  const chunk = useStore(coded, ({ chunks }) => chunks[at])
  const { codes } = coded.of
  // Nothing but other words or other passages brings this here.
  useLayoutEffect(() => reader.redrawn())
  return chunk?.turns.map((view) => <Turn key={view.index} reader={reader.id} view={view} codes={codes} />)
}
