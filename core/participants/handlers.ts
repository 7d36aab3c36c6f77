/** People in the study: who they are, what they consented to, and withdrawal. */
import { parse } from 'csv-parse/sync'
import type { z } from 'zod'
import { CoreError } from '../contract/errors.ts'
import type { Attribute, Participant } from '../contract/participants.ts'
import type { CommandContext, Handlers } from '../context.ts'
import type { ReadableDb } from '../db/database.ts'
import { sql } from '../db/sql.ts'

type ParticipantOut = z.input<typeof Participant>
type AttributeOut = z.input<typeof Attribute>

interface ParticipantRow {
  id: number
  name: string
  role: ParticipantOut['role']
  consent: number | null
  withdrawn: number | null
  note: string
  attributes: string
  documents: string
  words: number
  passages: number
}

export function listAttributes(db: ReadableDb): AttributeOut[] {
  return db
    .all<Omit<AttributeOut, 'values'> & { choices: string }>(sql`
      SELECT key AS id, name, type, choices, sensitivity, applies_to AS appliesTo, ord AS "order" FROM attribute ORDER BY ord`)
    .map(({ choices, ...attribute }) => ({ ...attribute, values: JSON.parse(choices) as string[] }))
}

function requireParticipant(
  context: CommandContext,
  participant: number,
): { id: number; name: string; role: string } {
  const row = context.db.get<{ id: number; name: string; role: string }>(
    sql`SELECT id, name, role FROM participant WHERE id = ${participant}`,
  )
  if (!row) throw new CoreError('not-found', 'That participant is no longer in this project.')
  return row
}

/** The participant of this name, made when there is none. Two documents that name one share one. */
export function participantByName(context: CommandContext, name: string, role: string): number {
  const known = context.db.value<number>(sql`SELECT id FROM participant WHERE name = ${name}`)
  if (known !== undefined) return known
  return context.db.run(
    sql`INSERT INTO participant (guid, name, role) VALUES (${context.ids()}, ${name}, ${role})`,
  ).id
}

/** Sets one attribute; an empty value clears it. Throws when the study has no such attribute. */
export function setAttributeValue(
  context: CommandContext,
  participant: number,
  key: string,
  value: string,
): void {
  const attribute = context.db.value<number>(sql`SELECT id FROM attribute WHERE key = ${key}`)
  if (attribute === undefined) {
    throw new CoreError('not-found', `This study has no attribute “${key}”. Add it under Participants first.`)
  }
  if (value === '') {
    context.db.run(
      sql`DELETE FROM participant_attribute WHERE participant = ${participant} AND attribute = ${attribute}`,
    )
    return
  }
  context.db.run(sql`
    INSERT INTO participant_attribute (participant, attribute, value) VALUES (${participant}, ${attribute}, ${value})
    ON CONFLICT (participant, attribute) DO UPDATE SET value = excluded.value WHERE value <> excluded.value`)
}

/** An attribute by its key or name, made as plain text when the study has none. Returns its key. */
export function attributeByHeading(context: CommandContext, heading: string): string {
  const known = context.db.value<string>(
    sql`SELECT key FROM attribute WHERE key = ${heading} COLLATE NOCASE OR name = ${heading} COLLATE NOCASE`,
  )
  if (known !== undefined) return known
  const key = heading
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '_')
  const order = context.db.value<number>(sql`SELECT count(*) FROM attribute`) ?? 0
  context.db.run(sql`
    INSERT INTO attribute (key, name, type, sensitivity, applies_to, ord) VALUES (${key}, ${heading.trim()}, 'text', 'B', 'any', ${order})`)
  return key
}

const ROLES = new Set(['resident', 'colleague', 'stakeholder'])
/** Columns of a participants' table that are not attributes. */
const OWN_COLUMNS = new Set(['participant', 'name', 'role', 'document', 'date', 'interview_date', 'kind'])

function importRow(
  context: CommandContext,
  row: Record<string, string>,
  keys: Map<string, string>,
): 'matched' | 'added' {
  const name = (row['participant'] ?? row['name'] ?? '').trim()
  if (name === '') throw new CoreError('invalid', 'there is no name in the “participant” column')
  const role = (row['role'] ?? 'resident').trim().toLowerCase() || 'resident'
  if (!ROLES.has(role))
    throw new CoreError('invalid', `the role “${role}” is not resident, colleague or stakeholder`)
  const known = context.db.value<number>(sql`SELECT id FROM participant WHERE name = ${name}`)
  const id = known ?? participantByName(context, name, role)
  if (known !== undefined && row['role'])
    context.db.run(sql`UPDATE participant SET role = ${role} WHERE id = ${id}`)
  for (const [heading, key] of keys) {
    const value = (row[heading] ?? '').trim()
    if (value !== '') setAttributeValue(context, id, key, value)
    if (key === 'consent_quotes' && value !== '') {
      const consent = /^(true|yes|y|1)$/i.test(value) ? 1 : 0
      context.db.run(sql`UPDATE participant SET consent_quotes = ${consent} WHERE id = ${id}`)
    }
  }
  return known === undefined ? 'added' : 'matched'
}

