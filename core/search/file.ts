/** What a query found, as a file: a table for spreadsheets, or quotations to read. */
import type { ReadableDb } from '../db/database.ts'
import { clockTime } from '../exporting/dataset.ts'
import { readEvidence, type ExportedPassage } from '../exporting/evidence.ts'
import { toCsv, type Column } from '../exporting/table.ts'
import { utf8 } from '../exporting/utf8.ts'

const COLUMNS: readonly (Column & { of: (passage: ExportedPassage) => string | number | null })[] = [
  { key: 'passage', meaning: 'Number of the passage', holds: 'whole number', of: (p) => p.id },
  { key: 'document', meaning: 'Name of the transcript', holds: 'text', of: (p) => p.documentName },
  { key: 'participant', meaning: 'Whose words', holds: 'text', of: (p) => p.participantName },
  { key: 'role', meaning: 'Role of the participant', holds: 'text', of: (p) => p.role },
  {
    key: 'at',
    meaning: 'Time in the recording',
    holds: 'h:mm:ss',
    of: (p) => (p.at === null ? null : clockTime(p.at)),
  },
  { key: 'start', meaning: 'First character', holds: 'whole number', of: (p) => p.start },
  { key: 'end', meaning: 'Character after the last', holds: 'whole number', of: (p) => p.end },
  { key: 'coder', meaning: 'Who coded it', holds: 'text', of: (p) => p.coder },
  {
    key: 'codes',
    meaning: 'Its codes',
    holds: 'names parted by semicolons',
    of: (p) => p.codings.map(({ name }) => name).join('; '),
  },
  { key: 'quote', meaning: 'Its words', holds: 'text', of: (p) => p.quote },
]

function quotation({ quote, participantName, speaker, at, codings }: ExportedPassage): string {
  const words = (quote ?? '[not to be quoted]').replaceAll('\n', '\n> ')
  const who = participantName ?? speaker ?? 'Interviewer'
  const time = at === null ? '' : `, ${clockTime(at)}`
  const codes = codings.map(({ name, intensity }) => (intensity ? `${name} (${intensity})` : name))
  return `> ${words}\n\n— ${who}${time}. ${codes.join(' · ') || 'No code'}`
}

function markdown(title: string, passages: readonly ExportedPassage[]): string {
  const chapters = [...Map.groupBy(passages, ({ documentName }) => documentName)].map(
    ([name, found]) => `## ${name}\n\n${found.map(quotation).join('\n\n')}`,
  )
  return `${[`# ${title}`, ...chapters].join('\n\n')}\n`
}

/** The passages in the order of the ids given, without the words of those who do not want to be quoted. */
export function passagesFile(
  db: ReadableDb,
  wanted: { title: string; passages: readonly number[]; format: 'csv' | 'md' },
): { bytes: Uint8Array<ArrayBuffer>; rows: number; lost: string[] } {
  const { passages, lost } = readEvidence(db, 'any')
  const byId = new Map(passages.map((passage) => [passage.id, passage]))
  const found = wanted.passages.map((id) => byId.get(id)).filter((passage) => passage !== undefined)
  const bytes =
    wanted.format === 'md'
      ? utf8(markdown(wanted.title, found))
      : toCsv({ columns: COLUMNS, rows: found.map((passage) => COLUMNS.map(({ of }) => of(passage))) })
  return { bytes, rows: found.length, lost }
}
