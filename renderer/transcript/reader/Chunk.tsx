/** About a screenful of turns the browser leaves undrawn while they are off the screen. */
import { memo } from 'react'
import type { Code } from '../../../core/contract/codebook.ts'
import type { ChunkView } from '../data/views.ts'
import { Turn } from './Turn.tsx'

interface ChunkProps {
  reader: string
  chunk: ChunkView
  codes: ReadonlyMap<Code['id'], Code>
  /** Its place is kept until its turns are put on the page. */
  isDrawn: boolean
}

export const Chunk = memo(function Chunk({ reader, chunk, codes, isDrawn }: ChunkProps) {
  const height = `${assumedLines(chunk)}lh`
  if (!isDrawn) return <div className="chunk" style={{ blockSize: height }} />
  return (
    <div className="chunk" style={{ containIntrinsicBlockSize: `auto ${height}` }}>
      {chunk.turns.map((view) => (
        <Turn key={view.index} reader={reader} view={view} codes={codes} />
      ))}
    </div>
  )
})

const CHARACTERS_PER_LINE = 62
/** The space around a turn, in lines. */
const TURN_SPACE = 0.6

/** Near the true height, so that the scrollbar hardly moves when a chunk is drawn for the first time. */
function assumedLines({ turns }: ChunkView): number {
  const lines = turns.reduce((sum, { words }) => sum + Math.ceil(words.length / CHARACTERS_PER_LINE), 0)
  return Math.round(lines + turns.length * TURN_SPACE)
}
