/** Coding: putting codes on passages, changing them, taking them off. */
import { CoreError } from '../contract/errors.ts'
import { coderByName, type CommandContext, type Handlers } from '../context.ts'
import { inList, sql } from '../db/sql.ts'
import { passageAt, reshapePassage, type Place } from './passages.ts'
import { passageRows, readPassages } from './read.ts'

export interface Use {
  code: number
  intensity?: 1 | 2 | 3 | null | undefined
  stance?: 'stated' | 'implied' | undefined
}

interface KnownCode {
  id: number
  name: string
  family: string
  level: string | null
  version: number
  archived: number
}

const STRENGTH = ['', 'mild', 'clear', 'strong']

function requireCode(context: CommandContext, code: number): KnownCode {
  const row = context.db.get<KnownCode>(
    sql`SELECT id, name, family, level, version, archived FROM code WHERE id = ${code}`,
  )
  if (!row) throw new CoreError('not-found', 'That code is no longer in the codebook. Choose another.')
  return row
}

/** “Frustration, strong” — the way a coding is named in the history and the status line. */
const spoken = (name: string, intensity: number | null | undefined): string =>
  intensity ? `${name}, ${STRENGTH[intensity]}` : name

/** Puts one code on a passage, or updates it there. Returns how it is spoken of. */
function putCode(context: CommandContext, passage: number, use: Use, origin: string): string {
  const { db } = context
  const code = requireCode(context, use.code)
  if (code.archived === 1) {
    throw new CoreError(
      'conflict',
      `“${code.name}” is archived. Bring it back in the codebook before coding with it.`,
    )
  }
  // Only feelings have a strength; a feeling coded without one counts as clear.
  const intensity = code.family === 'emotion' ? (use.intensity ?? null) : null
  const known = db.get<{ id: number }>(
    sql`SELECT id FROM coding WHERE passage = ${passage} AND code = ${code.id}`,
  )
  if (known) {
    const stance = use.stance ?? null
    db.run(sql`
      UPDATE coding SET intensity = coalesce(${intensity}, intensity), stance = coalesce(${stance}, stance), code_version = ${code.version}
      WHERE id = ${known.id}`)
  } else {
    db.run(sql`
      INSERT INTO coding (guid, passage, code, intensity, stance, origin, code_version, created)
      VALUES (${context.ids()}, ${passage}, ${code.id}, ${intensity}, ${use.stance ?? 'stated'}, ${origin}, ${code.version}, ${context.clock()})`)
  }
  return spoken(code.name, intensity)
}

/** A first coding moves a transcript from imported to coding. */
function markCoding(context: CommandContext, document: number): void {
  context.db.run(sql`UPDATE document SET status = 'coding' WHERE id = ${document} AND status = 'imported'`)
  context.touch(document)
}

/** Codes one place as one coder; the passage's id and the codes as they are spoken of. */
export function codePlace(
  context: CommandContext,
  place: Place & { codes: readonly Use[] },
  coder: number,
  origin: string,
): { passage: number; spoken: string[] } {
  const passage = passageAt(context, place, coder)
  const names = place.codes.map((use) => putCode(context, passage, use, origin))
  markCoding(context, place.document)
  return { passage, spoken: names }
}

/** A passage with nothing left on it (no coding, memo or flag) goes with its last coding. */
export function dropBare(context: CommandContext, passages: readonly number[]): void {
  context.db.run(sql`
    DELETE FROM passage WHERE id IN ${inList(passages)} AND flagged = 0
      AND NOT EXISTS (SELECT 1 FROM coding WHERE passage = passage.id)
      AND NOT EXISTS (SELECT 1 FROM memo WHERE target = 'passage' AND target_id = passage.id)`)
}

function touchPassages(context: CommandContext, passages: readonly number[]): void {
  const documents = context.db.rows<[number]>(
    sql`SELECT DISTINCT document FROM passage WHERE id IN ${inList(passages)}`,
  )
  for (const [document] of documents) context.touch(document)
}

