/** What a host holds: the open project's core, the list of recent projects, and the verbs that exist without a project. */
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { z } from 'zod'
import { CoreError } from '../contract/errors.ts'
import { methodOf, type Changed, type Output, type Progress } from '../contract/index.ts'
import type { workspace as contract } from '../contract/workspace.ts'
import type { Clock, Ids, Log, PrintPdf } from '../context.ts'
import { createCore, parseInput, type Core } from '../core.ts'
import { createFile, openFile } from '../db/file.ts'
import { fillProject, type TemplateName } from '../project/create.ts'
import { createRecent, type Recent } from './recent.ts'
import { buildSample } from './sample.ts'

/** The system's file dialogs, where the host has them. Both answer null when the person cancels. */
export interface Dialogs {
  open: () => Promise<string | null>
  save: (suggestedName: string) => Promise<string | null>
}

export interface WorkspaceOptions {
  /** Where the list of recent projects is kept. */
  state: string
  /** Where new projects go when there is no save dialog. */
  projects: string
  /** Transcripts and codings of the sample study; null where they are not shipped. */
  sample: string | null
  dialogs: Dialogs | null
  /** How the host prints, where it can. */
  printPdf?: PrintPdf
  version: string
  clock: Clock
  ids: Ids
  log: Log
}

export interface Workspace extends Pick<Core, 'dispatch' | 'onChanged' | 'close'> {
  /** Opens a project by path: for a file given on the command line or double-clicked. */
  openPath: (file: string) => void
  createPath: (file: string, about: { name: string; template: TemplateName }) => void
  openSample: (onProgress?: (progress: Progress) => void) => Promise<void>
  /** Absolute path of the open project, for the host's title and dialogs. */
  file: () => string | null
}

type Verb = keyof typeof contract
type Verbs = {
  [V in Verb]: (
    input: z.output<(typeof contract)[V]['input']>,
  ) => Promise<Output<`workspace.${V}`>> | Output<`workspace.${V}`>
}

const SAMPLE_NAME = 'Northmoor Homes (sample).waymark'

/** A new project file with its template, closed again. */
export function createProject(
  file: string,
  about: { name: string; template: TemplateName; clock: Clock; ids: Ids },
): number {
  const open = createFile(file)
  try {
    return fillProject(open.db, about)
  } finally {
    open.close()
  }
}

/** File names people can share: no characters that a file system refuses. */
const fileNameFor = (name: string): string =>
  `${
    name
      .replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
      .replaceAll(/\s+/g, ' ')
      .replaceAll(/^[. ]+|[. ]+$/g, '') || 'Study'
  }.waymark`

export function createWorkspace(options: WorkspaceOptions): Workspace {
  const { clock, ids, log, dialogs, printPdf } = options
  const recent: Recent = createRecent(join(options.state, 'recent.json'), log)
  const listeners = new Set<(changed: Changed) => void>()
  let current: { core: Core; file: string } | null = null

  const announce = (changed: Changed) => {
    for (const listener of listeners) listener(changed)
  }

  const close = () => {
    current?.core.close()
    current = null
  }

  /** Another study, or none: every view of every window starts afresh. */
  const announceStudy = () => announce({ revision: 0, tables: [], documents: [], passages: null })

  const openPath = (given: string) => {
    const file = resolve(given)
    if (current?.file === file) return
    const open = openFile(file)
    close()
    const core = createCore({ open, file, clock, ids, log, printPdf })
    core.onChanged(announce)
    current = { core, file }
    recent.add(file, clock())
    log(`opened ${basename(file)}${open.readOnly ? ` read-only (${open.readOnly.reason})` : ''}`)
    announceStudy()
  }

  const createPath = (file: string, about: { name: string; template: TemplateName }) => {
    createProject(resolve(file), { ...about, clock, ids })
    openPath(file)
  }

  const opened = () => ({ opened: true, name: current ? basename(current.file, '.waymark') : null })
  const cancelled = { opened: false, name: null }

  const freePath = (name: string): string => {
    mkdirSync(options.projects, { recursive: true })
    const wanted = join(options.projects, fileNameFor(name))
    for (let n = 1; ; n++) {
      const file = n === 1 ? wanted : wanted.replace(/\.waymark$/, ` ${n}.waymark`)
      if (!existsSync(file)) return file
    }
  }

  const openSample = async (onProgress: (progress: Progress) => void = () => {}) => {
    if (options.sample === null)
      throw new CoreError('not-found', 'The sample study is not part of this installation.')
    mkdirSync(options.projects, { recursive: true })
    const file = join(options.projects, SAMPLE_NAME)
    if (!existsSync(file)) await buildSample(file, { folder: options.sample, clock, ids, log, onProgress })
    openPath(file)
  }

  const verbs: Verbs = {
    state: () => ({
      open: current !== null,
      name: current ? basename(current.file, '.waymark') : null,
      dialogs: dialogs !== null,
      folder: basename(options.projects),
      version: options.version,
    }),
    recent: () => {
      // Projects put into the folder by hand are found too.
      const inFolder = existsSync(options.projects)
        ? readdirSync(options.projects)
            .filter((name) => name.endsWith('.waymark') && !name.startsWith('.'))
            .map((name) => join(options.projects, name))
        : []
      return {
        projects: recent.list(inFolder).map(({ file, id, opened }) => ({
          id,
          name: basename(file, '.waymark'),
          folder: basename(dirname(file)),
          opened: opened === null ? null : new Date(opened).toISOString(),
          missing: !existsSync(file),
        })),
      }
    },
    create: async ({ name, template }) => {
      const file = dialogs ? await dialogs.save(fileNameFor(name)) : freePath(name)
      if (file === null) return cancelled
      createPath(file, { name, template })
      return opened()
    },
    open: ({ id }) => {
      const file = recent.find(id, options.projects)
      if (file === null)
        throw new CoreError('not-found', 'That project is no longer in the list. Choose its file again.')
      openPath(file)
      return opened()
    },
    choose: async () => {
      if (!dialogs)
        throw new CoreError(
          'unsupported',
          'There is no file dialog here. Put the project into the projects folder and reload the list.',
        )
      const file = await dialogs.open()
      if (file === null) return cancelled
      openPath(file)
      return opened()
    },
    sample: async () => {
      await openSample()
      return opened()
    },
    close: () => {
      close()
      announceStudy()
      return {}
    },
    forget: ({ id }) => {
      recent.forget(id)
      return {}
    },
  }

  const dispatch: Core['dispatch'] = async (request, emit, signal) => {
    const [noun, verb = ''] = request.name.split('.')
    if (noun !== 'workspace') {
      if (!current) throw new CoreError('no-project', 'No project is open. Open one, or make a new one.')
      return current.core.dispatch(request, emit, signal)
    }
    const method = methodOf(request.name)
    if (!method) throw new CoreError('invalid', `There is no "${request.name}" to ask for.`)
    const run = verbs[verb as Verb] as (input: unknown) => unknown
    return method.output.parse(await run(parseInput(method, request)))
  }

  return {
    dispatch,
    onChanged: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close,
    openPath,
    createPath,
    openSample,
    file: () => current?.file ?? null,
  }
}
