/** The coded dataset: one row for each coding, for statistics packages and spreadsheets. */
import { readDetails, type Details } from './attributes.ts'
import { codedPeople, readEvidence, type ExportedCoding, type ExportedPassage } from './evidence.ts'
import type { ExportRequest } from './format.ts'
import type { Column, Table, TableCell } from './table.ts'
import { voicesTable } from './voices.ts'

interface DatasetColumn extends Column {
  of: (passage: ExportedPassage, coding: ExportedCoding) => TableCell
}

/** "0:07:05" into the recording. */
export function clockTime(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}

const namesOf =
  (family: string) =>
  ({ codings }: ExportedPassage): string =>
    codings
      .filter((coding) => coding.family === family)
      .map(({ name }) => name)
      .join('; ')

const BEFORE: readonly DatasetColumn[] = [
  {
    key: 'coding',
    meaning: 'Number of the coding, one for each row',
    holds: 'whole number',
    of: (_, c) => c.id,
  },
  {
    key: 'passage',
    meaning: 'Number of the passage; codings with the same number are on the same words',
    holds: 'whole number',
    of: (p) => p.id,
  },
  { key: 'document', meaning: 'Name of the transcript', holds: 'text', of: (p) => p.documentName },
  { key: 'kind', meaning: 'Kind of evidence', holds: 'text', of: (p) => p.kind },
  { key: 'journey', meaning: 'Journey the transcript is about', holds: 'text', of: (p) => p.journey },
  { key: 'wave', meaning: 'Wave of fieldwork', holds: 'text', of: (p) => p.wave },
  { key: 'date', meaning: 'Date of the interview or session', holds: 'YYYY-MM-DD', of: (p) => p.date },
  {
    key: 'participant',
    meaning: 'Participant with most words of the passage; empty when only an interviewer speaks',
    holds: 'text',
    of: (p) => p.participantName,
  },
  {
    key: 'role',
    meaning: 'Role of the participant',
    holds: 'resident; colleague; stakeholder',
    of: (p) => p.role,
  },
  { key: 'speaker', meaning: 'Label of the speaker in the transcript', holds: 'text', of: (p) => p.speaker },
]

const AFTER: readonly DatasetColumn[] = [
  {
    key: 'family',
    meaning: 'Family of the code',
    holds: 'touchpoint; emotion; reason; layer; channel; theme',
    of: (_, c) => c.family,
  },
  { key: 'code', meaning: 'Short id of the code', holds: 'text', of: (_, c) => c.code },
  { key: 'name', meaning: 'Name of the code', holds: 'text', of: (_, c) => c.name },
  {
    key: 'path',
    meaning: 'Where the code stands, for touchpoints journey › stage › touchpoint',
    holds: 'text',
    of: (_, c) => c.path,
  },
  {
    key: 'intensity',
    meaning: 'Strength of an emotion: 1 mild, 2 clear, 3 strong; empty counts as clear',
    holds: '1 to 3',
    of: (_, c) => c.intensity,
  },
  {
    key: 'stance',
    meaning: 'Whether it was said or understood',
    holds: 'stated; implied',
    of: (_, c) => c.stance,
  },
  {
    key: 'origin',
    meaning: 'How the coding came about',
    holds: 'hand; suggestion; auto; import',
    of: (_, c) => c.origin,
  },
  { key: 'coder', meaning: 'Who coded the passage', holds: 'text', of: (p) => p.coder },
  {
    key: 'at',
    meaning: 'Time in the recording of the turn the passage is in',
    holds: 'h:mm:ss',
    of: (p) => (p.at === null ? null : clockTime(p.at)),
  },
  {
    key: 'created',
    meaning: 'When the coding was made, in UTC',
    holds: 'ISO 8601',
    of: (_, c) => new Date(c.created).toISOString(),
  },
  {
    key: 'start',
    meaning: 'First character of the passage in the transcript, counted from 0 in UTF-16 units',
    holds: 'whole number',
    of: (p) => p.start,
  },
  {
    key: 'end',
    meaning: 'Character after the last, counted the same way',
    holds: 'whole number',
    of: (p) => p.end,
  },
  { key: 'quote', meaning: 'The words of the passage', holds: 'text', of: (p) => p.quote },
  {
    key: 'touchpoints',
    meaning: 'All touchpoints on the passage',
    holds: 'names parted by semicolons',
    of: namesOf('touchpoint'),
  },
  {
    key: 'emotions',
    meaning: 'All emotions on the passage',
    holds: 'names parted by semicolons',
    of: namesOf('emotion'),
  },
  {
    key: 'reasons',
    meaning: 'All reasons on the passage',
    holds: 'names parted by semicolons',
    of: namesOf('reason'),
  },
  {
    key: 'transcript',
    meaning: 'Number of the transcript, the same in the table of who was heard',
    holds: 'whole number',
    of: (p) => p.document,
  },
  {
    key: 'words',
    meaning: 'Words of the participant in the passage; where passages overlap, figures count them once',
    holds: 'whole number',
    of: (p) => p.words,
  },
]

const OWN = new Set([...BEFORE, ...AFTER].map(({ key }) => key))

interface Dataset {
  table: Table
  /** Who was heard in which transcript, coded or not. */
  voices: Table
  lost: string[]
}

/** Of those with a row: whoever has none makes nobody harder to recognise. */
export const datasetDetails = ({ db, role, special }: ExportRequest): Details =>
  readDetails(db, { special, among: codedPeople(db, role), taken: OWN })

export function codedDataset(request: ExportRequest): Dataset {
  const { db, role } = request
  const { passages, lost } = readEvidence(db, role)
  const details = datasetDetails(request)
  const rows = passages.flatMap((passage) => {
    const values = details.valuesOf(passage.participant)
    return passage.codings.map((coding) => [
      ...BEFORE.map(({ of }) => of(passage, coding)),
      ...values,
      ...AFTER.map(({ of }) => of(passage, coding)),
    ])
  })
  const bare = passages.filter(({ codings }) => codings.length === 0).length
  return {
    table: { columns: [...BEFORE, ...details.columns, ...AFTER], rows },
    voices: voicesTable(db, role),
    lost: [
      'The words of the transcripts outside coded passages.',
      'Memos; they have an export of their own.',
      ...(bare > 0 ? ['Passages that carry no code, only a memo or a flag.'] : []),
      ...lost,
      ...details.lost,
    ],
  }
}
