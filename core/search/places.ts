/** Turns with hits, read from the index or tried against a pattern. */
import type { z } from 'zod'
import type { RE2JS } from 're2js'
import type { Find, FoundTurn } from '../contract/search.ts'
import type { ReadableDb } from '../db/database.ts'
import { inList, join, sql, type Sql } from '../db/sql.ts'
import type { Span } from '../text/spans.ts'
import { compilePattern } from './pattern.ts'
import { matchOf } from './words.ts'

export type FoundTurnOut = z.input<typeof FoundTurn>
type Where = Pick<Find, 'roles' | 'documents'>

interface TurnRow {
  turn: number
  document: number
  documentName: string
  start: number
  end: number
  speaker: string | null
  role: FoundTurnOut['role']
  at: number | null
  text: string
}

/** A turn's row and its hits, as offsets in the turn's text. */
export interface Found {
  row: TurnRow
  hits: Span[]
}

/** Around each hit in what the index hands back. Noncharacters: no text a person reads holds them. */
const OPEN = '\ufdd0'
const CLOSE = '\ufdd1'

const COLUMNS: Sql = sql`turn.id AS turn, turn.document, d.name AS documentName, turn.start, turn."end", s.label AS speaker, s.role, turn.at, turn.text`
const SOURCES: Sql = sql`JOIN document AS d ON d.id = turn.document LEFT JOIN speaker AS s ON s.id = turn.speaker`

/** Turns that may be looked at, as a condition on their id; the plus keeps SQLite from looking each one up. */
function within(db: ReadableDb, id: Sql, { roles, documents }: Where): Sql {
  const conditions: Sql[] = []
  if (roles) {
    conditions.push(sql`+${id} IN (SELECT id FROM turn WHERE speaker IN
      (SELECT id FROM speaker WHERE role IN ${inList(roles)}))`)
  }
  if (documents) conditions.push(sql`+${id} IN (SELECT id FROM turn WHERE document IN ${inList(documents)})`)
  const withdrawn = db.value(sql`SELECT 1 FROM participant WHERE withdrawn IS NOT NULL`)
  if (withdrawn !== undefined) {
    conditions.push(sql`+${id} NOT IN (SELECT id FROM turn WHERE speaker IN
      (SELECT s.id FROM speaker AS s JOIN participant AS p ON p.id = s.participant WHERE p.withdrawn IS NOT NULL))`)
  }
  return conditions.length === 0 ? sql`1` : join(conditions, ' AND ')
}

/** Where the marks of a highlighted text stand, as spans of the text without them. */
function marksIn(highlighted: string): Span[] {
  const spans: Span[] = []
  let marks = 0
  let start = 0
  for (let at = 0; at < highlighted.length; at++) {
    const character = highlighted[at]
    if (character === OPEN) start = at - marks++
    else if (character === CLOSE) spans.push({ start, end: at - marks++ })
  }
  return spans
}

/** Turns whose id is above `after`, found by the index. Expressions come from {@link matchOf}. */
export function turnsByWords(
  db: ReadableDb,
  match: string,
  where: Where,
  page: { after?: number; offset?: number; limit: number },
): Found[] {
  const rows = db.all<TurnRow & { marked: string }>(sql`
    SELECT ${COLUMNS}, highlight(turn_fts, 0, ${OPEN}, ${CLOSE}) AS marked
    FROM turn_fts JOIN turn ON turn.id = turn_fts.rowid ${SOURCES}
    WHERE turn_fts MATCH ${match} AND turn_fts.rowid > ${page.after ?? 0} AND ${within(db, sql`turn_fts.rowid`, where)}
    ORDER BY turn_fts.rowid LIMIT ${page.limit} OFFSET ${page.offset ?? 0}`)
  return rows.map(({ marked, ...row }) => ({ row, hits: marksIn(marked) }))
}

export function countTurns(db: ReadableDb, match: string, where: Where): number {
  const condition = within(db, sql`turn_fts.rowid`, where)
  return (
    db.value<number>(sql`SELECT count(*) FROM turn_fts WHERE turn_fts MATCH ${match} AND ${condition}`) ?? 0
  )
}

function spansOf(pattern: RE2JS, text: string): Span[] {
  const spans: Span[] = []
  const matcher = pattern.matcher(text)
  while (matcher.find()) {
    const [start, end] = [matcher.start(), matcher.end()]
    if (end > start) spans.push({ start, end })
  }
  return spans
}

const READ_AHEAD = 1000

/** The next turns above `after`, tried against a pattern; `last` is null when there are no more. */
function turnsByPattern(
  db: ReadableDb,
  pattern: RE2JS,
  where: Where,
  after: number,
): { found: Found[]; last: number | null } {
  const rows = db.all<TurnRow>(sql`
    SELECT ${COLUMNS} FROM turn ${SOURCES} WHERE turn.id > ${after} AND ${within(db, sql`turn.id`, where)}
    ORDER BY turn.id LIMIT ${READ_AHEAD}`)
  const found = rows
    .map((row) => ({ row, hits: spansOf(pattern, row.text) }))
    .filter(({ hits }) => hits.length > 0)
  return { found, last: rows.at(-1)?.turn ?? null }
}

/** Lets other work in between pages; throws when the search is cancelled. */
type Breathe = (done: number, total: number, note: string) => Promise<void>

/** Every turn with a hit, page by page, in order. */
export async function* everyFound(db: ReadableDb, find: Find, breathe: Breathe): AsyncGenerator<Found> {
  const total = db.value<number>(sql`SELECT coalesce(max(id), 0) FROM turn`) ?? 0
  const match = find.mode === 'words' ? matchOf(find.text) : null
  const pattern =
    find.mode === 'pattern' && find.text !== '' ? compilePattern(find.text, find.matchCase) : null
  for (let after: number | null = 0; after !== null;) {
    await breathe(after, total, 'Searching the transcripts')
    if (match !== null) {
      const found = turnsByWords(db, match, find, { after, limit: READ_AHEAD })
      yield* found
      after = found.at(-1)?.row.turn ?? null
    } else if (pattern) {
      const page: ReturnType<typeof turnsByPattern> = turnsByPattern(db, pattern, find, after)
      yield* page.found
      after = page.last
    } else after = null
  }
}

/** Characters shown on either side of the first hit. */
const AROUND = 80

/** The words around a hit, cut at white space, never inside a word. */
function snippetOf(text: string, hit: Span): Span {
  const from = hit.start - AROUND
  const to = hit.end + AROUND
  const space = /\s/u
  let start = 0
  let end = text.length
  if (from > 0) for (start = from; start < hit.start && !space.test(text[start - 1] ?? '');) start++
  if (to < text.length) for (end = to; end > hit.end && !space.test(text[end] ?? '');) end--
  return { start, end }
}

export function toFoundTurn({ row: { text, ...row }, hits }: Found): FoundTurnOut {
  const around = snippetOf(text, hits[0] ?? { start: 0, end: 0 })
  return {
    ...row,
    hits: hits.map(({ start, end }) => ({ start: start + row.start, end: end + row.start })),
    snippet: { text: text.slice(around.start, around.end), start: row.start + around.start },
  }
}
