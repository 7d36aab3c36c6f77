/**
 * How long a heatmap takes on a very large study, beside one hand-written SQL aggregate on the same file:
 * `node test/bench/heatmap.ts [codings] [participants]`; with 100 participants or fewer a study of usual size, also with
 * bootstrap draws.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Input } from '../../core/contract/index.ts'
import { createCore } from '../../core/core.ts'
import { createFile, openFile } from '../../core/db/file.ts'
import type { WritableDb } from '../../core/db/database.ts'
import { sql } from '../../core/db/sql.ts'
import { uuid7 } from '../../core/ids.ts'
import { workers } from '../../core/jobs/worker.ts'
import { fillProject } from '../../core/project/create.ts'
import { dice, median, report, timed, type Row } from './measure.ts'

const CODINGS = Number(process.argv[2] ?? 1_000_000)
const PARTICIPANTS = Number(process.argv[3] ?? 2000)
const PER_PASSAGE = 2.5
const TURN = 400

/** What a careful analyst would write by hand for touchpoint × emotion, without the overlap rule. */
const BY_HAND = sql`
  SELECT t.code, e.code, count(DISTINCT s.participant)
  FROM code AS touchpoint JOIN coding AS t ON t.code = touchpoint.id
  JOIN passage AS p ON p.id = t.passage JOIN speaker AS s ON s.id = p.speaker JOIN participant ON participant.id = s.participant
  JOIN coding AS e ON e.passage = t.passage JOIN code AS emotion ON emotion.id = e.code AND emotion.family = 'emotion'
  WHERE touchpoint.family = 'touchpoint' AND touchpoint.level = 'touchpoint' AND participant.withdrawn IS NULL AND participant.role = 'resident'
  GROUP BY 1, 2`

function generate(file: string): void {
  const open = createFile(file)
  fillProject(open.db, { name: 'Large study', template: 'housing', clock: Date.now, ids: uuid7 })
  open.db.transaction(() => fillTables(open.db))
  open.db.exec('ANALYZE')
  open.close()
}

function fillTables(db: WritableDb): void {
  const roll = dice(1)
  const codes = (family: string, level: string | null) =>
    db
      .rows<[number]>(sql`SELECT id FROM code WHERE family = ${family} AND level IS ${level}`)
      .map(([id]) => id)
  const touchpoints = codes('touchpoint', 'touchpoint')
  const emotions = codes('emotion', null)
  const reasons = codes('reason', null)
  const pick = (from: readonly number[]) => from[roll(from.length)] ?? 0
  const passages = Math.round(CODINGS / PER_PASSAGE / PARTICIPANTS)
  db.run(sql`INSERT INTO coder (guid, name, created) VALUES (${uuid7()}, 'Amina', 0)`)
  const words = 'again '.repeat(TURN).trim()

  for (let who = 1; who <= PARTICIPANTS; who += 1) {
    const name = `P${who}`
    db.run(sql`INSERT INTO participant (guid, name, role) VALUES (${uuid7()}, ${name}, 'resident')`)
    const length = words.length * 10 + 9
    db.run(sql`
      INSERT INTO document (guid, name, kind, status, length, format, layout, source_name, sha256, imported)
      VALUES (${uuid7()}, ${name}, 'depth interview', 'coding', ${length}, 'txt', 'plain', ${name}, '', 0)`)
    db.run(
      sql`INSERT INTO speaker (guid, document, label, role, participant) VALUES (${uuid7()}, ${who}, ${name}, 'participant', ${who})`,
    )
    for (let ord = 0; ord < 10; ord += 1) {
      const start = ord * (words.length + 1)
      db.run(sql`
        INSERT INTO turn (document, ord, kind, speaker, start, "end", words, text)
        VALUES (${who}, ${ord}, 'speech', ${who}, ${start}, ${start + words.length}, ${TURN}, ${words})`)
    }
    for (let i = 0; i < passages; i += 1) {
      const start = i * 90 + roll(60)
      const passage = db.run(sql`
        INSERT OR IGNORE INTO passage (guid, document, start, "end", coder, speaker, words, quote, prefix, suffix, created)
        VALUES (${uuid7()}, ${who}, ${start}, ${start + 60 + roll(120)}, 1, ${who}, 20, 'again and again and again', 'again', 'again', 0)`).id
      // Two in three carry a touchpoint; the rest count through the passages they overlap.
      const onIt = [
        roll(3) > 0 ? pick(touchpoints) : pick(reasons),
        pick(emotions),
        roll(2) ? pick(reasons) : 0,
      ]
      for (const code of new Set(onIt)) {
        if (code === 0) continue
        db.run(sql`
          INSERT OR IGNORE INTO coding (guid, passage, code, intensity, origin, code_version, created)
          VALUES (${uuid7()}, ${passage}, ${code}, ${emotions.includes(code) ? 1 + roll(3) : null}, 'hand', 1, 0)`)
      }
    }
  }
}

