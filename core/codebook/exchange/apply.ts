/** Carries out what a plan says: adds and changes codes, in one step. */
import type { CommandContext } from '../../context.ts'
import { sql } from '../../db/sql.ts'
import { addCode, changeCode, moveCodes } from '../codes.ts'
import { isShortId, type Plan, type PlannedCode } from './plan.ts'

/** Rows of the codes a plan names; those of new codes are filled in as they are added. */
type Rows = Map<PlannedCode, number>

function parentRow(rows: Rows, { parent }: PlannedCode): number | null {
  if (!parent) return null
  if (!('from' in parent)) return parent.id
  return parent.known?.id ?? rows.get(parent) ?? null
}

/** The fields a handler takes as they are; pairs and archiving follow by themselves. */
function plainFields({ from: { fields }, known, differs }: PlannedCode) {
  const { pairsWith: _pair, archived: _archived, ...plain } = fields
  const wanted = Object.entries(plain).filter(([field]) => !known || differs.includes(field))
  return Object.fromEntries(wanted) as typeof plain
}

function add(context: CommandContext, rows: Rows, code: PlannedCode): void {
  const { from, family } = code
  const added = addCode(context, {
    ...plainFields(code),
    name: from.name,
    family,
    parent: parentRow(rows, code),
    ...(isShortId(from.code) && { code: from.code }),
  })
  rows.set(code, added.code)
  const taken = from.guid && context.db.value(sql`SELECT 1 FROM code WHERE guid = ${from.guid}`)
  // The file's own GUID is kept, so that the code is known again when the file comes back.
  if (from.guid && taken === undefined) {
    context.db.run(sql`UPDATE code SET guid = ${from.guid} WHERE id = ${added.code}`)
  }
}

function change(context: CommandContext, rows: Rows, code: PlannedCode, id: number): void {
  const { from, differs } = code
  changeCode(context, {
    code: id,
    ...plainFields(code),
    ...(differs.includes('name') && { name: from.name }),
  })
  if (differs.includes('parent')) moveCodes(context, { codes: [id], parent: parentRow(rows, code) })
}

/** What can only be said once every code is there. */
function finish(context: CommandContext, code: PlannedCode, id: number): void {
  const { fields } = code.from
  if (fields.pairsWith !== undefined) {
    context.db.run(sql`
      UPDATE code SET pairs_with = (SELECT id FROM code WHERE key = ${fields.pairsWith} COLLATE NOCASE) WHERE id = ${id}
        AND pairs_with IS NOT (SELECT id FROM code WHERE key = ${fields.pairsWith} COLLATE NOCASE)`)
  }
  if (fields.archived !== undefined) {
    const archived = Number(fields.archived)
    context.db.run(sql`UPDATE code SET archived = ${archived} WHERE id = ${id} AND archived <> ${archived}`)
  }
}

/** Adds the plan's new codes and, when wanted, changes the known ones. */
export function applyPlan(
  context: CommandContext,
  { added, changed }: Pick<Plan, 'added' | 'changed'>,
): void {
  const rows: Rows = new Map()
  for (const code of added) add(context, rows, code)
  for (const code of changed) if (code.known) change(context, rows, code, code.known.id)
  for (const [code, id] of rows) finish(context, code, id)
  for (const code of changed) if (code.known) finish(context, code, code.known.id)
}
