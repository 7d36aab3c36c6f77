/** Figures from elsewhere (satisfaction measures, days open) set beside the touchpoints they are about. */
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { Day } from '../../contract/common.ts'
import { CoreError } from '../../contract/errors.ts'
import type { Metric } from '../../contract/mapping.ts'
import type { CommandContext } from '../../context.ts'
import type { ReadableDb } from '../../db/database.ts'
import { sql } from '../../db/sql.ts'

type MetricOut = z.input<typeof Metric>

export const readMetrics = (db: ReadableDb): MetricOut[] =>
  db.all<MetricOut>(sql`
    SELECT metric.id, code.key AS touchpoint, metric.name, value, unit, date, source
    FROM metric JOIN code ON code.id = metric.code ORDER BY code.ord, metric.name, date`)

const text = z.string().trim().max(500)
const Line = z.object({
  touchpoint: text.min(1, 'the touchpoint is missing'),
  name: text.min(1, 'the name is missing'),
  value: text.min(1, 'the value is missing'),
  unit: text.default(''),
  date: z.union([Day, z.literal('').transform(() => null)]).default(null),
  source: text.default(''),
})

interface Imported {
  added: number
  changed: number
  failed: { line: number; message: string }[]
}

/** Good lines go in, bad ones are told with their number. Throws `invalid` when it is no table at all. */
export function importMetrics(context: CommandContext, csv: string): Imported {
  const done: Imported = { added: 0, changed: 0, failed: [] }
  readTable(csv).forEach((row, index) => {
    const parsed = Line.safeParse(row)
    const problem = parsed.success ? putMetric(context, parsed.data, done) : problemIn(parsed.error)
    // The heading is line 1.
    if (problem !== null) done.failed.push({ line: index + 2, message: problem })
  })
  context.say(`Imported ${done.added + done.changed} metrics`)
  return done
}

function readTable(csv: string): Record<string, string>[] {
  try {
    return parse(csv, {
      bom: true,
      columns: (heads: string[]) => heads.map((head) => head.trim().toLowerCase()),
      skip_empty_lines: true,
      relax_column_count: true,
    })
  } catch {
    throw new CoreError(
      'invalid',
      'The table could not be read. It needs a first line with the columns touchpoint, name and value, separated by commas.',
    )
  }
}

const problemIn = (error: z.ZodError): string => {
  const [issue] = error.issues
  return issue?.path[0] === 'date'
    ? 'the date is not like 2026-03-12'
    : `${issue?.path.join('.')}: ${issue?.message}`
}

/** Null when it went in; otherwise what was wrong. */
function putMetric(context: CommandContext, line: z.infer<typeof Line>, done: Imported): string | null {
  const { db } = context
  const code = db.value<number>(
    sql`SELECT id FROM code WHERE family = 'touchpoint' AND key = ${line.touchpoint} COLLATE NOCASE`,
  )
  if (code === undefined) return 'the codebook has no such touchpoint'
  const known = db.value<number>(
    sql`SELECT id FROM metric WHERE code = ${code} AND name = ${line.name} AND date IS ${line.date}`,
  )
  if (known === undefined) {
    db.run(sql`
      INSERT INTO metric (code, name, value, unit, date, source)
      VALUES (${code}, ${line.name}, ${line.value}, ${line.unit}, ${line.date}, ${line.source})`)
    done.added += 1
  } else {
    db.run(
      sql`UPDATE metric SET value = ${line.value}, unit = ${line.unit}, source = ${line.source} WHERE id = ${known}`,
    )
    done.changed += 1
  }
  return null
}

export function removeMetric(context: CommandContext, metric: number): void {
  const name = context.db.value<string>(sql`SELECT name FROM metric WHERE id = ${metric}`)
  if (name === undefined) throw new CoreError('not-found', 'That metric is no longer in this project.')
  context.db.run(sql`DELETE FROM metric WHERE id = ${metric}`)
  context.say(`Removed the metric “${name}”`)
}
