/** Projects large enough to measure on: invented words, codings spread at random from a fixed seed, and their history. */
import { coderByName, type CommandContext } from '../../core/context.ts'
import type { Db, WritableDb } from '../../core/db/database.ts'
import { sql } from '../../core/db/sql.ts'
import { storeDocument } from '../../core/documents/store.ts'
import { testProject, type TestProject } from '../support/project.ts'
import { dice } from './measure.ts'

const WORDS =
  'they rang again about the boiler and nobody came so we waited another week with no heating while the letter said someone would call before noon but it was only the lift that worked and the damp came through the wall'.split(
    ' ',
  )

export interface LargeProject extends TestProject {
  document: number
  length: number
}

/** Ids in the order they are made, like those of a study; made at random, they would be half the work of a million codings. */
function counted(): () => Uint8Array {
  let count = 0
  return () => {
    const id = Buffer.alloc(16)
    id.writeUIntBE((count += 1), 0, 6)
    return id
  }
}

/** One transcript of about `words` words with `codings` codings on passages of about ten words. */
export function largeProject(words: number, codings: number, seed = 1): LargeProject {
  const project = testProject()
  const { db } = project.open
  const roll = dice(seed)
  const context = { db, ids: counted(), clock: Date.now, touch: () => {} } as unknown as CommandContext
  const sentence = (count: number) => Array.from({ length: count }, () => WORDS[roll(WORDS.length)]).join(' ')
  const turns = Math.round(words / 45)
  const stored = db.transaction(() => {
    const document = storeDocument(context, {
      name: 'P01',
      kind: 'depth interview',
      format: 'txt',
      layout: 'word-prefix',
      sourceName: 'P01.txt',
      sha256: '0'.repeat(64),
      speakers: [
        { label: 'Interviewer', role: 'interviewer', participant: null },
        { label: 'P01', role: 'participant', participant: null },
      ],
      turns: Array.from({ length: turns }, (_, at) => ({
        kind: 'speech',
        speaker: at % 2,
        text: sentence(at % 2 === 0 ? 12 : 78),
        at: at * 9000,
      })),
    })
    const length = db.value<number>(sql`SELECT length FROM document WHERE id = ${document}`) ?? 0
    withoutIndexes(db, () => {
      addCodings(db, context, document, codings, roll)
      addHistory(db, document)
    })
    return { document, length }
  })
  return { ...project, ...stored }
}

/** Indexes made at the end, in one go, take a fraction of the time. */
function withoutIndexes(db: WritableDb, work: () => void): void {
  const indexes = db.all<{ name: string; script: string }>(sql`
    SELECT name, sql AS script FROM sqlite_schema
    WHERE type = 'index' AND tbl_name IN ('passage', 'coding', 'step', 'change') AND sql IS NOT NULL`)
  for (const { name } of indexes) db.exec(`DROP INDEX ${name}`)
  work()
  for (const { script } of indexes) db.exec(script)
}

/** Every passage came about by a step of its own. */
function addHistory(db: WritableDb, document: number): void {
  db.run(sql`
    INSERT INTO step (at, coder, kind, label, document, undoable)
    SELECT ${Date.now()}, 'Amina', 'codings.add', 'Coded “Frustration, clear”', ${document}, 1 FROM passage`)
  db.run(sql`
    INSERT INTO change (step, tbl, row, op) SELECT id AS step, 'passage', id, 'insert' FROM passage
    UNION ALL SELECT passage, 'coding', id, 'insert' FROM coding ORDER BY step`)
}

/** With statements prepared once: there may be a million. */
function addCodings(
  { raw }: Db,
  context: CommandContext,
  document: number,
  codings: number,
  roll: (sides: number) => number,
): void {
  const { db, ids } = context
  const coder = coderByName(context, 'Amina')
  const turns = db.all<{ start: number; end: number; speaker: number; text: string }>(
    sql`SELECT start, "end", speaker, text FROM turn WHERE document = ${document}`,
  )
  const codes = db
    .rows<[number]>(sql`SELECT id FROM code WHERE family = 'emotion' OR level = 'touchpoint'`)
    .map(([id]) => id)
  const passage = raw.prepare(`
    INSERT INTO passage (guid, document, start, "end", coder, speaker, words, quote, prefix, suffix, created)
    VALUES (?, ?, ?, ?, ?, ?, 8, ?, '', '', 0)`)
  const coding = raw.prepare(`
    INSERT INTO coding (guid, passage, code, intensity, origin, code_version, created)
    VALUES (?, ?, ?, 2, 'hand', 1, 0)`)
  const taken = new Set<number>()
  for (let done = 0; done < codings;) {
    const turn = turns[roll(turns.length)]
    if (!turn || turn.end - turn.start < 40) continue
    const start = turn.start + roll(turn.end - turn.start - 30)
    const end = Math.min(turn.end, start + 20 + roll(60))
    const place = start * 100 + end - start
    if (taken.has(place)) continue
    taken.add(place)
    const quote = turn.text.slice(start - turn.start, end - turn.start)
    const id = passage.run(ids(), document, start, end, coder, turn.speaker, quote).lastInsertRowid
    for (const code of new Set([codes[roll(codes.length)] ?? 1, codes[roll(codes.length)] ?? 1])) {
      coding.run(ids(), id, code)
      done++
    }
  }
}
