/** The recent projects: a small list beside the program's settings, never inside a project. */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Log } from '../context.ts'

const Stored = z.object({ projects: z.array(z.object({ file: z.string(), opened: z.number() })) })
const KEPT = 30

export interface RecentEntry {
  /** Stands for the path, so that a page never learns or sends one. */
  id: string
  file: string
  opened: number | null
}

export interface Recent {
  add: (file: string, at: number) => void
  /** Newest first, then files found but never opened. */
  list: (also: readonly string[]) => RecentEntry[]
  find: (id: string, folder: string) => string | null
  forget: (id: string) => void
}

const idOf = (file: string): string => createHash('sha256').update(file).digest('hex').slice(0, 16)

export function createRecent(path: string, log: Log): Recent {
  const read = () => {
    try {
      return Stored.parse(JSON.parse(readFileSync(path, 'utf8'))).projects
    } catch {
      return []
    }
  }
  const write = (projects: z.infer<typeof Stored>['projects']) => {
    try {
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(`${path}.new`, JSON.stringify({ projects: projects.slice(0, KEPT) }, null, 2))
      renameSync(`${path}.new`, path)
    } catch {
      // A list of recent files is a convenience: a full or read-only disk must not stop the work.
      log('the list of recent projects could not be saved')
    }
  }
  return {
    add: (file, at) => write([{ file, opened: at }, ...read().filter((entry) => entry.file !== file)]),
    list: (also) => {
      const known = read()
      const found = also.filter((file) => !known.some((entry) => entry.file === file))
      return [...known, ...found.map((file) => ({ file, opened: null }))].map((entry) => ({
        ...entry,
        id: idOf(entry.file),
      }))
    },
    find: (id, folder) => {
      const inFolder = existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : []
      const files = [
        ...read().map((entry) => entry.file),
        ...inFolder.filter((file) => file.endsWith('.waymark')),
      ]
      return files.find((file) => idOf(file) === id) ?? null
    },
    forget: (id) => write(read().filter((entry) => idOf(entry.file) !== id)),
  }
}
