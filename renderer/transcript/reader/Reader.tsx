/** The transcript, whole and native: select, find, print and screen readers work as on any page. */
import { useEffect, useMemo, useRef, type ReactNode } from 'react'
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
import './Reader.css'

interface ReaderProps {
  reader: ReaderStore
  transcript: Transcript
  /** Those the filter lets through, in order. */
  passages: readonly Passage[]
  codes: ReadonlyMap<Code['id'], Code>
  snapTo: Snap
  onDropCode: (code: Code['id']) => void
  /** What lies beside and over the text, given the scrolling element's content. */
  children?: (view: { chunks: readonly ChunkView[]; drawn: unknown }) => ReactNode
}

export function Reader({ reader, transcript, passages, codes, snapTo, onDropCode, children }: ReaderProps) {
  const root = useRef<HTMLElement>(null)
  const chunks = useChunks(transcript, passages)
  const isDrawn = useGrowing(chunks, reader.get().selection.focus)
  useReveal(reader, root, transcript)
  usePainting(reader, root, transcript, passages, isDrawn)
  const pointer = usePointer({ reader, root, transcript, chunks, snapTo })
  const drop = useDrop({ reader, root, transcript, onDropCode })
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
            <Chunk key={at} reader={reader.id} chunk={chunk} codes={codes} isDrawn={isDrawn(at)} />
          ))}
        </div>
        {children?.({ chunks, drawn: isDrawn })}
      </div>
    </article>
  )
}

/** Turns and chunks keep their identity from one answer to the next, so that only touched turns are drawn again. */
function useChunks(transcript: Transcript, passages: readonly Passage[]): readonly ChunkView[] {
  const last = useRef<readonly ChunkView[]>([])
  const chunks = useMemo(() => chunksOf(transcript, passages, last.current), [transcript, passages])
  useEffect(() => {
    last.current = chunks
  }, [chunks])
  return chunks
}
