/** Projects large enough to measure on: invented words, codings spread at random from a fixed seed. */
import { coderByName, type CommandContext } from '../../core/context.ts'
import { sql } from '../../core/db/sql.ts'
import { storeDocument } from '../../core/documents/store.ts'
import { testProject, type TestProject } from '../support/project.ts'
import { uuid7 } from '../../core/ids.ts'
import { dice } from './measure.ts'

const WORDS =
  'they rang again about the boiler and nobody came so we waited another week with no heating while the letter said someone would call before noon but it was only the lift that worked and the damp came through the wall'.split(
    ' ',
  )

export interface LargeProject extends TestProject {
  document: number
  length: number
}

/** One transcript of about `words` words with `codings` codings on passages of about ten words. */
export function largeProject(words: number, codings: number, seed = 1): LargeProject {
  const project = testProject()
  const { db } = project.open
  const roll = dice(seed)
  const context = { db, ids: () => uuid7(), clock: Date.now, touch: () => {} } as unknown as CommandContext
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
    addCodings(context, document, codings, roll)
    return { document, length }
  })
  return { ...project, ...stored }
}

function addCodings(
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
  for (let done = 0; done < codings;) {
    const turn = turns[roll(turns.length)]
    if (!turn || turn.end - turn.start < 40) continue
    const start = turn.start + roll(turn.end - turn.start - 30)
    const end = Math.min(turn.end, start + 20 + roll(60))
    const quote = turn.text.slice(start - turn.start, end - turn.start)
    const { id, changes } = db.run(sql`
      INSERT OR IGNORE INTO passage (guid, document, start, "end", coder, speaker, words, quote, prefix, suffix, created)
      VALUES (${ids()}, ${document}, ${start}, ${end}, ${coder}, ${turn.speaker}, 8, ${quote}, '', '', 0)`)
    if (changes === 0) continue
    for (const code of new Set([codes[roll(codes.length)] ?? 1, codes[roll(codes.length)] ?? 1])) {
      db.run(sql`
        INSERT INTO coding (guid, passage, code, intensity, origin, code_version, created)
        VALUES (${ids()}, ${id}, ${code}, 2, 'hand', 1, 0)`)
      done++
    }
  }
}
