/** Where a host keeps things on this machine: projects, the list of recent ones, the built page and the sample study. */
import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import envPaths from 'env-paths'
import { z } from 'zod'

export interface Places {
  /** Folder of Waymark itself, with its package.json. */
  root: string
  version: string
  /** The built page. */
  page: string
  /** Transcripts and codings of the sample study; null where they are not shipped. */
  sample: string | null
  /** Where new projects go. */
  projects: string
  /** Where the list of recent projects is kept. */
  state: string
}

const Package = z.object({ name: z.string(), version: z.string() })

/** The folder at or above `from` that holds Waymark's package.json: the same for sources and for what is built from them. */
function findRoot(from: string): { root: string; version: string } {
  for (let folder = from; ; folder = dirname(folder)) {
    const file = join(folder, 'package.json')
    if (existsSync(file)) {
      const { name, version } = Package.parse(JSON.parse(readFileSync(file, 'utf8')))
      if (name === 'waymark') return { root: folder, version }
    }
    if (dirname(folder) === folder) throw new Error('no package.json of Waymark above the program')
  }
}

/** WAYMARK_HOME moves projects and settings into one folder; otherwise projects go where documents are. */
export function findPlaces(from: string, env: NodeJS.ProcessEnv = process.env): Places {
  const { root, version } = findRoot(from)
  const sample = join(root, 'fixtures', 'sample')
  const shipped = {
    root,
    version,
    page: join(root, 'dist', 'renderer'),
    sample: existsSync(sample) ? sample : null,
  }
  const home = env['WAYMARK_HOME']
  if (home) return { ...shipped, projects: resolve(home), state: resolve(home, '.waymark') }
  const system = envPaths('Waymark', { suffix: '' })
  const documents = join(homedir(), 'Documents')
  return {
    ...shipped,
    projects: existsSync(documents) ? join(documents, 'Waymark') : system.data,
    state: system.config,
  }
}