export const codings: Handlers<'codings'> = {
  inDocument: ({ db }, { document, passages }) => ({
    passages: readPassages(
      db,
      passages === undefined
        ? sql`p.document = ${document}`
        : // The plus keeps SQLite from going through the whole transcript for a few passages.
          sql`p.id IN ${inList(passages)} AND +p.document = ${document}`,
    ),
  }),

  add: (context, { codes, origin, ...place }) => {
    const { passage, spoken } = codePlace(context, { ...place, codes }, context.coder(), origin ?? 'hand')
    context.say(`Coded “${spoken.join(' · ')}”`)
    const [row] = readPassages(context.db, sql`p.id = ${passage}`)
    if (!row) throw new CoreError('internal', 'The passage was not stored.')
    return { passage: row }
  },

  addMany: (context, { passages, origin, label }) => {
    let codings = 0
    for (const place of passages) {
      const coder = place.coder === undefined ? context.coder() : coderByName(context, place.coder)
      codings += codePlace(context, place, coder, origin ?? 'import').spoken.length
    }
    context.say(label ?? `Coded ${passages.length} passages`)
    return { passages: passages.length, codings }
  },

  change: (context, { coding, code, intensity, stance }) => {
    const { db } = context
    const row = db.get<{
      passage: number
      code: number
      intensity: 1 | 2 | 3 | null
      stance: 'stated' | 'implied'
    }>(sql`SELECT passage, code, intensity, stance FROM coding WHERE id = ${coding}`)
    if (!row)
      throw new CoreError('not-found', 'That coding is no longer there. It may have been removed or undone.')
    touchPassages(context, [row.passage])
    const target = requireCode(context, code ?? row.code)
    const strength =
      target.family === 'emotion' ? (intensity === undefined ? row.intensity : intensity) : null
    const taken = db.value<number>(
      sql`SELECT id FROM coding WHERE passage = ${row.passage} AND code = ${target.id} AND id <> ${coding}`,
    )
    // The passage already carries the new code: the two become one.
    if (taken !== undefined) db.run(sql`DELETE FROM coding WHERE id = ${taken}`)
    db.run(sql`
      UPDATE coding SET code = ${target.id}, intensity = ${strength}, stance = ${stance ?? row.stance}, code_version = ${target.version}
      WHERE id = ${coding}`)
    context.say(`Changed to “${spoken(target.name, strength)}”`)
    return {}
  },

  remove: (context, { codings }) => {
    const { db } = context
    const rows = db.all<{ passage: number; name: string; intensity: number | null }>(sql`
      SELECT c.passage, code.name, c.intensity FROM coding AS c JOIN code ON code.id = c.code WHERE c.id IN ${inList(codings)}`)
    const passages = rows.map((row) => row.passage)
    touchPassages(context, passages)
    db.run(sql`DELETE FROM coding WHERE id IN ${inList(codings)}`)
    dropBare(context, passages)
    const [first] = rows
    context.say(
      rows.length === 1 && first
        ? `Removed “${spoken(first.name, first.intensity)}”`
        : `Removed ${rows.length} codings`,
    )
    return {}
  },

  removePassage: (context, { passage }) => {
    touchPassages(context, [passage])
    context.db.run(sql`DELETE FROM memo WHERE target = 'passage' AND target_id = ${passage}`)
    context.db.run(sql`DELETE FROM passage WHERE id = ${passage}`)
    context.say('Removed a passage and its codings')
    return {}
  },

  reshape: (context, { passage, ...span }) => {
    reshapePassage(context, passage, span)
    context.say('Moved the edges of a passage')
    return {}
  },

  flag: (context, { passage, flagged }) => {
    touchPassages(context, [passage])
    context.db.run(sql`UPDATE passage SET flagged = ${flagged ? 1 : 0} WHERE id = ${passage}`)
    if (!flagged) dropBare(context, [passage])
    context.say(flagged ? 'Flagged a passage for a second look' : 'Cleared a flag')
    return {}
  },

  passages: ({ db }, { passages }) => ({ passages: passageRows(db, passages) }),
}
