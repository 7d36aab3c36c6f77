/** Builds the sample study from its transcripts and a table of codings, through the same doors a researcher uses. */
import { readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { CoreError } from '../contract/errors.ts'
import type { Input, Output, Progress } from '../contract/index.ts'
import type { Clock, Ids, Log } from '../context.ts'
import { createCore, type Core } from '../core.ts'
import { parseCodes } from '../codebook/code-string.ts'
import { createFile } from '../db/file.ts'
import { sql } from '../db/sql.ts'
import { directly } from './direct.ts'
import { fillProject } from '../project/create.ts'

export interface SampleOptions {
  folder: string
  clock: Clock
  ids: Ids
  log: Log
  onProgress: (progress: Progress) => void
}

const CodingRow = z.object({
  document: z.string(),
  quote: z.string(),
  occurrence: z.coerce.number().int().positive(),
  codes: z.string(),
  coder: z.string(),
})
const Person = z.object({
  participant: z.string(),
  role: z.enum(['resident', 'colleague', 'stakeholder']),
  document: z.string(),
  kind: z.enum(['depth interview', 'workshop']),
  interview_date: z.string(),
})
type Person = z.infer<typeof Person>
type Preview = Output<'importing.preview'>['previews'][number]
type Correction = Input<'importing.store'>['files'][number]

const NAME = 'Northmoor Homes: complaints and repairs'

function table<T extends z.ZodType>(
  folder: string,
  prefix: string,
  row: T,
): { rows: z.output<T>[]; texts: string[] } {
  const files = readdirSync(folder)
    .filter((name) => name.startsWith(prefix) && name.endsWith('.csv'))
    .toSorted()
  const texts = files.map((name) => readFileSync(join(folder, name), 'utf8'))
  return {
    texts,
    rows: texts.flatMap((text) => z.array(row).parse(parse(text, { columns: true, bom: true }))),
  }
}

/** Who is who: in an interview the one who says most is the resident; in a workshop people go by their label. */
function correct(preview: Preview, people: readonly Person[]): Correction {
  const [first] = people
  const byWords = preview.speakers.toSorted((a, b) => b.words - a.words)
  const speakers = preview.speakers.map((speaker) => {
    const person =
      people.length === 1
        ? speaker === byWords[0]
          ? first
          : undefined
        : people.find(({ participant }) => participant === speaker.label)
    return person
      ? {
          label: speaker.label,
          role: 'participant' as const,
          participant: person.participant,
          participantRole: person.role,
        }
      : { label: speaker.label, role: 'interviewer' as const, participant: null }
  })
  return {
    staged: preview.staged,
    name: preview.file.replace(/\.\w+$/, ''),
    ...(first ? { kind: first.kind, date: first.interview_date } : {}),
    speakers,
  }
}

function nthIndex(text: string, quote: string, occurrence: number): number {
  let at = -1
  for (let n = 0; n < occurrence; n++) {
    at = text.indexOf(quote, at + 1)
    if (at === -1) return -1
  }
  return at
}

async function importTranscripts(
  core: Core,
  folder: string,
  people: readonly Person[],
): Promise<Map<string, number>> {
  const ask = directly(core, 'Amina')
  const names = readdirSync(folder)
    .filter((name) => !name.endsWith('.csv') && !name.startsWith('.'))
    .toSorted()
  const files = names.map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }))
  const { previews, failed } = await ask('importing.preview', { files })
  const corrections = previews.map((preview) =>
    correct(
      preview,
      people.filter((person) => person.document === preview.file),
    ),
  )
  const stored = await ask('importing.store', { files: corrections })
  const [problem] = [...failed, ...stored.failed]
  if (problem) throw new CoreError('damaged', `The sample study is incomplete: ${problem.error.message}`)
  return new Map(stored.imported.map((row) => [row.file, row.document]))
}

async function codeTranscript(
  core: Core,
  document: number,
  rows: readonly z.infer<typeof CodingRow>[],
): Promise<void> {
  const ask = directly(core, 'Amina')
  const { text } = await ask('documents.read', { document })
  const { codes } = await ask('codebook.list', {})
  const idOf = new Map(codes.map((code) => [code.code, code.id]))
  const passages = rows.map((row) => {
    const start = nthIndex(text, row.quote, row.occurrence)
    if (start === -1)
      throw new CoreError('damaged', `A passage of the sample study is not in ${row.document}.`)
    return {
      document,
      start,
      end: start + row.quote.length,
      codes: parseCodes(row.codes, (key) => idOf.get(key)),
      coder: row.coder,
    }
  })
  for (const [coder, own] of Map.groupBy(passages, (passage) => passage.coder)) {
    const label = `Coded ${own.length} passages of ${rows[0]?.document.replace(/\.\w+$/, '') ?? 'a transcript'}`
    await directly(core, coder)('codings.addMany', { passages: own, origin: 'hand', label })
  }
  await ask('documents.describe', { document, status: 'complete' })
}

/** Makes the project in a side file and moves it into place when it is whole. */
export async function buildSample(file: string, options: SampleOptions): Promise<void> {
  const { folder, clock, ids, log, onProgress } = options
  const side = `${file}.building`
  for (const end of ['', '-wal', '-shm']) rmSync(side + end, { force: true })
  const open = createFile(side)
  fillProject(open.db, { name: NAME, template: 'housing', clock, ids })
  const core = createCore({ open, file: side, clock, ids, log })
  try {
    const people = table(folder, 'participants', Person)
    const codings = table(folder, 'codings', CodingRow)
    const documents = await importTranscripts(core, folder, people.rows)
    for (const csv of people.texts) await directly(core, 'Amina')('participants.importTable', { csv })
    let done = 0
    for (const [name, rows] of Map.groupBy(codings.rows, (row) => row.document)) {
      const document = documents.get(name)
      if (document === undefined)
        throw new CoreError('damaged', `The sample study has codings for ${name}, which is not there.`)
      await codeTranscript(core, document, rows)
      onProgress({ done: ++done, total: documents.size, note: 'Building the sample study' })
    }
    // The trail stays, but a new user's undo should not unravel the sample.
    open.db.run(sql`UPDATE step SET undoable = 0`)
    open.db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  } finally {
    core.close()
  }
  renameSync(side, file)
}
