/** Bookmarks and places that need a second look. */
import { z } from 'zod'
import { command, query } from './define.ts'
import { CoderId, DocumentId, Done, Moment, Offset, PassageId } from './common.ts'

const BookmarkId = z.number().int().positive().brand<'BookmarkId'>()
const BookmarkKind = z.enum(['bookmark', 'second-look'])

export const Bookmark = z.object({
  /** Null for a flagged passage, which is cleared with `codings.flag`. */
  bookmark: BookmarkId.nullable(),
  passage: PassageId.nullable(),
  kind: BookmarkKind,
  document: DocumentId,
  documentName: z.string(),
  start: Offset,
  /** Equal to `start` for a point in the text. */
  end: Offset,
  /** The coder's own words for it; may be empty. */
  label: z.string(),
  /** The first words there. */
  words: z.string(),
  coder: z.object({ id: CoderId, name: z.string() }),
  created: Moment,
})
export type Bookmark = z.infer<typeof Bookmark>

const Label = z.string().trim().max(200)

export const bookmarks = {
  /** In the order of the transcripts. Second looks include flagged passages. */
  list: query(
    ['bookmark', 'passage', 'document', 'coder'],
    z.object({
      document: DocumentId.optional(),
      kind: BookmarkKind.optional(),
      coder: CoderId.optional(),
    }),
    z.object({ bookmarks: z.array(Bookmark) }),
  ),
  /** Sets the coder's mark on a place, or takes it off when it is already there. */
  toggle: command(
    z.object({
      document: DocumentId,
      start: Offset,
      end: Offset,
      kind: BookmarkKind.default('bookmark'),
      label: Label.optional(),
    }),
    Done.extend({ bookmark: BookmarkId.nullable() }),
  ),
  rename: command(z.object({ bookmark: BookmarkId, label: Label }), Done),
  remove: command(z.object({ bookmark: BookmarkId }), Done),
}
