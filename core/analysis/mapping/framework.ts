/** The framework matrix: participants down, touchpoints across, the researcher's own summary in each cell. */
import type { z } from 'zod'
import { CoreError } from '../../contract/errors.ts'
import type { mapping } from '../../contract/mapping.ts'
import type { CommandContext } from '../../context.ts'
import type { ReadableDb } from '../../db/database.ts'
import { inList, sql } from '../../db/sql.ts'
import { readCodebook, type CodeFacts, type Level } from '../codebook.ts'
import { requireUnsealed } from '../sample.ts'
import { requireTouchpoint } from '../summary/gather.ts'
import { gatherEverywhere } from './everywhere.ts'

type Asked = z.output<typeof mapping.framework.input>
type Answer = z.input<typeof mapping.framework.output>

interface Written {
  code: number
  participant: number
  text: string
  coder: string
  changed: number
}

/** Throws `not-found` for a touchpoint the codebook does not have. */
export function frameworkMatrix(db: ReadableDb, { touchpoints, scope }: Asked): Answer {
  const columns = touchpoints.map((key) => requireTouchpoint(db, key).code)
  const levels = new Set(columns.flatMap(({ level }) => level ?? []))
  const said = new Map([...levels].map((level) => [level, passagesAt(db, scope, level)]))
  const { layout } = gatherEverywhere(db, { scope, frustration: 'strict' })
  const names = new Map(layout.frame.sample.voices.map(({ participant, name }) => [participant, name]))
  const written = readCells(db, columns)
  return {
    columns: columns.map(({ key, name }) => ({ id: key, name })),
    rows: layout.frame.sample.participants.map((participant) => ({
      participant,
      name: names.get(participant) ?? '',
      cells: columns.map((code) => {
        const cell = written.get(`${code.id} ${participant}`)
        return {
          touchpoint: code.key,
          text: cell?.text ?? '',
          coder: cell?.coder ?? null,
          changed: cell ? new Date(cell.changed).toISOString() : null,
          passages: code.level ? (said.get(code.level)?.get(`${code.key} ${participant}`) ?? []) : [],
        }
      }),
    })),
  }
}

/** Passage ids by touchpoint and participant. */
function passagesAt(db: ReadableDb, scope: Asked['scope'], rows: Level): Map<string, number[]> {
  const passages = new Map<string, number[]>()
  for (const [key, said] of gatherEverywhere(db, { scope, rows, frustration: 'strict' }).byRow) {
    for (const { participant, evidence } of said) {
      const place = `${key} ${participant}`
      passages.set(place, [...(passages.get(place) ?? []), evidence.passage])
    }
  }
  return passages
}

function readCells(db: ReadableDb, columns: readonly CodeFacts[]): Map<string, Written> {
  const rows = db.all<Written>(sql`
    SELECT cell.code, cell.participant, cell.text, coder.name AS coder, cell.changed
    FROM summary_cell AS cell JOIN coder ON coder.id = cell.coder WHERE cell.code IN ${inList(columns.map(({ id }) => id))}`)
  return new Map(rows.map((row) => [`${row.code} ${row.participant}`, row]))
}

export function setCell(
  context: CommandContext,
  { touchpoint, participant, text }: z.output<typeof mapping.setFrameworkCell.input>,
): void {
  const { db } = context
  const code = readCodebook(db).byKey.get(touchpoint)
  const person = db.get<{ name: string; role: 'resident' | 'colleague' | 'stakeholder' }>(
    sql`SELECT name, role FROM participant WHERE id = ${participant} AND withdrawn IS NULL`,
  )
  if (!code || !person) {
    throw new CoreError('not-found', 'That participant or touchpoint is no longer in this project.')
  }
  requireUnsealed(db, person.role)
  if (text.trim() === '') {
    db.run(sql`DELETE FROM summary_cell WHERE code = ${code.id} AND participant = ${participant}`)
  } else {
    db.run(sql`
      INSERT INTO summary_cell (code, participant, text, coder, changed)
      VALUES (${code.id}, ${participant}, ${text.trim()}, ${context.coder()}, ${context.clock()})
      ON CONFLICT (code, participant) DO UPDATE SET text = excluded.text, coder = excluded.coder, changed = excluded.changed
      WHERE text <> excluded.text`)
  }
  context.say(`Wrote the summary of ${person.name} at “${code.name}”`)
}
