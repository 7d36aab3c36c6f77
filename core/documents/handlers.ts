/** Transcripts: the list, the text, and what is said about each. */
import { CoreError } from '../contract/errors.ts'
import { recall, type CommandContext, type Handlers } from '../context.ts'
import { reattribute } from '../codings/passages.ts'
import { sql } from '../db/sql.ts'
import { correctDocument } from '../importing/correct.ts'
import { listDocuments } from './list.ts'
import { requireDocument } from './text.ts'

interface TurnRow {
  id: number
  kind: 'speech' | 'event' | 'heading' | 'note'
  speaker: number | null
  start: number
  end: number
  at: number | null
  until: number | null
  text: string
}
interface SpeakerRow {
  id: number
  label: string
  role: 'participant' | 'interviewer' | 'other' | 'unknown'
  participant: number | null
  participantName: string | null
  turns: number
  words: number
}
interface DocumentFacts {
  document: number
  name: string
  kind: 'depth interview'
  status: 'imported' | 'coding' | 'complete'
  date: string | null
}

const STATUS = { imported: 'not started', coding: 'being coded', complete: 'complete' }

const placeKey = (document: number): string => `document:${document}`

function setFact(
  context: CommandContext,
  document: number,
  column: 'name' | 'kind' | 'status' | 'journey' | 'wave' | 'date',
  value: string | null | undefined,
): void {
  if (value === undefined) return
  const set = { text: `${column} = ?`, values: [value] }
  context.db.run(sql`UPDATE document SET ${set} WHERE id = ${document}`)
}

export const documents: Handlers<'documents'> = {
  list: ({ db }) => ({ documents: listDocuments(db) }),

  read: ({ db }, { document }) => {
    requireDocument(db, document)
    const facts = db.get<DocumentFacts>(
      sql`SELECT id AS document, name, kind, status, date FROM document WHERE id = ${document}`,
    )
    if (!facts) throw new CoreError('not-found', 'That transcript is no longer in this project.')
    const rows = db.all<TurnRow>(
      sql`SELECT id, kind, speaker, start, "end", at, until, text FROM turn WHERE document = ${document} ORDER BY ord`,
    )
    const speakers = db.all<SpeakerRow>(sql`
      SELECT s.id, s.label, s.role, s.participant, p.name AS participantName,
        count(turn.id) AS turns, coalesce(sum(turn.words), 0) AS words
      FROM speaker AS s LEFT JOIN participant AS p ON p.id = s.participant LEFT JOIN turn ON turn.speaker = s.id
      WHERE s.document = ${document} GROUP BY s.id ORDER BY s.id`)
    return {
      ...facts,
      text: rows.map((row) => row.text).join('\n'),
      turns: rows,
      speakers,
    }
  },

  report: ({ db }, { document }) => {
    const row = db.get<{ sha256: string; sourceName: string; format: string; report: string }>(
      sql`SELECT sha256, source_name AS sourceName, format, report FROM document WHERE id = ${document}`,
    )
    if (!row) throw new CoreError('not-found', 'That transcript is no longer in this project.')
    return { ...row, report: JSON.parse(row.report) as unknown }
  },

  describe: (context, { document, ...facts }) => {
    const { name } = requireDocument(context.db, document)
    setFact(context, document, 'name', facts.name)
    setFact(context, document, 'kind', facts.kind)
    setFact(context, document, 'status', facts.status)
    setFact(context, document, 'journey', facts.journey)
    setFact(context, document, 'wave', facts.wave)
    setFact(context, document, 'date', facts.date)
    context.touch(document)
    context.say(
      facts.status
        ? `Marked ${name} as ${STATUS[facts.status]}`
        : `Changed the details of ${facts.name ?? name}`,
    )
    return {}
  },

  remove: (context, { document }) => {
    const { name } = requireDocument(context.db, document)
    const passages =
      context.db.value<number>(sql`SELECT count(*) FROM passage WHERE document = ${document}`) ?? 0
    context.db.run(sql`
      DELETE FROM memo WHERE (target = 'document' AND target_id = ${document})
        OR (target = 'passage' AND target_id IN (SELECT id FROM passage WHERE document = ${document}))`)
    // Children first, so that each row is in the history before the row it refers to.
    context.db.run(sql`DELETE FROM passage WHERE document = ${document}`)
    context.db.run(sql`DELETE FROM turn WHERE document = ${document}`)
    context.db.run(sql`DELETE FROM document WHERE id = ${document}`)
    context.say(passages === 0 ? `Removed ${name}` : `Removed ${name} and its ${passages} passages`)
    return {}
  },

  setSpeaker: (context, { speaker, label, role, participant }) => {
    const { db } = context
    const row = db.get<{ document: number; label: string; role: string; participant: number | null }>(
      sql`SELECT document, label, role, participant FROM speaker WHERE id = ${speaker}`,
    )
    if (!row) throw new CoreError('not-found', 'That speaker is no longer in this project.')
    if (label !== undefined && label !== row.label) {
      const taken = db.value<number>(
        sql`SELECT id FROM speaker WHERE document = ${row.document} AND label = ${label}`,
      )
      if (taken !== undefined) {
        throw new CoreError(
          'conflict',
          `This transcript already has a speaker called ${label}. Choose another name.`,
        )
      }
    }
    const newRole = role ?? row.role
    db.run(sql`
      UPDATE speaker SET label = ${label ?? row.label}, role = ${newRole},
        participant = ${participant === undefined ? row.participant : participant} WHERE id = ${speaker}`)
    if (newRole !== row.role) reattribute(context, row.document)
    context.touch(row.document)
    context.say(`Changed the speaker ${label ?? row.label}`)
    return {}
  },

  correct: (context, { document, change }) => ({ moved: correctDocument(context, document, change) }),

  place: (context, { document }) => {
    // The text may have been replaced by a shorter one since.
    const { length } = requireDocument(context.db, document)
    return { offset: Math.min(Number(recall(context, placeKey(document)) ?? 0), length) }
  },

  setPlace: async (context, { document, offset }) => {
    requireDocument(context.db, document)
    context.remember(placeKey(document), String(offset))
    return {}
  },
}
