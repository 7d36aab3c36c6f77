/** Files as the command line reads and writes them: stdin as `-`, folders whole, results in one piece or not at all. */
import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { CoreError } from '../core/contract/errors.ts'
import { isLitter } from '../core/text/litter.ts'

/** The system's refusals in words that say what to do; other faults pass through. */
function stated(error: unknown, file: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  const name = basename(file)
  if (code === 'ENOENT') return new CoreError('not-found', `${name} is not there. Check the path.`)
  if (code === 'EISDIR') return new CoreError('unsupported', `${name} is a folder; a file is needed here.`)
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new CoreError('no-permission', `${name} may not be read or written. Check its permissions.`)
  if (code === 'ENOSPC')
    return new CoreError(
      'disk-full',
      `The disk is full, so ${name} was not written. Free some space and try again.`,
    )
  return error
}

export function readBytes(file: string): Uint8Array<ArrayBuffer> {
  try {
    return new Uint8Array(readFileSync(file))
  } catch (error) {
    throw stated(error, file)
  }
}

/** UTF-8 with or without a byte order mark; `-` reads stdin. */
export async function readText(file: string): Promise<string> {
  const words = file === '-' ? await text(process.stdin) : new TextDecoder().decode(readBytes(file))
  return words.replace(/^\uFEFF/, '')
}

/** Files as given, and every file inside folders that is not hidden, in the order of their names. */
export function filesIn(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    if (!existsSync(path) || !statSync(path).isDirectory()) return [path]
    return readdirSync(path, { withFileTypes: true })
      .filter((entry) => !isLitter(entry.name) && !isProject(entry.name))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }))
      .flatMap((entry) => {
        const inside = join(path, entry.name)
        if (entry.isDirectory()) return filesIn([inside])
        return entry.isFile() ? [inside] : []
      })
  })
}

/** Projects are opened, not imported. */
const isProject = (name: string): boolean => /\.waymark(-\w+)?$/i.test(name)

const noFolder = (file: string): CoreError =>
  new CoreError('not-found', `The folder for ${basename(file)} is not there. Make it, or choose another.`)

/** Written beside its place and moved there whole, so that a reader never sees half a file. */
export function writeWhole(file: string, bytes: Uint8Array): void {
  const side = join(dirname(file), `.${basename(file)}.${randomBytes(4).toString('hex')}`)
  try {
    writeFileSync(side, bytes, { flush: true })
    renameSync(side, file)
  } catch (error) {
    rmSync(side, { force: true })
    throw existsSync(dirname(file)) ? stated(error, file) : noFolder(file)
  }
}
