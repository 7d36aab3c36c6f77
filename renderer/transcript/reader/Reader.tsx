/** The transcript, whole and native: select, find, print and screen readers work as on any page. */
import { memo, useRef, type ReactNode } from 'react'
import type { Code } from '../../../core/contract/codebook.ts'
import type { Snap } from '../../../core/text/selection.ts'
import type { CodedStore } from '../data/coded.ts'
import type { ChunkView } from '../data/views.ts'
import type { ReaderStore } from '../state.ts'
import { Chunk } from './Chunk.tsx'
import { useDrop } from './use-drop.ts'
import { useGrowing } from './use-growing.ts'
import { useNativeSelection } from './use-native-selection.ts'
import { usePainting } from './use-painting.ts'
import { usePointer } from './use-pointer.ts'
import { useReveal } from './use-reveal.ts'
import { useVisible } from './use-visible.ts'
import { useFirstPage } from '../use-first-page.ts'
import './Reader.css'

interface ReaderProps {
  reader: ReaderStore
  coded: CodedStore
  snapTo: Snap
  onDropCode: (code: Code['id']) => void
  /** Between the speakers and the words. */
  gutter?: ReactNode
  /** What lies beside and over the text and scrolls with it. */
  children?: ReactNode
}

export const Reader = memo(function Reader(props: ReaderProps) {
  const { reader, coded, snapTo, onDropCode } = props
  const { transcript } = coded.of
  const root = useRef<HTMLElement>(null)
  // Which turns make a chunk does not change with their passages, which each chunk follows by itself.
  const { chunks } = coded.get()
  const isFirstSeen = useFirstPage()
  const isDrawn = useGrowing(reader, chunks, isFirstSeen)
  usePainting(reader, coded)
  useNativeSelection(reader, root, transcript)
  useReveal(reader, root, transcript)
  useVisible(reader, root)
  const pointer = usePointer({ reader, root, coded, snapTo })
  const drop = useDrop({ reader, root, transcript, onDropCode })
  return (
    <article
      ref={root}
      id={reader.id}
      className="reader"
      // The text itself takes the keys: it is read, selected and coded from here.
      tabIndex={0}
      data-growing={isFirstSeen || undefined}
      aria-label={`Transcript ${transcript.name}`}
      {...pointer}
      {...drop}
    >
      <div className="reader-page">
        <div className="reader-text">
          <div className="chunks">
            {chunks.map((chunk, at) => (
              <Chunk
                key={chunk.turns[0]?.turn.id}
                reader={reader}
                coded={coded}
                at={at}
                height={assumedHeight(chunk)}
                isDrawn={isDrawn(at)}
              />
            ))}
          </div>
          {props.gutter}
        </div>
        {props.children}
      </div>
    </article>
  )
})

const CHARACTERS_PER_LINE = 62
/** The space around a turn, in lines. */
const TURN_SPACE = 0.6

/** Near the true height, so that the scrollbar hardly moves when a chunk is drawn for the first time. */
function assumedHeight({ turns }: ChunkView): string {
  const lines = turns.reduce((sum, { words }) => sum + Math.ceil(words.length / CHARACTERS_PER_LINE), 0)
  return `${Math.round(lines + turns.length * TURN_SPACE)}lh`
}
