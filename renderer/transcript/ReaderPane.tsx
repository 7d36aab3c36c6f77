/** One transcript on the page: its heading, its text, its margin and its map. */
import type { ReactNode } from 'react'
import type { Snap } from '../../core/text/selection.ts'
import type { Stored } from '../ui/stored.ts'
import type { Codes } from './data/codes.ts'
import type { Memory } from './data/memory.ts'
import { HoverNote } from './HoverNote.tsx'
import { Margin } from './margin/Margin.tsx'
import { Minimap } from './margin/Minimap.tsx'
import { Palette } from './Palette.tsx'
import { Reader } from './reader/Reader.tsx'
import { SuggestionMarks } from './suggest/SuggestionMarks.tsx'
import type { Desk } from './use-desk.ts'
import './ReaderPane.css'

interface ReaderPaneProps {
  desk: Desk
  codes: Codes
  memory: Stored<Memory>
  snapTo: Snap
  /** Whether commands act here. */
  isActive: boolean
  onFocusChange: (hasFocus: boolean) => void
  heading: ReactNode
}

export function ReaderPane({
  desk,
  codes,
  memory,
  snapTo,
  isActive,
  onFocusChange,
  heading,
}: ReaderPaneProps) {
  const { reader, transcript, shown, actions, suggestions } = desk
  return (
    <div
      className="reader-pane"
      data-active={isActive || undefined}
      onFocus={() => onFocusChange(true)}
      onBlur={() => onFocusChange(false)}
    >
      {heading}
      <div className="reader-frame">
        <Reader
          key={reader.id}
          reader={reader}
          transcript={transcript}
          passages={shown}
          codes={codes.byId}
          snapTo={snapTo}
          gutter={<SuggestionMarks reader={reader} transcript={transcript} suggestions={suggestions.list} />}
          onDropCode={(code) => actions.code([{ code }])}
        >
          <Margin reader={reader} transcript={transcript} passages={shown} codes={codes.byId} />
          <Palette desk={desk} codes={codes} memory={memory} />
        </Reader>
        <Minimap reader={reader} transcript={transcript} passages={shown} codes={codes.byId} />
        <HoverNote desk={desk} codes={codes.byId} />
      </div>
    </div>
  )
}
