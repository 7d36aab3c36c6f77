/** Passages whose words are gone from a corrected transcript: kept whole until the researcher decides. */
import { z } from 'zod'
import { CoreError } from '../contract/errors.ts'
import type { Unplaced } from '../contract/importing.ts'
import type { CommandContext } from '../context.ts'
import { passageAt } from '../codings/passages.ts'
import type { ReadableDb } from '../db/database.ts'
import { empty, inList, sql } from '../db/sql.ts'
import type { Anchor } from '../text/anchor.ts'

/** What a passage carried, as it is kept in `unplaced.codings`. Guids are hex. */
const Carried = z.object({
  guid: z.string(),
  flagged: z.number(),
  created: z.number(),
  codings: z.array(
    z.object({
      guid: z.string(),
      key: z.string(),
      name: z.string(),
      intensity: z.union([z.literal(1), z.literal(2), z.literal(3)]).nullable(),
      stance: z.string(),
      origin: z.string(),
      version: z.number(),
      created: z.number(),
    }),
  ),
  memos: z.array(
    z.object({
      guid: z.string(),
      text: z.string(),
      coder: z.number(),
      created: z.number(),
      changed: z.number(),
    }),
  ),
})
export type Carried = z.infer<typeof Carried>

const read = (json: string): Carried => Carried.parse(JSON.parse(json))

/** Where an unplaced passage was, and in which words. */
export interface Waiting extends Anchor {
  document: number
  coder: number
  start: number
}

export function addUnplaced({ db, clock }: CommandContext, at: Waiting, carried: Carried): void {
  db.run(sql`
    INSERT INTO unplaced (document, coder, quote, prefix, suffix, start, codings, created)
    VALUES (${at.document}, ${at.coder}, ${at.quote}, ${at.prefix}, ${at.suffix}, ${at.start}, ${JSON.stringify(carried)}, ${clock()})`)
}

/** Takes a passage out of the document with everything on it, and lists it as unplaced. */
export function setAside(context: CommandContext, passage: number): void {
  const { db } = context
  const row = db.get<{ guid: string; flagged: number; created: number }>(
    sql`SELECT hex(guid) AS guid, flagged, created FROM passage WHERE id = ${passage}`,
  )
  const codings = db.all<Carried['codings'][number]>(sql`
    SELECT hex(c.guid) AS guid, code.key, code.name, c.intensity, c.stance, c.origin, c.code_version AS version, c.created
    FROM coding AS c JOIN code ON code.id = c.code WHERE c.passage = ${passage} ORDER BY c.id`)
  const memos = db.all<Carried['memos'][number]>(sql`
    SELECT hex(guid) AS guid, text, coder, created, changed FROM memo WHERE target = 'passage' AND target_id = ${passage} ORDER BY id`)
  const place = db.get<Waiting>(
    sql`SELECT document, coder, quote, prefix, suffix, start FROM passage WHERE id = ${passage}`,
  )
  if (!row || !place)
    throw new CoreError('not-found', 'That passage is no longer there. It may have been removed or undone.')
  addUnplaced(context, place, { ...row, codings, memos })
  // Children first, so that each row is in the history before the row it refers to.
  db.run(sql`DELETE FROM memo WHERE target = 'passage' AND target_id = ${passage}`)
  db.run(sql`DELETE FROM coding WHERE passage = ${passage}`)
  db.run(sql`DELETE FROM passage WHERE id = ${passage}`)
}

interface UnplacedRow {
  id: number
  document: number
  coder: number
  codings: string
}

function requireUnplaced(context: CommandContext, id: number): UnplacedRow {
  const row = context.db.get<UnplacedRow>(
    sql`SELECT id, document, coder, codings FROM unplaced WHERE id = ${id}`,
  )
  if (!row) throw new CoreError('not-found', 'That passage is no longer waiting: it was placed or given up.')
  return row
}

