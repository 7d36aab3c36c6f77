/** Bringing transcripts in: files and whole folders, or only looking at what would come of them. */
import { basename } from 'node:path'
import { z } from 'zod'
import { Day, DocumentKind } from '../../core/contract/common.ts'
import { CoreError, errorBody, type ErrorBody } from '../../core/contract/errors.ts'
import type { Input } from '../../core/contract/index.ts'
import { filesIn, readBytes } from '../files.ts'
import type { Ask, Session } from '../session.ts'
import { count, table } from '../text.ts'
import { given, UsageError, verb, type Answer } from '../verb.ts'

/** Files read at the same time: enough for every thread, few enough for the memory. */
const AT_ONCE = 8
/** Progress is counted over all files, not within each. */
const QUIETLY = { quietly: true }

type Correction = Omit<Input<'importing.store'>['files'][number], 'staged'>

interface ReadAs {
  layout?: string
  encoding?: string
}
/** What became of a document, in the fields others script against. */
interface Imported {
  file: string
  document: number | null
  name: string
  layout: string
  confidence: number
  undecided: boolean
  turns: number
  mergedTurns: number
  speakers: readonly object[]
  warnings: readonly { code: string; message: string }[]
}
interface Failed extends ErrorBody {
  file: string
}
interface Outcome {
  imported: Imported[]
  failed: Failed[]
}

/** Does one file: everything it became, or an error that a person can act on. */
type One<T> = (path: string) => Promise<T>

const failure = (file: string, error: unknown): Outcome => ({
  imported: [],
  failed: [{ file, ...errorBody(error) }],
})

/** Reads a few files at a time, then finishes them in order; a file that fails does not stop the others. */
async function eachFile<T>(
  paths: readonly string[],
  session: Session,
  { read, finish }: { read: One<T>; finish: (path: string, read: T) => Promise<Outcome> },
): Promise<Outcome> {
  const all: Outcome = { imported: [], failed: [] }
  for (let at = 0; at < paths.length; at += AT_ONCE) {
    const batch = paths.slice(at, at + AT_ONCE)
    const readings = await Promise.allSettled(batch.map(read))
    for (const [index, path] of batch.entries()) {
      stopIfAsked(session, all, paths.length)
      session.progress({ done: at + index + 1, total: paths.length, note: basename(path) })
      const reading = readings[index]
      const outcome =
        reading?.status === 'fulfilled'
          ? await finish(path, reading.value).catch((error: unknown) => failure(path, error))
          : failure(path, reading?.reason)
      all.imported.push(...outcome.imported)
      all.failed.push(...outcome.failed)
    }
  }
  return all
}

function stopIfAsked({ signal }: Session, { imported }: Outcome, total: number): void {
  if (!signal.aborted) return
  throw new CoreError(
    'cancelled',
    `Stopped: ${count(imported.length, 'transcript')} of ${count(total, 'file')} imported, and each of them whole.`,
    { imported: imported.map(({ file, document }) => ({ file, document })) },
  )
}

function store(
  ask: Ask,
  paths: readonly string[],
  session: Session,
  as: ReadAs,
  correction: Correction,
): Promise<Outcome> {
  return eachFile(paths, session, {
    read: async (path) => {
      const file = { name: basename(path), bytes: readBytes(path) }
      const { previews, failed } = await ask('importing.preview', { files: [file], ...as }, QUIETLY)
      const [problem] = failed
      if (problem) throw new CoreError(problem.error.code, problem.error.message, problem.error.detail)
      return previews
    },
    finish: async (path, previews) => {
      const files = previews.map(({ staged }) => ({ ...correction, staged }))
      const { imported, failed } = await ask('importing.store', { files }, QUIETLY)
      await ask('importing.drop', { staged: failed.map(({ staged }) => staged) })
      return {
        imported: imported.map((stored) => ({ ...stored, file: path })),
        failed: failed.map(({ error }) => ({ file: path, ...error })),
      }
    },
  })
}

async function look(paths: readonly string[], session: Session, as: ReadAs): Promise<Outcome> {
  const { readFile } = await import('../../core/importing/reading.ts')
  const { documentsOf, nameOf, summaryOf } = await import('../../core/importing/preview.ts')
  return eachFile(paths, session, {
    read: async (path) => readFile({ name: basename(path), bytes: readBytes(path) }, as, session.signal),
    finish: (path, parsed) => {
      const documents = documentsOf(parsed)
      const imported = documents.map((document) => ({
        file: path,
        document: null,
        name: nameOf(document.name),
        ...summaryOf(document),
      }))
      return Promise.resolve({ imported, failed: [] })
    },
  })
}

function answer({ imported, failed }: Outcome, dryRun: boolean): Answer {
  const rows = table(
    imported,
    {
      transcript: (row) => row.name,
      layout: (row) => row.layout,
      sure: (row) => row.confidence.toFixed(2),
      turns: (row) => row.turns,
      speakers: (row) => row.speakers.length,
      notes: (row) => row.warnings.map(({ code }) => code).join(', '),
    },
    dryRun ? 'Nothing here can be imported.' : 'Nothing was imported.',
  )
  return {
    json: { imported, failed },
    text: [rows, ...failed.map(({ file, message }) => `${file}: ${message}`)].join('\n'),
    failed: imported.length === 0,
  }
}

export const importVerb = verb({
  usage: 'import <project> [files...]',
  about: 'Bring in transcripts: files, or folders with everything in them.',
  options: {
    '--kind <kind>': `what they are: ${DocumentKind.options.join(', ')}`,
    '--layout <layout>': 'read them in this layout (see: waymark layouts <project>)',
    '--encoding <name>': 'encoding of text files, where it is not found by itself',
    '--date <date>': 'date of the sessions, as in 2026-03-12',
    '--journey <journey>': 'the journey they are about',
    '--wave <wave>': 'the wave of fieldwork they belong to',
    '--allow-duplicates': 'also files that are in the project already',
    '--dry-run': 'only say what would come of them; no project is needed',
  },
  accepts: z.object({
    project: z.string(),
    files: z.array(z.string()).default([]),
    kind: DocumentKind.optional(),
    layout: z.string().optional(),
    encoding: z.string().optional(),
    date: Day.optional(),
    journey: z.string().optional(),
    wave: z.string().optional(),
    allowDuplicates: z.boolean().default(false),
    dryRun: z.boolean().default(false),
  }),
  run: async ({ project, files, dryRun, layout, encoding, allowDuplicates, ...about }, session) => {
    const as = given({ layout, encoding })
    const named = dryRun && !project.endsWith('.waymark') ? [project, ...files] : files
    if (named.length === 0) throw new UsageError('Give the files or folders to import.')
    const ask = dryRun ? null : await session.write(project)
    const paths = filesIn(named)
    const outcome = ask
      ? await store(ask, paths, session, as, { ...given(about), allowDuplicate: allowDuplicates })
      : await look(paths, session, as)
    return answer(outcome, dryRun)
  },
})
