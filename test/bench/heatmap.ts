/**
 * How long a heatmap takes on a very large study, beside one hand-written SQL aggregate on the same file:
 * `node test/bench/heatmap.ts [codings] [participants]`; with 100 participants or fewer also with bootstrap draws.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Input } from '../../core/contract/index.ts'
import { createCore, type Core } from '../../core/core.ts'
import { createFile, openFile } from '../../core/db/file.ts'
import type { WritableDb } from '../../core/db/database.ts'
import { sql } from '../../core/db/sql.ts'
import { uuid7 } from '../../core/ids.ts'
import { fillProject } from '../../core/project/create.ts'

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

/** A small generator of its own, so that every run measures the same file. */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

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

async function timed<T>(work: () => T | Promise<T>): Promise<{ ms: number; result: T }> {
  const start = performance.now()
  const result = await work()
  return { ms: performance.now() - start, result }
}

async function measure(core: Core, byHand: () => unknown): Promise<[string, number][]> {
  const ask = (name: string, input: object) => core.dispatch({ name, input })
  const settings: Input<'analysis.heatmap'> = {}
  const behind = { settings, row: 'CMP3.1', column: 'frustration' }
  const text = 'CMP3.1'
  const add = async () => {
    const { codes } = (await ask('codebook.list', {})) as { codes: { id: number; code: string }[] }
    const code = codes.find((code) => code.code === text)?.id
    return ask('codings.add', { document: 7, start: 11, end: 40, codes: [{ code }] })
  }
  await timed(byHand)
  const hand = await timed(byHand)
  const first = await timed(() => ask('analysis.heatmap', settings))
  const again = await timed(() => ask('analysis.heatmap', settings))
  await add()
  const changed = await timed(() => ask('analysis.heatmap', settings))
  const opened = await timed(() => ask('analysis.behind', behind))
  const stages = await timed(() => ask('analysis.heatmap', { rows: 'stage', columns: 'reason' }))
  const summary = await timed(() => ask('analysis.summary', { touchpoint: text }))
  return [
    ['one aggregate by hand', hand.ms],
    ['heatmap, first', first.ms],
    ['heatmap, again', again.ms],
    ['heatmap, after one coding', changed.ms],
    ['stages × reasons', stages.ms],
    ['behind a cell, first page', opened.ms],
    ['summary of a touchpoint', summary.ms],
    ...(await withDraws(ask)),
  ]
}

/** Intervals and rank stability over 2,000 draws, in a study of a usual size. */
async function withDraws(
  ask: (name: string, input: object) => Promise<unknown>,
): Promise<[string, number][]> {
  if (PARTICIPANTS > 100) return []
  const drawn = await timed(() => ask('analysis.heatmap', { bootstrap: true, draws: 2000, seed: 7 }))
  return [['heatmap with 2,000 bootstrap draws', drawn.ms]]
}

const folder = mkdtempSync(join(tmpdir(), 'waymark-bench-'))
try {
  const file = join(folder, 'large.waymark')
  const made = await timed(() => generate(file))
  const open = openFile(file)
  const core = createCore({ open, file, clock: Date.now, ids: uuid7, log: () => {} })
  const codings = open.db.value<number>(sql`SELECT count(*) FROM coding`) ?? 0
  console.log(
    `${codings.toLocaleString('en-GB')} codings, ${PARTICIPANTS} participants (made in ${Math.round(made.ms / 1000)} s)\n`,
  )
  const rows = await measure(core, () => open.db.rows(BY_HAND))
  const hand = rows[0]?.[1] ?? 1
  console.log('| what | ms | × by hand |\n|---|---:|---:|')
  for (const [what, ms] of rows) console.log(`| ${what} | ${ms.toFixed(0)} | ${(ms / hand).toFixed(2)} |`)
  console.log(`\nMemory in use: ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`)
  core.close()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