/** Puts an unplaced passage on words chosen by hand; returns the passage. Codes that are gone are named in the history. */
export function placeByHand(
  context: CommandContext,
  id: number,
  span: { start: number; end: number },
): number {
  const { db } = context
  const row = requireUnplaced(context, id)
  const carried = read(row.codings)
  const before = db.value<number>(sql`SELECT max(id) FROM passage`) ?? 0
  const passage = passageAt(context, { document: row.document, ...span }, row.coder)
  if (passage > before) {
    db.run(sql`
      UPDATE passage SET guid = ${Buffer.from(carried.guid, 'hex')}, created = ${carried.created} WHERE id = ${passage}`)
  }
  if (carried.flagged === 1) db.run(sql`UPDATE passage SET flagged = 1 WHERE id = ${passage} AND flagged = 0`)
  const gone = carried.codings
    .filter((coding) => !restoreCoding(context, passage, coding))
    .map(({ name }) => `“${name}”`)
  for (const memo of carried.memos) {
    db.run(sql`
      INSERT INTO memo (guid, target, target_id, text, coder, created, changed)
      VALUES (${Buffer.from(memo.guid, 'hex')}, 'passage', ${passage}, ${memo.text}, ${memo.coder}, ${memo.created}, ${memo.changed})`)
  }
  db.run(sql`DELETE FROM unplaced WHERE id = ${id}`)
  context.touch(row.document)
  context.say(
    gone.length === 0
      ? 'Placed a passage by hand'
      : `Placed a passage by hand, without ${gone.join(', ')}: no longer in the codebook`,
  )
  return passage
}

/** False when the code is no longer in the codebook. A code already on the passage keeps the stronger feeling. */
function restoreCoding(
  context: CommandContext,
  passage: number,
  coding: Carried['codings'][number],
): boolean {
  const { db } = context
  const code = db.value<number>(sql`SELECT id FROM code WHERE key = ${coding.key}`)
  if (code === undefined) return false
  db.run(sql`
    INSERT INTO coding (guid, passage, code, intensity, stance, origin, code_version, created)
    VALUES (${Buffer.from(coding.guid, 'hex')}, ${passage}, ${code}, ${coding.intensity}, ${coding.stance}, ${coding.origin}, ${coding.version},
      ${coding.created})
    ON CONFLICT (passage, code) DO UPDATE SET intensity = max(coalesce(intensity, 0), excluded.intensity)
      WHERE excluded.intensity > coalesce(intensity, 0)`)
  return true
}

/** Waiting passages name their codes by short id: one that changes is changed on them too. */
export function renameCarried({ db }: CommandContext, before: string, after: string): void {
  const rows = db.all<{ id: number; codings: string }>(sql`SELECT id, codings FROM unplaced`)
  for (const { id, codings } of rows) {
    const carried = read(codings)
    if (!carried.codings.some(({ key }) => key === before)) continue
    const renamed = carried.codings.map((coding) =>
      coding.key === before ? { ...coding, key: after } : coding,
    )
    db.run(
      sql`UPDATE unplaced SET codings = ${JSON.stringify({ ...carried, codings: renamed })} WHERE id = ${id}`,
    )
  }
}

export function discardUnplaced(context: CommandContext, ids: readonly number[]): void {
  for (const id of ids) context.touch(requireUnplaced(context, id).document)
  context.db.run(sql`DELETE FROM unplaced WHERE id IN ${inList(ids)}`)
  context.say(ids.length === 1 ? 'Gave up an unplaced passage' : `Gave up ${ids.length} unplaced passages`)
}

type UnplacedOut = z.input<typeof Unplaced>

export function listUnplaced(db: ReadableDb, document: number | undefined): UnplacedOut[] {
  const where = document === undefined ? empty : sql`WHERE u.document = ${document}`
  const codes = new Map(
    db
      .rows<[string, number, string]>(sql`SELECT key, id, name FROM code`)
      .map(([key, id, name]) => [key, { id, name }]),
  )
  return db
    .all<Omit<UnplacedOut, 'codes' | 'memos' | 'since'> & { carried: string; created: number }>(sql`
      SELECT u.id, u.document, d.name AS documentName, coder.name AS coder, u.quote, u.prefix, u.suffix, u.start, u.codings AS carried, u.created
      FROM unplaced AS u JOIN document AS d ON d.id = u.document JOIN coder ON coder.id = u.coder ${where} ORDER BY d.name, u.start, u.id`)
    .map(({ carried, created, ...row }) => {
      const { codings, memos } = read(carried)
      return {
        ...row,
        codes: codings.map(({ key, name, intensity }) => {
          const code = codes.get(key)
          return { id: code?.id ?? null, code: key, name: code?.name ?? name, intensity }
        }),
        memos: memos.length,
        since: new Date(created).toISOString(),
      }
    })
}
