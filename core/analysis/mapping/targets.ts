/** What each touchpoint should become: written by the researcher, beside what both sides say it is. */
import type { z } from 'zod'
import { CoreError } from '../../contract/errors.ts'
import type { mapping, Target } from '../../contract/mapping.ts'
import type { CommandContext } from '../../context.ts'
import type { ReadableDb } from '../../db/database.ts'
import { sql } from '../../db/sql.ts'
import { readSettings } from '../../project/handlers.ts'
import { requireUnsealed } from '../sample.ts'
import { requireTouchpoint } from '../summary/gather.ts'

type TargetOut = z.input<typeof Target>

interface Row extends Omit<TargetOut, 'changed'> {
  touchpoint: string
  changed: number
}

/** By the touchpoint's short id. None while residents' findings are sealed: a target tells what they asked for. */
export function readTargets(db: ReadableDb): ReadonlyMap<string, TargetOut> {
  if (readSettings(db).sealed) return new Map()
  const rows = db.all<Row>(sql`
    SELECT code.key AS touchpoint, target.text, target.value, target.due, coder.name AS coder, target.changed
    FROM target JOIN code ON code.id = target.code JOIN coder ON coder.id = target.coder`)
  return new Map(
    rows.map(({ touchpoint, changed, ...row }) => [
      touchpoint,
      { ...row, changed: new Date(changed).toISOString() },
    ]),
  )
}

const NONE = { text: '', value: '', due: null }

/** An empty target is none. Throws `not-found` without such a touchpoint, and `sealed`. */
export function setTarget(
  context: CommandContext,
  { touchpoint, text, value, due }: z.output<typeof mapping.setTarget.input>,
): void {
  const { db } = context
  requireUnsealed(db, 'resident')
  const { code } = requireTouchpoint(db, touchpoint)
  if (code.level !== 'touchpoint') {
    throw new CoreError('invalid', `“${code.name}” is a ${code.level}. Set the target of a touchpoint in it.`)
  }
  const known = readTargets(db).get(touchpoint) ?? NONE
  const now = {
    text: text ?? known.text,
    value: value ?? known.value,
    due: due === undefined ? known.due : due,
  }
  if (now.text === '' && now.value === '' && now.due === null) {
    db.run(sql`DELETE FROM target WHERE code = ${code.id}`)
    context.say(`Removed the target of “${code.name}”`)
    return
  }
  db.run(sql`
    INSERT INTO target (code, text, value, due, coder, changed)
    VALUES (${code.id}, ${now.text}, ${now.value}, ${now.due}, ${context.coder()}, ${context.clock()})
    ON CONFLICT (code) DO UPDATE SET text = excluded.text, value = excluded.value, due = excluded.due,
      coder = excluded.coder, changed = excluded.changed
    WHERE text <> excluded.text OR value <> excluded.value OR due IS NOT excluded.due`)
  context.say(`Wrote the target of “${code.name}”`)
}

/** A target in short lines, for pictures and tables. */
export function targetLines(target: TargetOut | null): string[] {
  if (target === null) return []
  const { text, value, due } = target
  return [text, value, due === null ? '' : `by ${dayInWords(due)}`].filter((line) => line !== '')
}

const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})

const dayInWords = (day: string): string => DAY.format(new Date(`${day}T00:00:00Z`))