export const participants: Handlers<'participants'> = {
  list: ({ db }) => ({
    participants: db
      .all<ParticipantRow>(sql`
        SELECT p.id, p.name, p.role, p.consent_quotes AS consent, p.withdrawn, p.note,
          (SELECT coalesce(json_group_object(a.key, v.value), '{}') FROM participant_attribute AS v JOIN attribute AS a ON a.id = v.attribute
            WHERE v.participant = p.id) AS attributes,
          (SELECT coalesce(json_group_array(json_object('id', id, 'name', name)), '[]') FROM
            (SELECT DISTINCT d.id, d.name FROM speaker AS s JOIN document AS d ON d.id = s.document WHERE s.participant = p.id ORDER BY d.name)) AS documents,
          (SELECT coalesce(sum(turn.words), 0) FROM speaker AS s JOIN turn ON turn.speaker = s.id WHERE s.participant = p.id) AS words,
          (SELECT count(*) FROM speaker AS s JOIN passage ON passage.speaker = s.id WHERE s.participant = p.id) AS passages
        FROM participant AS p ORDER BY p.name COLLATE NOCASE`)
      .map(({ consent, ...row }) => ({
        ...row,
        consentQuotes: consent === null ? null : consent === 1,
        withdrawn: row.withdrawn === null ? null : new Date(row.withdrawn).toISOString(),
        attributes: JSON.parse(row.attributes) as Record<string, string>,
        documents: JSON.parse(row.documents) as { id: number; name: string }[],
      })),
  }),

  attributes: ({ db }) => ({ attributes: listAttributes(db) }),

  add: (context, { name, role }) => {
    if (context.db.value(sql`SELECT 1 FROM participant WHERE name = ${name}`) !== undefined) {
      throw new CoreError('conflict', `There is already a participant called ${name}.`)
    }
    const participant = participantByName(context, name, role)
    context.say(`Added the participant ${name}`)
    return { participant }
  },

  change: (context, { participant, name, role, note, consentQuotes, attributes }) => {
    const { db } = context
    const known = requireParticipant(context, participant)
    if (name !== undefined && name !== known.name) {
      if (db.value(sql`SELECT 1 FROM participant WHERE name = ${name}`) !== undefined) {
        throw new CoreError(
          'conflict',
          `There is already a participant called ${name}. Merge the two, or choose another name.`,
        )
      }
      db.run(sql`UPDATE participant SET name = ${name} WHERE id = ${participant}`)
    }
    if (role !== undefined) db.run(sql`UPDATE participant SET role = ${role} WHERE id = ${participant}`)
    if (note !== undefined) db.run(sql`UPDATE participant SET note = ${note} WHERE id = ${participant}`)
    if (consentQuotes !== undefined) {
      const consent = consentQuotes === null ? null : Number(consentQuotes)
      db.run(sql`UPDATE participant SET consent_quotes = ${consent} WHERE id = ${participant}`)
    }
    for (const [key, value] of Object.entries(attributes ?? {}))
      setAttributeValue(context, participant, key, value)
    context.say(`Changed the details of ${name ?? known.name}`)
    return {}
  },

  withdraw: (context, { participant, withdrawn }) => {
    const known = requireParticipant(context, participant)
    context.db.run(
      sql`UPDATE participant SET withdrawn = ${withdrawn ? context.clock() : null} WHERE id = ${participant}`,
    )
    context.say(withdrawn ? `Withdrew ${known.name} from every output` : `Restored ${known.name}`)
    return {}
  },

  merge: (context, { from, into }) => {
    const { db } = context
    const source = requireParticipant(context, from)
    const target = requireParticipant(context, into)
    if (source.id === target.id) throw new CoreError('invalid', 'Choose two different participants to merge.')
    db.run(sql`UPDATE speaker SET participant = ${into} WHERE participant = ${from}`)
    db.run(sql`UPDATE OR IGNORE participant_attribute SET participant = ${into} WHERE participant = ${from}`)
    db.run(sql`DELETE FROM participant_attribute WHERE participant = ${from}`)
    db.run(sql`UPDATE memo SET target_id = ${into} WHERE target = 'participant' AND target_id = ${from}`)
    db.run(sql`UPDATE OR IGNORE summary_cell SET participant = ${into} WHERE participant = ${from}`)
    db.run(sql`DELETE FROM summary_cell WHERE participant = ${from}`)
    db.run(sql`DELETE FROM participant WHERE id = ${from}`)
    context.say(`Merged ${source.name} into ${target.name}`)
    return {}
  },

  setAttribute: (context, { id, name, type, values, sensitivity, appliesTo }) => {
    const key = attributeByHeading(context, id)
    const { db } = context
    if (name !== undefined) db.run(sql`UPDATE attribute SET name = ${name} WHERE key = ${key}`)
    if (type !== undefined) db.run(sql`UPDATE attribute SET type = ${type} WHERE key = ${key}`)
    if (values !== undefined)
      db.run(sql`UPDATE attribute SET choices = ${JSON.stringify(values)} WHERE key = ${key}`)
    if (sensitivity !== undefined)
      db.run(sql`UPDATE attribute SET sensitivity = ${sensitivity} WHERE key = ${key}`)
    if (appliesTo !== undefined)
      db.run(sql`UPDATE attribute SET applies_to = ${appliesTo} WHERE key = ${key}`)
    context.say(`Changed the attribute “${name ?? id}”`)
    return {}
  },

  importTable: (context, { csv }) => {
    const rows: Record<string, string>[] = parse(csv, {
      columns: true,
      bom: true,
      skip_empty_lines: true,
      relax_column_count: true,
    })
    const headings = Object.keys(rows[0] ?? {}).filter(
      (heading) => !OWN_COLUMNS.has(heading.trim().toLowerCase()),
    )
    const keys = new Map(headings.map((heading) => [heading, attributeByHeading(context, heading)]))
    const counts = { matched: 0, added: 0 }
    const failed: { line: number; message: string }[] = []
    rows.forEach((row, index) => {
      try {
        counts[importRow(context, row, keys)]++
      } catch (error) {
        if (!(error instanceof CoreError)) throw error
        failed.push({ line: index + 2, message: error.message })
      }
    })
    context.say(`Read attributes of ${counts.matched + counts.added} participants from a table`)
    return { ...counts, failed }
  },
}
