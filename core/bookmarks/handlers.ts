/** Bookmarks and second looks: setting, naming and listing them. */
import type { z } from 'zod'
import type { Bookmark } from '../contract/bookmarks.ts'
import { CoreError } from '../contract/errors.ts'
import type { Input } from '../contract/index.ts'
import { settle, type Place } from '../codings/passages.ts'
import type { CommandContext, Handlers } from '../context.ts'
import type { ReadableDb } from '../db/database.ts'
import { join, sql } from '../db/sql.ts'
import { requireDocument, textAround } from '../documents/text.ts'
import { glimpse } from '../text/glimpse.ts'
import { graphemeEdge, type Span } from '../text/spans.ts'

type BookmarkOut = z.input<typeof Bookmark>
type Wanted = Input<'bookmarks.list'>
interface Row extends Span {
  bookmark: number | null
  passage: number | null
  kind: BookmarkOut['kind']
  document: number
  documentName: string
  label: string
  coderId: number
  coder: string
  created: number
}

const NAMES = { bookmark: 'bookmark', 'second-look': 'mark for a second look' }

/** In the order of the transcripts; everything left out means no restriction. */
function readRows(db: ReadableDb, { document, kind, coder }: Wanted): Row[] {
  const conditions = [sql`1`]
  if (document !== undefined) conditions.push(sql`b.document = ${document}`)
  if (kind !== undefined) conditions.push(sql`b.kind = ${kind}`)
  if (coder !== undefined) conditions.push(sql`b.coder = ${coder}`)
  return db.all<Row>(sql`
    SELECT b.bookmark, b.passage, b.kind, b.document, d.name AS documentName, b.start, b."end", b.label, b.coder AS coderId,
      coder.name AS coder, b.created
    FROM (
      SELECT id AS bookmark, NULL AS passage, kind, document, start, "end", label, coder, created FROM bookmark
      UNION ALL SELECT NULL, id, 'second-look', document, start, "end", '', coder, created FROM passage WHERE flagged = 1
    ) AS b JOIN document AS d ON d.id = b.document JOIN coder ON coder.id = b.coder
    WHERE ${join(conditions, ' AND ')}
    ORDER BY d.name COLLATE NOCASE, d.id, b.start, b."end", b.created`)
}

/** The first words of a place; for a point, those that follow it. */
function wordsAt(db: ReadableDb, { document, start, end }: Row): string {
  const reach = end > start ? end : start + 80
  const { text, from } = textAround(db, document, start, reach)
  return glimpse(text.slice(start - from, reach - from))
}

/** Where a mark is kept: whole characters, without white space at the ends of a stretch. */
function placeOf(db: ReadableDb, place: Place): Span {
  if (place.start < place.end) {
    const { start, end } = settle(db, place)
    return { start, end }
  }
  const { name, length } = requireDocument(db, place.document)
  if (place.start > length) {
    throw new CoreError(
      'invalid',
      `${name} ends before character ${place.start}. Choose a place inside the text.`,
    )
  }
  const { text, from } = textAround(db, place.document, place.start, place.start)
  const point = graphemeEdge(text, place.start - from, -1) + from
  return { start: point, end: point }
}

function requireBookmark(
  context: CommandContext,
  bookmark: number,
): { document: number; kind: BookmarkOut['kind'] } {
  const row = context.db.get<{ document: number; kind: BookmarkOut['kind'] }>(
    sql`SELECT document, kind FROM bookmark WHERE id = ${bookmark}`,
  )
  if (!row) {
    throw new CoreError('not-found', 'That bookmark is no longer there. It may have been removed or undone.')
  }
  context.touch(row.document)
  return row
}

export const bookmarks: Handlers<'bookmarks'> = {
  list: ({ db }, wanted) => ({
    bookmarks: readRows(db, wanted).map((row) => {
      const { coderId, coder, created, ...mark } = row
      return {
        ...mark,
        words: wordsAt(db, row),
        coder: { id: coderId, name: coder },
        created: new Date(created).toISOString(),
      }
    }),
  }),

  toggle: (context, { kind, label, ...place }) => {
    const { db } = context
    const { start, end } = placeOf(db, place)
    const { name } = requireDocument(db, place.document)
    const coder = context.coder()
    context.touch(place.document)
    const known = db.value<number>(sql`
      SELECT id FROM bookmark WHERE document = ${place.document} AND start = ${start} AND "end" = ${end} AND kind = ${kind} AND coder = ${coder}`)
    if (known !== undefined) {
      db.run(sql`DELETE FROM bookmark WHERE id = ${known}`)
      context.say(`Removed a ${NAMES[kind]} in ${name}`)
      return { bookmark: null }
    }
    const { id } = db.run(sql`
      INSERT INTO bookmark (document, start, "end", kind, label, coder, created)
      VALUES (${place.document}, ${start}, ${end}, ${kind}, ${label ?? ''}, ${coder}, ${context.clock()})`)
    context.say(`Set a ${NAMES[kind]} in ${name}`)
    return { bookmark: id }
  },

  rename: (context, { bookmark, label }) => {
    const { kind } = requireBookmark(context, bookmark)
    context.db.run(sql`UPDATE bookmark SET label = ${label} WHERE id = ${bookmark} AND label <> ${label}`)
    context.say(`Renamed a ${NAMES[kind]}`)
    return {}
  },

  remove: (context, { bookmark }) => {
    const { kind } = requireBookmark(context, bookmark)
    context.db.run(sql`DELETE FROM bookmark WHERE id = ${bookmark}`)
    context.say(`Removed a ${NAMES[kind]}`)
    return {}
  },
}
