/** The only door to a project: one file, one dispatcher, one stream of changes. */
import { basename } from 'node:path'
import { ZodError } from 'zod'
import { CoreError } from './contract/errors.ts'
import { methodOf, type Changed, type Progress, type Request } from './contract/index.ts'
import type { Method } from './contract/define.ts'
import {
  coderByName,
  type Clock,
  type CommandContext,
  type Ids,
  type JobContext,
  type Log,
  type PrintPdf,
  type QueryContext,
} from './context.ts'
import type { OpenFile } from './db/file.ts'
import { Journal, type Finished } from './db/journal.ts'
import { sql } from './db/sql.ts'
import { handlers } from './handlers.ts'

export interface CoreOptions {
  /** The open file; the core closes it. */
  open: OpenFile
  file: string
  clock: Clock
  ids: Ids
  log: Log
  printPdf?: PrintPdf | undefined
}

export interface Core {
  /** Parses in, runs, parses out. Throws CoreError; anything else is a fault of ours. */
  dispatch: (request: Request, emit?: (progress: Progress) => void, signal?: AbortSignal) => Promise<unknown>
  /** Called after each commit. Returns the way to stop listening. */
  onChanged: (listener: (changed: Changed) => void) => () => void
  close: () => void
}

const DEFAULT_CODER = 'Researcher'
const PROGRESS_EVERY_MS = 100

type Run = (context: QueryContext | CommandContext | JobContext, input: unknown) => unknown

export function createCore({ open, file, clock, ids, log, printPdf }: CoreOptions): Core {
  const { db, readOnly } = open
  const journal = new Journal(db)
  if (!readOnly) journal.install()
  const listeners = new Set<(changed: Changed) => void>()

  const revision = () => db.value<number>(sql`SELECT coalesce(max(id), 0) FROM step`) ?? 0

  const announce = ({ tables, documents, passages }: Finished) => {
    const changed = { revision: revision(), tables: [...tables, 'step'], documents, passages }
    for (const listener of listeners) listener(changed)
  }

  const base = (request: Request, signal: AbortSignal): QueryContext => ({
    db,
    file,
    clock,
    coderName: request.as?.trim() || DEFAULT_CODER,
    readOnlyReason: readOnly,
    signal,
  })

  /** One transaction, one step. What the handler returns comes back with the step it became. */
  const write = <T>(context: QueryContext, kind: string, work: (context: CommandContext) => T) => {
    if (readOnly) throw new CoreError(readOnly.reason === 'locked' ? 'locked' : 'read-only', readOnly.message)
    let label = ''
    let permanent = false
    const documents = new Set<number>()
    const { result, finished } = db.transaction(() => {
      const step = journal.begin({ at: clock(), coder: context.coderName, kind })
      const command: CommandContext = {
        ...context,
        db,
        journal,
        step,
        ids,
        coder: () => coderByName({ db, ids, clock }, context.coderName),
        say: (sentence) => (label = sentence),
        touch: (document) => documents.add(document),
        keep: () => (permanent = true),
      }
      const result = work(command)
      return { result, finished: journal.end(step, { label, documents: [...documents], permanent }) }
    })
    if (finished.step !== null) announce(finished)
    return { result, step: finished.step ?? revision(), label }
  }

  /** Outside the history, so without a step and without a word to other windows. */
  const remember = ({ coderName }: QueryContext, key: string, value: string | null) => {
    if (readOnly) return
    if (value === null) db.run(sql`DELETE FROM place WHERE coder = ${coderName} AND key = ${key}`)
    else {
      db.run(sql`
        INSERT INTO place (coder, key, value) VALUES (${coderName}, ${key}, ${value})
        ON CONFLICT (coder, key) DO UPDATE SET value = excluded.value`)
    }
  }

  const run = async (
    method: Method,
    handler: Run,
    request: Request,
    input: unknown,
    emit: (progress: Progress) => void,
    signal: AbortSignal,
  ): Promise<unknown> => {
    const context = base(request, signal)
    if (method.kind === 'query') return handler(context, input)
    if (method.kind === 'command') {
      const { result, step, label } = write(context, request.name, (command) => handler(command, input))
      return { step, label, ...(result as object) }
    }
    const job: JobContext = {
      ...context,
      log,
      printPdf,
      progress: throttled(emit),
      write: (kind, work) => write(context, kind, work),
      remember: (key, value) => remember(context, key, value),
    }
    return handler(job, input)
  }

  return {
    dispatch: async (request, emit = () => {}, signal = new AbortController().signal) => {
      const method = methodOf(request.name)
      const handler = handlerOf(request.name)
      if (!method || !handler) throw new CoreError('invalid', `There is no "${request.name}" to ask for.`)
      const input = parseInput(method, request)
      const answer = await run(method, handler, request, input, emit, signal)
      return method.output.parse(answer)
    },
    onChanged: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () => {
      listeners.clear()
      open.close()
      log(`closed ${basename(file)}`)
    },
  }
}

function handlerOf(name: string): Run | undefined {
  const [noun = '', verb = ''] = name.split('.')
  const room = (handlers as Record<string, Record<string, unknown>>)[noun]
  const handler = room && Object.hasOwn(room, verb) ? room[verb] : undefined
  return handler as Run | undefined
}

/** Zod's findings as one sentence: which field, what is wrong with it. Values are left out: they may be transcript text. */
export function parseInput(method: Method, request: Request): unknown {
  try {
    return method.input.parse(request.input)
  } catch (error) {
    if (!(error instanceof ZodError)) throw error
    const problems = error.issues.map((issue) => `${issue.path.join('.') || 'input'}: ${issue.message}`)
    throw new CoreError(
      'invalid',
      `"${request.name}" was asked in a way it does not understand: ${problems.join('; ')}.`,
    )
  }
}

/** Lets the first and last progress through and at most ten a second between. */
function throttled(emit: (progress: Progress) => void): (progress: Progress) => void {
  let last = Number.NEGATIVE_INFINITY
  return (progress) => {
    const now = performance.now()
    if (now - last < PROGRESS_EVERY_MS && progress.done !== progress.total) return
    last = now
    emit(progress)
  }
}
