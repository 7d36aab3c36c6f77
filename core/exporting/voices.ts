/** Who was heard where: one row for each participant in each transcript, so that a reviewer can count every figure again. */
import type { ReadableDb } from '../db/database.ts'
import { sql } from '../db/sql.ts'
import { readWithheld } from '../participants/withheld.ts'
import type { Role } from './format.ts'
import type { Column, Table } from './table.ts'

interface Voice {
  transcript: number
  document: string
  kind: string
  journey: string | null
  wave: string | null
  date: string | null
  status: string
  participant: string
  role: string
  words: number
}

const COLUMNS: readonly (Column & { of: (voice: Voice, coders: string) => string | number | null })[] = [
  { key: 'transcript', meaning: 'Number of the transcript', holds: 'whole number', of: (v) => v.transcript },
  { key: 'document', meaning: 'Name of the transcript', holds: 'text', of: (v) => v.document },
  { key: 'kind', meaning: 'Kind of evidence', holds: 'text', of: (v) => v.kind },
  { key: 'journey', meaning: 'Journey the transcript is about', holds: 'text', of: (v) => v.journey },
  { key: 'wave', meaning: 'Wave of fieldwork', holds: 'text', of: (v) => v.wave },
  { key: 'date', meaning: 'Date of the interview or session', holds: 'YYYY-MM-DD', of: (v) => v.date },
  {
    key: 'status',
    meaning: 'How far its coding has come',
    holds: 'imported; coding; complete',
    of: (v) => v.status,
  },
  { key: 'participant', meaning: 'Who speaks in it', holds: 'text', of: (v) => v.participant },
  {
    key: 'role',
    meaning: 'Role of the participant',
    holds: 'resident; colleague; stakeholder',
    of: (v) => v.role,
  },
  {
    key: 'words',
    meaning: 'Words the participant says in it: what density is a share of',
    holds: 'whole number',
    of: (v) => v.words,
  },
  {
    key: 'coders',
    meaning:
      'Who has made passages in it. A participant counts in figures when this is filled in or the status is complete',
    holds: 'names parted by semicolons',
    of: (_, coders) => coders,
  },
]

/** In the order of the list of transcripts, then of the speakers. Nobody who has withdrawn. */
export function voicesTable(db: ReadableDb, role: Role): Table {
  const voices = db.all<Voice>(sql`
    SELECT d.id AS transcript, d.name AS document, d.kind, d.journey, d.wave, d.date, d.status, p.name AS participant, p.role,
      (SELECT coalesce(sum(turn.words), 0) FROM speaker JOIN turn ON turn.speaker = speaker.id
        WHERE speaker.document = d.id AND speaker.participant = p.id AND speaker.role = 'participant') AS words
    FROM speaker AS s JOIN participant AS p ON p.id = s.participant JOIN document AS d ON d.id = s.document
    WHERE s.role = 'participant' AND p.withdrawn IS NULL AND (${role} = 'any' OR p.role = ${role})
    GROUP BY d.id, p.id ORDER BY d.name COLLATE NOCASE, d.id, min(s.id)`)
  const coders = codersByTranscript(db)
  const rows = voices.map((voice) => {
    const names = [...(coders.get(voice.transcript) ?? [])].join('; ')
    return COLUMNS.map(({ of }) => of(voice, names))
  })
  return { columns: COLUMNS, rows }
}

/** Names of those with a passage there that holds no withheld words. */
function codersByTranscript(db: ReadableDb): Map<number, Set<string>> {
  const withheld = readWithheld(db)
  const passages = db.all<{ document: number; start: number; end: number; coder: string }>(sql`
    SELECT p.document, p.start, p."end", coder.name AS coder FROM passage AS p JOIN coder ON coder.id = p.coder
    ORDER BY p.document, coder.id`)
  const coders = new Map<number, Set<string>>()
  for (const { coder, ...place } of passages) {
    if (withheld.place(place)) continue
    coders.set(place.document, (coders.get(place.document) ?? new Set()).add(coder))
  }
  return coders
}
