/** A ribbon beside each line where a bookmark begins. Pressing it selects its words. */
import { useCallback, useRef } from 'react'
import { Bookmark as BookmarkIcon } from 'lucide-react'
import { selectionOf } from '../../../core/text/selection.ts'
import type { Transcript } from '../data/views.ts'
import { keepFocus } from '../margin/MarginLabel.tsx'
import { usePlaced } from '../margin/use-placed.ts'
import { select, type ReaderStore } from '../state.ts'
import { useBookmarks } from '../use-bookmarks.ts'

interface BookmarkMarksProps {
  reader: ReaderStore
  transcript: Transcript
}

export function BookmarkMarks({ reader, transcript }: BookmarkMarksProps) {
  const frame = useRef<HTMLDivElement>(null)
  const bookmarks = useBookmarks(transcript.document)
  const placed = usePlaced(
    reader,
    frame,
    transcript.turns,
    useCallback(() => bookmarks, [bookmarks]),
  )
  return (
    // The keyboard goes from one to the next with a command, which says it.
    <div ref={frame} className="bookmark-marks" aria-hidden>
      {placed
        .filter(({ hasStart }) => hasStart)
        .map(({ item, top }) => (
          <button
            key={item.bookmark}
            type="button"
            tabIndex={-1}
            className="bookmark-mark"
            title={item.label === '' ? 'Bookmark' : `Bookmark: ${item.label}`}
            style={{ top }}
            onMouseDown={keepFocus}
            onClick={() => select(reader, selectionOf(item))}
          >
            <BookmarkIcon />
          </button>
        ))}
    </div>
  )
}
