/** People in the study: who they are, what they consented to, and withdrawal. */
import type { z } from 'zod'
import { CoreError } from '../contract/errors.ts'
import type { Participant } from '../contract/participants.ts'
import type { CommandContext, Handlers } from '../context.ts'
import { sql } from '../db/sql.ts'
import { bandOffers } from '../text/bands.ts'
import {
  attributeByHeading,
  listAttributes,
  setAttributeValue,
  setConsent,
  setWithdrawn,
} from './attributes.ts'
import { mergeParticipants } from './merge.ts'
import { participantByName, requireParticipant } from './people.ts'
import { importTable } from './table.ts'

type ParticipantOut = z.input<typeof Participant>

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
    if (consentQuotes !== undefined) setConsent(context, participant, consentQuotes)
    for (const [key, value] of Object.entries(attributes ?? {}))
      setAttributeValue(context, participant, key, value)
    context.say(`Changed the details of ${name ?? known.name}`)
    return {}
  },

  withdraw: (context, { participant, withdrawn }) => {
    const known = requireParticipant(context, participant)
    setWithdrawn(context, participant, withdrawn ? context.clock() : null)
    context.say(withdrawn ? `Withdrew ${known.name} from every output` : `Restored ${known.name}`)
    return {}
  },

  merge: (context, merge) => {
    mergeParticipants(context, merge)
    return {}
  },

  useBands: (context, { participant }) => {
    const attributes = listAttributes(context.db)
    const people = peopleOf(context, participant)
    for (const { id, stated } of people) {
      for (const { attribute, band, from } of bandOffers(attributes, stated)) {
        setAttributeValue(context, id, attribute, band)
        if (from !== attribute) setAttributeValue(context, id, from, '')
      }
    }
    const [only, ...others] = people
    context.say(
      `Gave bands for exact numbers${only !== undefined && others.length === 0 ? ` of ${only.name}` : ''}`,
    )
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
    const read = importTable(context, csv)
    context.say(`Read attributes of ${read.matched + read.added} participants from a table`)
    return read
  },
}

/** One participant or all of them, with what is stated of each. */
const peopleOf = ({ db }: CommandContext, participant: number | undefined) =>
  db
    .all<{ id: number; name: string; stated: string }>(sql`
      SELECT p.id, p.name, json_group_object(a.key, v.value) AS stated
      FROM participant AS p JOIN participant_attribute AS v ON v.participant = p.id JOIN attribute AS a ON a.id = v.attribute
      WHERE ${participant === undefined ? sql`1` : sql`p.id = ${participant}`} GROUP BY p.id ORDER BY p.id`)
    .map(({ stated, ...person }) => ({ ...person, stated: JSON.parse(stated) as Record<string, string> }))
