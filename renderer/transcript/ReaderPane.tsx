/** One transcript on the page: its heading, its text, its margin and its map. */
import { memo, useCallback, useMemo } from 'react'
import type { Code } from '../../core/contract/codebook.ts'
import type { Snap } from '../../core/text/selection.ts'
import { useStore, type Store } from '../ui/store.ts'
import type { Codes } from './data/codes.ts'
import type { Memory } from './data/memory.ts'
import { Heading, type HeadingProps } from './Heading.tsx'
import { HoverNote } from './HoverNote.tsx'
import { Margin } from './margin/Margin.tsx'
import { Minimap } from './margin/Minimap.tsx'
import { Palette } from './Palette.tsx'
import { BookmarkMarks } from './reader/BookmarkMarks.tsx'
import { Reader } from './reader/Reader.tsx'
import { SuggestionMarks } from './suggest/SuggestionMarks.tsx'
import type { ReaderStore } from './state.ts'
import type { Desk, Side } from './use-desk.ts'
import './ReaderPane.css'

export interface ReaderPaneProps extends Omit<HeadingProps, 'name'> {
  side: Side
  desk: Desk
  codes: Codes
  memory: Store<Memory>
  snapTo: Snap
  /** Whether commands act here rather than in the other transcript. */
  isActive: boolean
  onFocusChange: (side: Side, hasFocus: boolean) => void
}

export const ReaderPane = memo(function ReaderPane(props: ReaderPaneProps) {
  const { side, desk, codes, memory, snapTo, isActive, onFocusChange, ...heading } = props
  const { reader, transcript, coded, actions, suggestions } = desk
  const { list } = suggestions
  const { code } = actions
  const onDropCode = useCallback((dropped: Code['id']) => code([{ code: dropped }]), [code])
  const gutter = useMemo(
    () => (
      <>
        <BookmarkMarks reader={reader} transcript={transcript} />
        <SuggestionMarks reader={reader} transcript={transcript} suggestions={list} />
      </>
    ),
    [reader, transcript, list],
  )
  const beside = useMemo(
    () => (
      <>
        <Margin reader={reader} coded={coded} />
        <Palette desk={desk} codes={codes} memory={memory} />
      </>
    ),
    [reader, coded, codes, desk, memory],
  )
  return (
    <div
      className="reader-pane"
      data-active={isActive || undefined}
      onFocus={() => onFocusChange(side, true)}
      onBlur={() => onFocusChange(side, false)}
    >
      <Heading name={transcript.name} codes={codes} {...heading} />
      <div className="reader-frame">
        <Reader
          key={reader.id}
          reader={reader}
          coded={coded}
          snapTo={snapTo}
          onDropCode={onDropCode}
          gutter={gutter}
        >
          {beside}
        </Reader>
        <Minimap key={`${reader.id}-map`} reader={reader} coded={coded} />
        <HoverNote desk={desk} codes={codes.byId} />
        <Voice reader={reader} />
      </div>
    </div>
  )
})

/** Says what the caret moved to. */
function Voice({ reader }: { reader: ReaderStore }) {
  return <output className="hidden-visually">{useStore(reader, (state) => state.voice)}</output>
}
