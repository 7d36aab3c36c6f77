/** Correcting a transcript by hand: words, turns, speakers. What is coded follows its words. */
import type { CommandContext } from '../context.ts'
import type { Edit } from '../contract/documents.ts'
import { CoreError } from '../contract/errors.ts'
import { sql } from '../db/sql.ts'
import { requireDocument } from '../documents/text.ts'
import { graphemeEdge } from '../text/spans.ts'
import { rebase, requireText, type Moved } from './rebase.ts'
import { turnRows, type NewTurn, type TurnRow } from './turns.ts'

/** Makes one edit; says what became of the passages. */
export function correctDocument(context: CommandContext, document: number, edit: Edit): Moved {
  const { name } = requireDocument(context.db, document)
  const rows = turnRows(context.db, document)
  const turns = edited(context, document, rows, edit)
  requireText(turns, name)
  const moved = rebase(context, document, turns)
  context.say(sentence(name, edit, moved))
  return moved
}

function edited(context: CommandContext, document: number, rows: readonly TurnRow[], edit: Edit): NewTurn[] {
  if (edit.edit === 'text') {
    const at = indexOf(rows, edit.turn)
    const text = tidy(edit.text)
    return text === '' ? rows.toSpliced(at, 1) : changeTurns(rows, [edit.turn], () => ({ text }))
  }
  if (edit.edit === 'split') return split(context, document, rows, edit)
  if (edit.edit === 'join') return joined(rows, indexOf(rows, edit.turn))
  if (edit.edit === 'kind') {
    const speechless = edit.kind === 'speech' ? {} : { speaker: null }
    return changeTurns(rows, edit.turns, () => ({ kind: edit.kind, ...speechless }))
  }
  const speaker = speakerFor(context, document, edit.speaker)
  return changeTurns(rows, edit.turns, () => ({ kind: 'speech', speaker }))
}

function indexOf(rows: readonly TurnRow[], turn: number): number {
  const at = rows.findIndex(({ id }) => id === turn)
  if (at < 0)
    throw new CoreError('not-found', 'That turn is no longer in the transcript. Reload it and try again.')
  return at
}

function changeTurns(
  rows: readonly TurnRow[],
  ids: readonly number[],
  change: (row: TurnRow) => Partial<NewTurn>,
): NewTurn[] {
  const changed = new Set(ids.map((id) => indexOf(rows, id)))
  return rows.map((row, at) => (changed.has(at) ? { ...row, ...change(row) } : row))
}

/** Stored text is NFC with `\n` newlines and no white space at its ends. */
const tidy = (text: string): string => text.replaceAll(/\r\n?/g, '\n').normalize('NFC').trim()

type Split = Extract<Edit, { edit: 'split' }>

function split(context: CommandContext, document: number, rows: readonly TurnRow[], edit: Split): NewTurn[] {
  const at = indexOf(rows, edit.turn)
  const row = rows[at]
  const inside = row ? graphemeEdge(row.text, edit.at - row.start, -1) : 0
  const [before, after] = [
    row?.text.slice(0, inside).trimEnd() ?? '',
    row?.text.slice(inside).trimStart() ?? '',
  ]
  if (!row || edit.at <= row.start || edit.at >= row.end || before === '' || after === '') {
    throw new CoreError(
      'invalid',
      'A turn can only be split between two of its words. Put the cursor there and try again.',
    )
  }
  const speaker = edit.speaker === undefined ? row.speaker : speakerFor(context, document, edit.speaker)
  return rows.toSpliced(
    at,
    1,
    { ...row, text: before, until: null },
    { ...row, text: after, at: null, speaker },
  )
}

function joined(rows: readonly TurnRow[], at: number): NewTurn[] {
  const [first, second] = [rows[at - 1], rows[at]]
  if (!first || !second) throw new CoreError('invalid', 'The first turn has none before it to be joined to.')
  return rows.toSpliced(at - 1, 2, { ...first, text: `${first.text} ${second.text}`, until: second.until })
}

/** A speaker of this document by id, or by a label that is made when there is none. */
function speakerFor(context: CommandContext, document: number, speaker: Split['speaker']): number | null {
  const { db } = context
  if (speaker === null || speaker === undefined) return null
  if (typeof speaker === 'object') {
    const known = db.value<number>(
      sql`SELECT id FROM speaker WHERE document = ${document} AND label = ${speaker.label}`,
    )
    return (
      known ??
      db.run(
        sql`INSERT INTO speaker (guid, document, label, role) VALUES (${context.ids()}, ${document}, ${speaker.label}, 'unknown')`,
      ).id
    )
  }
  const known = db.value<number>(sql`SELECT id FROM speaker WHERE id = ${speaker} AND document = ${document}`)
  if (known === undefined)
    throw new CoreError('not-found', 'That speaker is not in this transcript. Choose another.')
  return known
}

const DONE: Record<Edit['edit'], string> = {
  text: 'Corrected the text of',
  split: 'Split a turn of',
  join: 'Joined two turns of',
  speaker: 'Changed who speaks in',
  kind: 'Changed what is speech in',
}

function sentence(name: string, { edit }: Edit, { unplaced }: Moved): string {
  const toDecide =
    unplaced === 0 ? '' : unplaced === 1 ? '; 1 passage to decide' : `; ${unplaced} passages to decide`
  return `${DONE[edit]} ${name}${toDecide}`
}
