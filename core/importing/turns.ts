/** Gives a document other turns, changing only the rows that differ. */
import type { CommandContext } from '../context.ts'
import type { ReadableDb } from '../db/database.ts'
import { sql } from '../db/sql.ts'
import { countWords } from '../text/spans.ts'

export interface NewTurn {
  kind: string
  /** Row of the speaker. */
  speaker: number | null
  text: string
  at: number | null
  until: number | null
}
export interface TurnRow extends NewTurn {
  id: number
  ord: number
  start: number
  end: number
}

export function turnRows(db: ReadableDb, document: number): TurnRow[] {
  return db.all<TurnRow>(
    sql`SELECT id, ord, kind, speaker, start, "end", at, until, text FROM turn WHERE document = ${document} ORDER BY ord`,
  )
}

export const textOf = (turns: readonly { text: string }[]): string => turns.map(({ text }) => text).join('\n')

const same = (a: NewTurn | undefined, b: NewTurn | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  a.kind === b.kind &&
  a.speaker === b.speaker &&
  a.text === b.text &&
  a.at === b.at &&
  a.until === b.until

/** Replaces a document's turns. What is the same at both ends is only moved; rows between keep their ids where they can. */
export function writeTurns(context: CommandContext, document: number, next: readonly NewTurn[]): void {
  const { db } = context
  const old = turnRows(db, document)
  const placed = withOffsets(next)
  let head = 0
  while (head < old.length && same(old[head], next[head])) head++
  let tail = 0
  while (tail < old.length - head && tail < next.length - head && same(old.at(-1 - tail), next.at(-1 - tail)))
    tail++
  const shared = Math.min(old.length, next.length) - head - tail
  for (let at = head; at < head + shared; at++) {
    const row = old[at]
    const turn = placed[at]
    if (row && turn) updateTurn(db, row.id, turn)
  }
  for (const row of old.slice(head + shared, old.length - tail))
    db.run(sql`DELETE FROM turn WHERE id = ${row.id}`)
  moveTail(context, old.slice(old.length - tail), placed.slice(placed.length - tail), placed.length - tail)
  placed.slice(head + shared, placed.length - tail).forEach((turn, at) => {
    db.run(sql`
      INSERT INTO turn (document, ord, kind, speaker, start, "end", at, until, words, text)
      VALUES (${document}, ${head + shared + at}, ${turn.kind}, ${turn.speaker}, ${turn.start}, ${turn.end}, ${turn.at}, ${turn.until},
        ${wordsOf(turn)}, ${turn.text})`)
  })
  const length = placed.at(-1)?.end ?? 0
  db.run(sql`UPDATE document SET length = ${length} WHERE id = ${document} AND length <> ${length}`)
  context.touch(document)
}

type PlacedTurn = NewTurn & { start: number; end: number }

function withOffsets(turns: readonly NewTurn[]): PlacedTurn[] {
  let start = 0
  return turns.map((turn) => {
    const placed = { ...turn, start, end: start + turn.text.length }
    start = placed.end + 1
    return placed
  })
}

const wordsOf = ({ kind, text }: NewTurn): number => (kind === 'speech' ? countWords(text) : 0)

function updateTurn(db: CommandContext['db'], id: number, turn: PlacedTurn): void {
  db.run(sql`
    UPDATE turn SET kind = ${turn.kind}, speaker = ${turn.speaker}, start = ${turn.start}, "end" = ${turn.end}, at = ${turn.at},
      until = ${turn.until}, words = ${wordsOf(turn)}, text = ${turn.text} WHERE id = ${id}`)
}

/** Unchanged turns at the end take their new numbers and offsets, in the order that keeps numbers unique on the way. */
function moveTail({ db }: CommandContext, rows: TurnRow[], placed: PlacedTurn[], firstOrd: number): void {
  const moves = rows.map((row, at) => ({
    row,
    ord: firstOrd + at,
    start: placed[at]?.start ?? 0,
    end: placed[at]?.end ?? 0,
  }))
  const up = (moves[0]?.ord ?? 0) > (rows[0]?.ord ?? 0)
  for (const { row, ord, start, end } of up ? moves.reverse() : moves) {
    if (row.ord === ord && row.start === start) continue
    db.run(sql`UPDATE turn SET ord = ${ord}, start = ${start}, "end" = ${end} WHERE id = ${row.id}`)
  }
}
