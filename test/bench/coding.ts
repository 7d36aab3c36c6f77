/** The cost of one more coding as the project grows: acknowledged means on disk. */
import { sql } from '../../core/db/sql.ts'
import { largeProject } from './large.ts'
import { median, quantile, report, timed, type Row } from './measure.ts'

async function oneMore(codings: number): Promise<{ middle: number; p95: number }> {
  const project = largeProject(Math.max(4000, codings * 2), codings)
  const { document, length } = project
  const code = project.code('frustration')
  let at = 0
  const taken = await timed(200, () => {
    at = (at + 7919) % (length - 100)
    return project.ask('codings.add', { document, start: at, end: at + 40, codes: [{ code, intensity: 2 }] })
  })
  const wal = project.open.db.value<number>(sql`PRAGMA synchronous`)
  if (wal !== 2) throw new Error('a coding is not durable')
  project.close()
  return { middle: median(taken), p95: quantile(taken, 0.95) }
}

const small = await oneMore(100)
const rows: Row[] = [{ what: '100 codings: one more, p95', value: small.p95, unit: 'ms', most: 50 }]
for (const codings of [10_000, 200_000]) {
  const large = await oneMore(codings)
  rows.push({
    what: `${codings.toLocaleString('en-GB')} codings: one more, median`,
    value: large.middle,
    unit: 'ms',
    beside: { what: 'at 100 codings', value: small.middle, most: 2 },
  })
}
process.exitCode = report('One more coding', rows) ? 0 : 1
