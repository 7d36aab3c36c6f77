/** The transcript, whole and native: select, find, print and screen readers work as on any page. */
import { memo, useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import type { Code } from '../../../core/contract/codebook.ts'
import type { Passage } from '../../../core/contract/codings.ts'
import type { Snap } from '../../../core/text/selection.ts'
import { chunksOf, type ChunkView, type Transcript } from '../data/views.ts'
import type { ReaderStore } from '../state.ts'
import { Chunk } from './Chunk.tsx'
import { useDrop } from './use-drop.ts'
import { useGrowing } from './use-growing.ts'
import { usePainting } from './use-painting.ts'
import { usePointer } from './use-pointer.ts'
import { useReveal } from './use-reveal.ts'
import { useVisible } from './use-visible.ts'
import './Reader.css'

interface ReaderProps {
  reader: ReaderStore
  transcript: Transcript
  /** Those the filter lets through, in order. */
  passages: readonly Passage[]
  codes: ReadonlyMap<Code['id'], Code>
  snapTo: Snap
  onDropCode: (code: Code['id']) => void
  /** Between the speakers and the words. */
  gutter?: ReactNode
  /** What lies beside and over the text and scrolls with it. */
  children?: ReactNode
}

export const Reader = memo(function Reader(props: ReaderProps) {
  const { reader, transcript, passages, codes, snapTo, onDropCode } = props
  const root = useRef<HTMLElement>(null)
  const chunks = useChunks(transcript, passages)
  const isDrawn = useGrowing(chunks, reader.get().selection.focus)
  usePainting(reader, root, transcript, passages)
  useReveal(reader, root, transcript)
  useVisible(reader, root)
  const pointer = usePointer({ reader, root, transcript, chunks, snapTo })
  const drop = useDrop({ reader, root, transcript, onDropCode })
  useLayoutEffect(() => reader.set({ drawn: { chunks, isDrawn, codes } }), [reader, chunks, isDrawn, codes])
  return (
    <article
      ref={root}
      id={reader.id}
      className="reader"
      // The text itself takes the keys: it is read, selected and coded from here.
      tabIndex={0}
      aria-label={`Transcript ${transcript.name}`}
      {...pointer}
      {...drop}
    >
      <div className="reader-page">
        <div className="reader-text">
          {chunks.map((chunk, at) => (
            <Chunk
              key={chunk.turns[0]?.turn.id}
              reader={reader.id}
              chunk={chunk}
              codes={codes}
              isDrawn={isDrawn(at)}
            />
          ))}
          {props.gutter}
        </div>
        {props.children}
      </div>
    </article>
  )
})

/** Turns and chunks keep their identity from one answer to the next, so that only touched turns are drawn again. */
function useChunks(transcript: Transcript, passages: readonly Passage[]): readonly ChunkView[] {
  const [last, setLast] = useState(() => ({ transcript, passages, chunks: chunksOf(transcript, passages) }))
  if (last.transcript === transcript && last.passages === passages) return last.chunks
  const chunks = chunksOf(transcript, passages, last.chunks)
  setLast({ transcript, passages, chunks })
  return chunks
}
