/** One transcript on the page: its heading, its text, its margin and its map. */
import { memo, useCallback, useMemo } from 'react'
import type { Code } from '../../core/contract/codebook.ts'
import type { Snap } from '../../core/text/selection.ts'
import type { Stored } from '../ui/stored.ts'
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
import { useReader, type ReaderStore } from './state.ts'
import type { Desk, Side } from './use-desk.ts'
import './ReaderPane.css'

interface ReaderPaneProps extends Omit<HeadingProps, 'name'> {
  side: Side
  desk: Desk
  codes: Codes
  memory: Stored<Memory>
  snapTo: Snap
  /** Whether commands act here rather than in the other transcript. */
  isActive: boolean
  onFocusChange: (side: Side, hasFocus: boolean) => void
}

export const ReaderPane = memo(function ReaderPane(props: ReaderPaneProps) {
  const { side, desk, codes, memory, snapTo, isActive, onFocusChange, ...heading } = props
  const { reader, transcript, shown, actions, suggestions } = desk
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
        <Margin reader={reader} transcript={transcript} passages={shown} codes={codes.byId} />
        <Palette desk={desk} codes={codes} memory={memory} />
      </>
    ),
    [reader, transcript, shown, codes, desk, memory],
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
          transcript={transcript}
          passages={shown}
          codes={codes.byId}
          snapTo={snapTo}
          onDropCode={onDropCode}
          gutter={gutter}
        >
          {beside}
        </Reader>
        <Minimap reader={reader} transcript={transcript} passages={shown} codes={codes.byId} />
        <HoverNote desk={desk} codes={codes.byId} />
        <Voice reader={reader} />
      </div>
    </div>
  )
})

/** Says what the caret moved to. */
function Voice({ reader }: { reader: ReaderStore }) {
  return <output className="hidden-visually">{useReader(reader, (state) => state.voice)}</output>
}
