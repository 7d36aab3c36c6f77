/** Importing a codebook: what it would change, and changing it. */
import type { z } from 'zod'
import type { CodebookPlan } from '../../contract/codebook.ts'
import { CoreError } from '../../contract/errors.ts'
import type { JobContext } from '../../context.ts'
import type { ReadableDb } from '../../db/database.ts'
import type { SourceFile } from '../../import/read.ts'
import { applyPlan } from './apply.ts'
import { readEntries } from './entries.ts'
import { isShortId, planCodebook, type Plan, type PlannedCode } from './plan.ts'
import { readCodebookFile } from './read.ts'

/** Fields whose change makes passages coded under an older definition. */
const MEANING = new Set(['definition', 'include', 'exclude'])

const parentName = ({ parent }: PlannedCode): string | null =>
  parent ? ('from' in parent ? parent.from.name : parent.name) : null

function preview({ added, changed, ...rest }: Plan): z.input<typeof CodebookPlan> {
  return {
    ...rest,
    added: added.map((code) => ({
      line: code.from.line,
      code: isShortId(code.from.code) ? code.from.code : '',
      name: code.from.name,
      family: code.family,
      parent: parentName(code),
    })),
    changed: changed.flatMap(({ from, known, differs }) =>
      known
        ? [
            {
              line: from.line,
              id: known.id,
              code: known.code,
              name: from.name,
              fields: differs,
              stale: differs.some((field) => MEANING.has(field)) ? known.used : 0,
            },
          ]
        : [],
    ),
  }
}

export async function previewFile(db: ReadableDb, file: SourceFile): Promise<z.input<typeof CodebookPlan>> {
  return preview(planCodebook(readEntries(db), await readCodebookFile(file)))
}

const codes = (count: number) => (count === 1 ? 'one code' : `${count} codes`)

/** Takes what can be taken. Throws `empty` when that is nothing. */
export async function importFile(
  context: JobContext,
  { file, changed: alsoChanged }: { file: SourceFile; changed: boolean },
): Promise<{ step: number; label: string; added: number; changed: number }> {
  const read = await readCodebookFile(file)
  let label = ''
  const { result, step } = context.write('codebook.importFile', (command) => {
    const plan = planCodebook(readEntries(command.db), read)
    const changed = alsoChanged ? plan.changed : []
    if (plan.added.length + changed.length === 0) {
      throw new CoreError(
        'empty',
        `${file.name} holds nothing that is not in the codebook already. Nothing was changed.`,
      )
    }
    applyPlan(command, { added: plan.added, changed })
    label = `Read ${file.name}: ${codes(plan.added.length)} added, ${changed.length} changed`
    command.say(label)
    return { added: plan.added.length, changed: changed.length }
  })
  return { step, label, ...result }
}
