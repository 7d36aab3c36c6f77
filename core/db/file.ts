/** Project files: recognising, locking, creating, opening and migrating them. */
import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  openSync,
  readSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { CoreError } from '../contract/errors.ts'
import { Db } from './database.ts'
import { toCoreError } from './failures.ts'
import { migrations, SCHEMA_VERSION } from './migrations/all.ts'

/** "WMRK" in ASCII; stored in the SQLite header so that any program can tell what the file is. */
const APPLICATION_ID = 0x574d524b

export interface OpenFile {
  db: Db
  readOnly: { reason: 'locked' | 'newer' | 'folder'; message: string } | null
  close: () => void
}

/** Reads the header without opening the database, so that a wrong file is never touched. */
function readHeader(file: string): { application: number; version: number } {
  const name = basename(file)
  if (!existsSync(file)) {
    throw new CoreError(
      'not-found',
      `${name} is not there. It may have been moved or renamed; choose it again.`,
    )
  }
  if (statSync(file).isDirectory()) {
    throw new CoreError('not-a-project', `${name} is a folder. Choose a file that ends in .waymark.`)
  }
  const header = Buffer.alloc(100)
  let read = 0
  try {
    const handle = openSync(file, 'r')
    try {
      read = readSync(handle, header, 0, 100, 0)
    } finally {
      closeSync(handle)
    }
  } catch {
    throw new CoreError('no-permission', `${name} cannot be read. Check that you may open it.`)
  }
  if (read < 100 || header.toString('latin1', 0, 15) !== 'SQLite format 3') {
    throw new CoreError(
      'not-a-project',
      `${name} is not a Waymark project. Open a .waymark file, or make a new project and import this file into it.`,
    )
  }
  return { application: header.readUInt32BE(68), version: header.readUInt32BE(60) }
}

/** Held by the one program that may write: an exclusive SQLite lock, which the system releases even after a crash. */
function takeLock(file: string): (() => void) | null {
  const path = join(dirname(file), `.${basename(file)}.lock`)
  try {
    const lock = new Database(path, { timeout: 0 })
    try {
      lock.exec('BEGIN EXCLUSIVE')
    } catch {
      lock.close()
      return null
    }
    if (!existsSync(path)) {
      // Its last holder removed it between our opening and our locking: the name is free again, so try once more.
      lock.close()
      return takeLock(file)
    }
    return () => {
      rmSync(path, { force: true })
      lock.close()
    }
  } catch {
    return null
  }
}