const TOUCHPOINT = 'CMP3.1'
const FIRST_PAGE_MS = 50
const AGAIN_MS = 10
const DRAWN_MS = 150

/** A project just opened, of which nothing has been read. */
function openStudy(file: string) {
  const open = openFile(file)
  const core = createCore({ open, file, clock: Date.now, ids: uuid7, log: () => {} })
  const code = open.db.value<number>(sql`SELECT id FROM code WHERE key = ${TOUCHPOINT}`)
  let end = 40
  return {
    db: open.db,
    close: () => core.close(),
    ask: (name: string, input: object) => core.dispatch({ name, input }),
    addCoding: () =>
      core.dispatch({
        name: 'codings.add',
        input: { document: 7, start: 11, end: (end += 1), codes: [{ code }] },
      }),
  }
}

/** Milliseconds of one run. */
async function once(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

async function counting(file: string, most: { ratio?: number }): Promise<Row[]> {
  const { db, ask, addCoding, close } = openStudy(file)
  const settings: Input<'analysis.heatmap'> = {}
  const heatmap = () => ask('analysis.heatmap', settings)
  const hand = median(await timed(1, () => db.rows(BY_HAND)))
  const limit = most.ratio && {
    beside: { what: 'one aggregate by hand', value: hand, most: most.ratio },
  }
  const first = await once(heatmap)
  const again = median(await timed(5, heatmap))
  // The first coding of all makes its coder, who may be a column.
  await addCoding()
  await heatmap()
  await addCoding()
  const changed = await once(heatmap)
  const stages = await once(() => ask('analysis.heatmap', { rows: 'stage', columns: 'reason' }))
  const behind = { settings, row: TOUCHPOINT, column: 'frustration' }
  const drilled = await once(() => ask('analysis.behind', behind))
  const summary = await once(() => ask('analysis.summary', { touchpoint: TOUCHPOINT }))
  close()
  return [
    { what: 'heatmap, first', value: first, unit: 'ms', ...limit },
    { what: 'again, nothing changed', value: again, unit: 'ms', most: AGAIN_MS },
    { what: 'after one coding', value: changed, unit: 'ms', ...limit },
    { what: 'stages × reasons', value: stages, unit: 'ms', ...limit },
    { what: 'behind a cell, first page', value: drilled, unit: 'ms', most: FIRST_PAGE_MS },
    { what: 'summary of a touchpoint', value: summary, unit: 'ms' },
  ]
}

const DRAWN = { bootstrap: true, draws: 2000, seed: 7 }

/** Intervals and rank stability over 2,000 draws, in a study of usual size. */
async function drawing(file: string): Promise<Row[]> {
  const justOpened = async (): Promise<number> => {
    const { ask, close } = openStudy(file)
    const taken = await once(() => ask('analysis.heatmap', DRAWN))
    close()
    return taken
  }
  const starting = await justOpened()
  const opened = median([await justOpened(), await justOpened(), await justOpened()])

  const { ask, addCoding, close } = openStudy(file)
  const heatmap = (settings: object = {}) => ask('analysis.heatmap', { ...DRAWN, ...settings })
  await heatmap({ frustration: 'family' })
  // Another definition of frustration has every transcript counted again.
  const counted = median([
    await once(() => heatmap({ frustration: 'blocked' })),
    await once(() => heatmap({ frustration: 'strict' })),
  ])
  let seed = 0
  const drawn = median(await timed(5, () => heatmap({ seed: (seed += 1) })))
  const again = median(await timed(5, () => heatmap()))
  await addCoding()
  await heatmap()
  await addCoding()
  const changed = await once(() => heatmap())
  close()
  await workers.close()
  return [
    { what: 'with 2,000 draws, the first, while its thread starts', value: starting, unit: 'ms' },
    { what: 'with 2,000 draws, a project just opened', value: opened, unit: 'ms' },
    { what: 'with 2,000 draws, everything counted and drawn', value: counted, unit: 'ms', most: DRAWN_MS },
    { what: 'with 2,000 draws, everything drawn', value: drawn, unit: 'ms', most: DRAWN_MS },
    { what: 'with 2,000 draws, again, nothing changed', value: again, unit: 'ms', most: AGAIN_MS },
    { what: 'with 2,000 draws, after one coding', value: changed, unit: 'ms', most: DRAWN_MS },
  ]
}

const folder = mkdtempSync(join(tmpdir(), 'waymark-bench-'))
try {
  const file = join(folder, 'large.waymark')
  generate(file)
  const usual = PARTICIPANTS <= 100
  const counted = await counting(file, usual ? {} : { ratio: 2 })
  const drawn = usual ? await drawing(file) : []
  const title = `Heatmap: ${CODINGS.toLocaleString('en-GB')} codings, ${PARTICIPANTS} participants`
  process.exitCode = report(title, [...counted, ...drawn]) ? 0 : 1
  console.log(`  memory in use: ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
