/**
 * The cost of one more coding as the project grows, beside a project of 100 codings that is coded in turn with it.
 * Acknowledged means on disk.
 */
import { join } from 'node:path'
import { serve } from '../../cli/serve/server.ts'
import type { Input, Name } from '../../core/contract/index.ts'
import { sql } from '../../core/db/sql.ts'
import { httpLink } from '../../renderer/links/http.ts'
import { ROOT } from '../support/architecture.ts'
import { largeProject } from './large.ts'
import { median, quantile, report, type Row } from './measure.ts'

const TIMES = 200
const FEW = 100

/** What the transcript room and the window around it ask again after a coding, besides the passage itself. */
const askedAgain = (document: number): [name: Name, input: object][] => [
  ['project.info', {}],
  ['project.coders', {}],
  ['documents.list', {}],
  ['codebook.list', {}],
  ['bookmarks.list', { document, kind: 'bookmark' }],
  ['memos.list', { target: { kind: 'passage', id: 1 } }],
  ['history.log', { limit: 1 }],
]

/** One project, and each way of adding one more coding to it. */
async function openProject(codings: number) {
  const project = largeProject(Math.max(4000, codings * 2), codings)
  const { document, length } = project
  if (project.open.db.value<number>(sql`PRAGMA synchronous`) !== 2) throw new Error('a coding is not durable')
  const served = await serve({ core: project.core, page: join(ROOT, 'renderer'), port: 0, log: () => {} })
  const link = httpLink(`http://127.0.0.1:${served.port}`, served.token)
  const codes = [{ code: project.code('frustration'), intensity: 2 }]
  let at = 0
  const next = (characters: number) => {
    at = (at + characters) % (length - 100)
    return { document, start: at, end: at + 40, codes } as Input<'codings.add'>
  }
  return {
    'in the next sentence': () => project.ask('codings.add', next(97)),
    'anywhere in the text': () => project.ask('codings.add', next(1_037_389)),
    'acknowledged to the page and read by it': async () => {
      const { passage } = await link.call('codings.add', next(97))
      const passages = [passage.id]
      await link.call('codings.inDocument', { document, passages } as Input<'codings.inDocument'>)
    },
    'all else that the page asks again': async () => {
      await project.ask('codings.add', next(97))
      for (const [name, input] of askedAgain(document)) await link.call(name, input as never)
    },
    close: async () => {
      link.close()
      await served.close()
      project.close()
    },
  }
}

const clocked = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** A coder waits for the first three; the last follows while the next passage is read. */
const WAYS = [
  'in the next sentence',
  'anywhere in the text',
  'acknowledged to the page and read by it',
  'all else that the page asks again',
] as const

async function measure(codings: number): Promise<Row[]> {
  const few = await openProject(FEW)
  const many = await openProject(codings)
  const rows: Row[] = []
  for (const way of WAYS) {
    const taken: { few: number[]; many: number[] } = { few: [], many: [] }
    await few[way]()
    await many[way]()
    for (let n = 0; n < TIMES; n++) {
      taken.few.push(await clocked(few[way]))
      taken.many.push(await clocked(many[way]))
    }
    const what = `${codings.toLocaleString('en-GB')}: ${way}`
    const beside = { what: `at ${FEW}`, value: median(taken.few), most: 2 }
    rows.push({ what: `${what}, median`, value: median(taken.many), unit: 'ms', beside })
    if (way !== 'all else that the page asks again')
      rows.push({ what: `${what}, p95`, value: quantile(taken.many, 0.95), unit: 'ms', most: 50 })
  }
  await few.close()
  await many.close()
  return rows
}

const rows: Row[] = []
for (const codings of [10_000, 200_000, 1_000_000]) rows.push(...(await measure(codings)))
process.exitCode = report('One more coding, in one transcript', rows) ? 0 : 1