function configure(db: Db): void {
  db.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA foreign_keys = ON;
    PRAGMA temp_store = MEMORY;
    PRAGMA cache_size = -65536;
    PRAGMA mmap_size = 268435456;
  `)
}

/** A connection that only reads, for worker threads and second windows. */
function openReader(file: string): Db {
  const raw = new Database(file, { readonly: true, timeout: 5000 })
  const db = new Db(raw, file)
  db.exec(
    'PRAGMA query_only = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536; PRAGMA mmap_size = 268435456;',
  )
  return db
}

const canWrite = (file: string): boolean => {
  try {
    const probe = join(dirname(file), `.${basename(file)}.${process.pid}.probe`)
    closeSync(openSync(probe, 'wx'))
    rmSync(probe)
    closeSync(openSync(file, 'r+'))
    return true
  } catch {
    return false
  }
}

/** Read-only in a folder nobody may write to: SQLite needs side files, so a private copy is read instead. */
function openCopy(file: string, message: string): OpenFile {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-read-'))
  let db: Db | undefined
  // A copy holds the whole study: it goes with its last use, and when it cannot be used at all.
  const close = () => {
    db?.close()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const copy = join(folder, basename(file))
    copyToWrite(file, copy)
    if (existsSync(`${file}-wal`)) copyToWrite(`${file}-wal`, `${copy}-wal`)
    db = new Db(new Database(copy), file)
    // The copy is ours: it may be brought up to date where the file may not.
    migrate(db, copy)
    db.exec('PRAGMA query_only = ON')
    return { db, readOnly: { reason: 'folder', message }, close }
  } catch (error) {
    close()
    throw toCoreError(error, file)
  }
}

/** A copy of a file that nobody may write to would be one as well. */
function copyToWrite(from: string, to: string): void {
  copyFileSync(from, to)
  chmodSync(to, 0o600)
}

export function userVersion(db: Db): number {
  return db.raw.pragma('user_version', { simple: true }) as number
}

/**
 * Brings a project to this program's schema: each migration in its own transaction, a backup beside the file first, a
 * full check afterwards. Throws `damaged` and leaves the backup when a check fails.
 */
export function migrate(db: Db, file: string, upTo: number = SCHEMA_VERSION): void {
  const from = userVersion(db)
  const due = migrations.filter((migration) => migration.version > from && migration.version <= upTo)
  if (due.length === 0) return
  if (from > 0) db.raw.prepare('VACUUM INTO ?').run(backupName(file, from))
  for (const migration of due) {
    db.transaction(() => {
      migration.up(db)
      db.exec(`PRAGMA user_version = ${migration.version}`)
    })
  }
  if (from > 0) verify(db, file)
  // Other programs look at the header before they open the file: it must not wait in the side file.
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
}

function backupName(file: string, version: number): string {
  const stem = `${file}.before-${SCHEMA_VERSION}-was-${version}`
  for (let n = 1; ; n++) {
    const name = n === 1 ? `${stem}.backup` : `${stem}-${n}.backup`
    if (!existsSync(name)) return name
  }
}

function verify(db: Db, file: string): void {
  const keys = db.raw.pragma('foreign_key_check') as unknown[]
  const integrity = db.raw.pragma('integrity_check', { simple: true })
  if (keys.length > 0 || integrity !== 'ok') {
    throw new CoreError(
      'damaged',
      `${basename(file)} did not pass its check after being brought up to date. The file as it was is kept beside it, ending in .backup.`,
    )
  }
}

/** Makes an empty project file with the current schema. Never overwrites. */
export function createFile(file: string): OpenFile {
  if (existsSync(file)) {
    throw new CoreError(
      'exists',
      `${basename(file)} is already there. Choose another name, or open it instead.`,
    )
  }
  if (!existsSync(dirname(file))) {
    throw new CoreError(
      'not-found',
      `The folder for ${basename(file)} is not there. Make it first, or choose another.`,
    )
  }
  const release = takeLock(file)
  if (!release) {
    throw new CoreError(
      'no-permission',
      `${basename(file)} cannot be made in this folder. Choose a folder you may write to.`,
    )
  }
  let db: Db | undefined
  try {
    db = new Db(new Database(file), file)
    configure(db)
    db.exec(`PRAGMA application_id = ${APPLICATION_ID}`)
    migrate(db, file)
  } catch (error) {
    db?.close()
    for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true })
    release()
    throw toCoreError(error, file)
  }
  return opened(db, null, release)
}

function opened(db: Db, readOnly: OpenFile['readOnly'], release: () => void): OpenFile {
  return {
    db,
    readOnly,
    close: () => {
      db.close()
      release()
    },
  }
}

/**
 * Opens a project. A second program, a newer schema or a folder that cannot be written give a read-only project that says
 * so; a file that is not a project or is damaged gives an error and is left untouched.
 */
export function openFile(file: string): OpenFile {
  const header = readHeader(file)
  const name = basename(file)
  if (header.application !== APPLICATION_ID) {
    throw new CoreError(
      'not-a-project',
      `${name} is a database of another program, not a Waymark project. Open a .waymark file instead.`,
    )
  }
  if (!canWrite(file)) {
    return openCopy(
      file,
      `${name} is in a place that cannot be written to, so it is open for reading only. Copy it to another folder to work on it.`,
    )
  }
  if (header.version > SCHEMA_VERSION) {
    return opened(
      openReader(file),
      {
        reason: 'newer',
        message: `${name} was last saved by a newer version of Waymark, so it is open for reading only. Update Waymark to work on it.`,
      },
      () => {},
    )
  }
  const release = takeLock(file)
  if (!release) {
    return opened(
      openReader(file),
      {
        reason: 'locked',
        message: `${name} is open in another window or program, so it is open for reading only here. Close it there and reopen it to work on it.`,
      },
      () => {},
    )
  }
  let db: Db | undefined
  try {
    db = new Db(new Database(file), file)
    configure(db)
    migrate(db, file)
    return opened(db, null, release)
  } catch (error) {
    db?.close()
    release()
    throw toCoreError(error, file)
  }
}

/**
 * Opens a project for questions only: no lock is taken, so that another program may go on writing. A file that first has
 * to be brought up to date, or lies where nothing can be written, opens as in `openFile`.
 */
export function openForReading(file: string): OpenFile {
  const { application, version } = readHeader(file)
  if (application !== APPLICATION_ID || version !== SCHEMA_VERSION || !canWrite(file)) return openFile(file)
  let db: Db | undefined
  try {
    // Not SQLite's own read-only mode: that could not tidy its side files away when the last program closes.
    db = new Db(new Database(file, { timeout: 5000 }), file)
    db.exec('PRAGMA query_only = ON; PRAGMA temp_store = MEMORY; PRAGMA mmap_size = 268435456;')
    const message = `${basename(file)} was opened for reading only, so nothing can be changed.`
    return opened(db, { reason: 'locked', message }, () => {})
  } catch (error) {
    db?.close()
    throw toCoreError(error, file)
  }
}
