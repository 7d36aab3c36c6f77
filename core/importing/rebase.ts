/** Gives a document new text and takes everything anchored in it along: passages, bookmarks, decided suggestions. */
import { CoreError } from '../contract/errors.ts'
import { reattribute } from '../codings/passages.ts'
import type { CommandContext } from '../context.ts'
import type { ReadableDb } from '../db/database.ts'
import { sql } from '../db/sql.ts'
import { documentText } from '../documents/text.ts'
import { anchorOf } from '../text/anchor.ts'
import { follow, type Match, type Placed } from '../text/reanchor.ts'
import { countWords, snapToGraphemes, type Span } from '../text/spans.ts'
import { reanchorSpans, type Reanchored, type ReanchorInput } from './tasks.ts'
import { textOf, writeTurns, type NewTurn } from './turns.ts'
import { setAside } from './unplaced.ts'

export interface Moved {
  kept: number
  changed: number
  merged: number
  unplaced: number
}

export interface PassageRow extends Span {
  id: number
  coder: number
  quote: string
}

export function passagesOf(db: ReadableDb, document: number): PassageRow[] {
  return db.all<PassageRow>(
    sql`SELECT id, start, "end", coder, quote FROM passage WHERE document = ${document} ORDER BY start, "end", id`,
  )
}

/** What the search needs to know of a document whose text would become another. */
export function searchFor(db: ReadableDb, document: number, newText: string): ReanchorInput {
  const spans = passagesOf(db, document).map(({ start, end }) => ({ start, end }))
  return { oldText: documentText(db, document), newText, spans }
}

/**
 * Replaces a document's turns. `found` is the result of a search made earlier for exactly this state (`searchFor`); it is
 * made again when the document has changed since. Every passage is kept, merged into its equal, or listed as unplaced.
 */
export function rebase(
  context: CommandContext,
  document: number,
  turns: readonly NewTurn[],
  found?: { search: ReanchorInput; result: Reanchored },
): Moved {
  const { db } = context
  const newText = textOf(turns)
  const search = searchFor(db, document, newText)
  const isFresh = found !== undefined && JSON.stringify(found.search) === JSON.stringify(search)
  const { matches, placed } = isFresh ? found.result : reanchorSpans(search)
  const passages = passagesOf(db, document)
  writeTurns(context, document, turns)
  const moved = movePassages(context, newText, passages, placed)
  carryMarks(context, document, newText, matches)
  reattribute(context, document)
  return moved
}

interface Move {
  passage: PassageRow
  to: Placed
}

const placeKey = (coder: number, { start, end }: Span) => `${coder} ${start} ${end}`

function movePassages(
  context: CommandContext,
  text: string,
  passages: readonly PassageRow[],
  placed: readonly (Placed | null)[],
): Moved {
  const moved: Moved = { kept: 0, changed: 0, merged: 0, unplaced: 0 }
  const taken = new Map<string, Move>()
  for (const [at, passage] of passages.entries()) {
    const to = placed[at]
    if (!to) {
      setAside(context, passage.id)
      moved.unplaced++
      continue
    }
    const key = placeKey(passage.coder, to)
    const holder = taken.get(key)
    if (holder) {
      mergePassage(context, passage.id, holder.passage.id)
      moved.merged++
      continue
    }
    taken.set(key, { passage, to })
    moved[to.how === 'same' ? 'kept' : 'changed']++
  }
  writeMoves(context, text, [...taken.values()])
  return moved
}

