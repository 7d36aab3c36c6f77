/** SQLite's failures in words a researcher can act on; everything else passes through unchanged. */
import { basename } from 'node:path'
import Database from 'better-sqlite3'
import { CoreError } from '../contract/errors.ts'

export function toCoreError(error: unknown, file: string): unknown {
  if (!(error instanceof Database.SqliteError)) return error
  const name = basename(file)
  const code = error.code
  if (code.startsWith('SQLITE_FULL')) {
    return new CoreError(
      'disk-full',
      `The disk is full, so the last change to ${name} was not saved. Everything before it is safe. Free some space and try again.`,
    )
  }
  if (code.startsWith('SQLITE_READONLY')) {
    return new CoreError('read-only', `${name} is open for reading only, so nothing can be changed.`)
  }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return new CoreError('locked', `${name} is in use by another program. Close it there and try again.`)
  }
  if (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_NOTADB')) {
    return new CoreError(
      'damaged',
      `${name} is damaged and cannot be read in full. Restore the newest backup from the folder beside it, or ask for help before changing it.`,
    )
  }
  if (code.startsWith('SQLITE_IOERR')) {
    return new CoreError(
      'disk-full',
      `The disk refused to write ${name}. Everything saved before is safe. Check the disk and its free space, then try again.`,
    )
  }
  if (code.startsWith('SQLITE_CANTOPEN') || code.startsWith('SQLITE_PERM')) {
    return new CoreError(
      'no-permission',
      `${name} cannot be opened. Check that the folder exists and may be written to.`,
    )
  }
  return error
}
