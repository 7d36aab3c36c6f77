/** Bookmarks in a transcript: set at the selection, gone to one after the other. */
import type { Bookmark } from '../../core/contract/bookmarks.ts'
import { isCaret, selectionOf, spanOf, unitAt } from '../../core/text/selection.ts'
import { useCommands, type CommandHandlers } from '../app/registry.ts'
import { useAsk, useDoAtOnce } from '../data.ts'
import { announce } from '../ui/announce.ts'
import { selectInView } from './state.ts'
import type { Desk } from './use-desk.ts'

const NONE: readonly Bookmark[] = []

/** In the order of the text; the same list while nothing has changed. */
export function useBookmarks(document: Desk['transcript']['document']): readonly Bookmark[] {
  return useAsk('bookmarks.list', { document, kind: 'bookmark' }).data?.bookmarks ?? NONE
}

export function useBookmarkCommands(desk: Desk | null): void {
  const document = desk?.transcript.document
  const list = useAsk(
    'bookmarks.list',
    { document: document ?? 0, kind: 'bookmark' },
    { enabled: document !== undefined },
  ).data?.bookmarks
  const toggle = useDoAtOnce('bookmarks.toggle')
  useCommands(desk === null ? {} : handlersFor(desk, list ?? NONE, toggle))
}

type Toggle = ReturnType<typeof useDoAtOnce<'bookmarks.toggle'>>

function handlersFor(
  { reader, transcript }: Desk,
  bookmarks: readonly Bookmark[],
  toggle: Toggle,
): CommandHandlers {
  return {
    'reading.bookmark': () => {
      const { selection } = reader.get()
      const place = isCaret(selection) ? unitAt(transcript, 'sentence', selection.focus) : spanOf(selection)
      // What went wrong has been said in the status line.
      if (place !== null) toggle({ document: transcript.document, ...place }).catch(() => {})
    },
    'reading.nextBookmark': () => {
      const from = spanOf(reader.get().selection).start
      const next = bookmarks.find(({ start }) => start > from) ?? bookmarks[0]
      if (next === undefined) announce('There are no bookmarks in this transcript')
      else selectInView(reader, selectionOf(next), spokenBookmark(next))
    },
  }
}

const spokenBookmark = ({ label, words }: Bookmark): string =>
  `Bookmark${label === '' ? '' : ` “${label}”`}: ${words}`