/** Writes new places one by one; a place still held by another passage is waited for, and a circle is opened by parking one. */
function writeMoves(context: CommandContext, text: string, moves: readonly Move[]): void {
  const held = new Map(moves.map(({ passage }) => [placeKey(passage.coder, passage), passage.id]))
  let waiting = moves
  while (waiting.length > 0) {
    const blocked: Move[] = []
    for (const move of waiting) {
      const { passage, to } = move
      const holder = held.get(placeKey(passage.coder, to))
      if (holder !== undefined && holder !== passage.id) {
        blocked.push(move)
        continue
      }
      held.delete(placeKey(passage.coder, passage))
      held.set(placeKey(passage.coder, to), passage.id)
      writePlace(context, text, move)
    }
    const [first] = blocked
    if (first && blocked.length === waiting.length) {
      held.delete(placeKey(first.passage.coder, first.passage))
      context.db.run(
        sql`UPDATE passage SET start = ${-2 * first.passage.id}, "end" = ${1 - 2 * first.passage.id} WHERE id = ${first.passage.id}`,
      )
    }
    waiting = blocked
  }
}

function writePlace({ db }: CommandContext, text: string, { passage, to }: Move): void {
  const { quote, prefix, suffix } = anchorOf(text, to)
  db.run(sql`
    UPDATE passage SET start = ${to.start}, "end" = ${to.end}, words = ${countWords(quote)}, quote = ${quote}, prefix = ${prefix}, suffix = ${suffix}
    WHERE id = ${passage.id}
      AND (start, "end", quote, prefix, suffix) IS NOT (${to.start}, ${to.end}, ${quote}, ${prefix}, ${suffix})`)
}

/** Everything on one passage goes to its equal; a code on both keeps the stronger feeling. */
function mergePassage({ db }: CommandContext, from: number, into: number): void {
  db.run(sql`
    UPDATE coding SET intensity = (SELECT o.intensity FROM coding AS o WHERE o.passage = ${from} AND o.code = coding.code)
    WHERE passage = ${into} AND coalesce(intensity, 0) <
      (SELECT coalesce(o.intensity, 0) FROM coding AS o WHERE o.passage = ${from} AND o.code = coding.code)`)
  db.run(sql`
    DELETE FROM coding WHERE passage = ${from} AND code IN (SELECT code FROM coding WHERE passage = ${into})`)
  db.run(sql`UPDATE coding SET passage = ${into} WHERE passage = ${from}`)
  db.run(sql`UPDATE memo SET target_id = ${into} WHERE target = 'passage' AND target_id = ${from}`)
  db.run(
    sql`UPDATE passage SET flagged = 1 WHERE id = ${into} AND flagged = 0 AND (SELECT flagged FROM passage WHERE id = ${from}) = 1`,
  )
  db.run(sql`DELETE FROM passage WHERE id = ${from}`)
}

/** Bookmarks stay, at the nearest place; a decision about words that are gone has nothing left to decide. */
function carryMarks({ db }: CommandContext, document: number, text: string, matches: readonly Match[]): void {
  const marks = db.all<Span & { id: number; tbl: 'bookmark' | 'suggestion_decision' }>(sql`
    SELECT id, start, "end", 'bookmark' AS tbl FROM bookmark WHERE document = ${document}
    UNION ALL SELECT id, start, "end", 'suggestion_decision' FROM suggestion_decision WHERE document = ${document}`)
  for (const { id, start, end, tbl } of marks) {
    const [from = 0, to = 0] = follow(matches, text.length, [start, end])
    const span = snapToGraphemes(text, { start: from, end: Math.max(from, to) })
    if (span.start === start && span.end === end) continue
    if (tbl === 'bookmark')
      db.run(sql`UPDATE bookmark SET start = ${span.start}, "end" = ${span.end} WHERE id = ${id}`)
    else if (span.start < span.end)
      db.run(sql`UPDATE suggestion_decision SET start = ${span.start}, "end" = ${span.end} WHERE id = ${id}`)
    else db.run(sql`DELETE FROM suggestion_decision WHERE id = ${id}`)
  }
}

/** Refuses a text that would leave nothing to read. */
export function requireText(turns: readonly NewTurn[], name: string): void {
  if (turns.some(({ text }) => text.trim() !== '')) return
  throw new CoreError(
    'invalid',
    `${name} would have no text left. To take it out of the study, remove the transcript instead.`,
  )
}
