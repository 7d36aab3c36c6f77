/** Memos: writing, changing, finding and removing them. */
import { requireUnsealed } from '../analysis/sample.ts'
import type { MemoTarget, WantedMemos } from '../contract/memos.ts'
import { CoreError } from '../contract/errors.ts'
import type { CommandContext, Handlers } from '../context.ts'
import { dropBare } from '../codings/handlers.ts'
import { passageAt } from '../codings/passages.ts'
import { sql, type Sql } from '../db/sql.ts'
import { counted } from '../exporting/format.ts'
import { fileStem } from '../exporting/handlers.ts'
import { memosMarkdown } from '../exporting/memos.ts'
import { recordFile } from '../exporting/record.ts'
import { holdsWords } from '../text/fold.ts'
import { readMemos, type MemoOut } from './read.ts'

interface Target {
  kind: MemoTarget['kind']
  id: number
}
interface MemoRow extends Target {
  text: string
}

/** What a memo may be about: how it is named in the history, and the transcript it is in. */
const TARGETS: Record<Target['kind'], (id: number) => Sql> = {
  project: (id) => sql`SELECT 'the study' AS name, NULL AS document FROM project WHERE id = ${id}`,
  document: (id) => sql`SELECT name, id AS document FROM document WHERE id = ${id}`,
  participant: (id) => sql`SELECT name, NULL AS document FROM participant WHERE id = ${id}`,
  code: (id) => sql`SELECT '“' || name || '”' AS name, NULL AS document FROM code WHERE id = ${id}`,
  passage: (id) => sql`
    SELECT 'a passage of ' || d.name AS name, d.id AS document FROM passage AS p JOIN document AS d ON d.id = p.document WHERE p.id = ${id}`,
}
const MISSING: Record<Target['kind'], string> = {
  project: 'There is only one study in a project, number 1.',
  document: 'That transcript is no longer in this project.',
  participant: 'That participant is no longer in this project.',
  code: 'That code is no longer in the codebook.',
  passage: 'That passage is no longer there. It may have been removed or undone.',
}

/** Names the target for the history. Throws not-found when there is none. */
function nameTarget(context: CommandContext, { kind, id }: Target): string {
  const row = context.db.get<{ name: string; document: number | null }>(TARGETS[kind](id))
  if (!row) throw new CoreError('not-found', MISSING[kind])
  if (row.document !== null) context.touch(row.document)
  return row.name
}

function requireMemo(context: CommandContext, memo: number): MemoRow {
  const row = context.db.get<MemoRow>(
    sql`SELECT target AS kind, target_id AS id, text FROM memo WHERE id = ${memo}`,
  )
  if (!row)
    throw new CoreError('not-found', 'That memo is no longer there. It may have been removed or undone.')
  return row
}

function isWanted({ kind, target, coder, search }: WantedMemos): (memo: MemoOut) => boolean {
  const matches = holdsWords(search ?? '')
  return (memo) =>
    (kind === undefined || memo.target.kind === kind) &&
    (target === undefined || (memo.target.kind === target.kind && memo.target.id === target.id)) &&
    (coder === undefined || memo.coder.id === coder) &&
    matches(memo.text)
}

export const memos: Handlers<'memos'> = {
  list: ({ db }, wanted) => ({ memos: readMemos(db, wanted.target).filter(isWanted(wanted)) }),

  file: async (context, { role, ...wanted }) => {
    const { db } = context
    requireUnsealed(db, role)
    const { files, rows, lost } = memosMarkdown({ db, role, stem: fileStem(db) }, isWanted(wanted))
    recordFile(context, 'memos.file', `Exported ${counted(rows, ['memo', 'memos'])} as Markdown`)
    return { files, rows, lost }
  },

  add: (context, { on, text }) => {
    const { db, ids, clock } = context
    const coder = context.coder()
    const target: Target =
      on.kind === 'selection' ? { kind: 'passage', id: passageAt(context, on, coder) } : on
    const name = nameTarget(context, target)
    const now = clock()
    const { id } = db.run(sql`
      INSERT INTO memo (guid, target, target_id, text, coder, created, changed)
      VALUES (${ids()}, ${target.kind}, ${target.id}, ${text}, ${coder}, ${now}, ${now})`)
    context.say(`Wrote a memo on ${name}`)
    return { memo: id, target }
  },

  change: (context, { memo, text }) => {
    const row = requireMemo(context, memo)
    const name = nameTarget(context, row)
    if (row.text !== text) {
      context.db.run(sql`UPDATE memo SET text = ${text}, changed = ${context.clock()} WHERE id = ${memo}`)
    }
    context.say(`Changed a memo on ${name}`)
    return {}
  },

  remove: (context, { memo }) => {
    const row = requireMemo(context, memo)
    const name = nameTarget(context, row)
    context.db.run(sql`DELETE FROM memo WHERE id = ${memo}`)
    if (row.kind === 'passage') dropBare(context, [row.id])
    context.say(`Removed a memo on ${name}`)
    return {}
  },
}
