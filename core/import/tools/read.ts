/** Reads a whole project of another program: a database, or a zipped folder that holds one. */
import { ImportError } from '../errors.ts'
import { openPackage } from '../formats/zip.ts'
import type { SourceFile } from '../read.ts'
import { isDatabase, openForeign } from './database.ts'
import type { ToolProject } from './model.ts'
import { isQualCoder, readQualCoder } from './qualcoder.ts'
import { isTaguette, readTaguette } from './taguette.ts'

const ZIP = 'PK\u0003\u0004'

/** Throws `unsupported`, `empty` or `damaged`. */
export async function readToolProject({ name, bytes }: SourceFile): Promise<ToolProject> {
  if (bytes.length === 0)
    throw new ImportError('empty', `${name} is empty. Choose the project's database again.`)
  const db = openForeign(await databaseIn({ name, bytes }), name)
  try {
    if (isTaguette(db)) return readTaguette(db)
    if (isQualCoder(db)) return readQualCoder(db)
  } finally {
    db.close()
  }
  throw new ImportError(
    'unsupported',
    `${name} is a database, but of neither Taguette nor QualCoder. Export the project as .qdpx in its own program and import that.`,
  )
}

/** The bytes of the database: the file itself, or `data.qda` inside a zipped QualCoder folder. */
async function databaseIn({ name, bytes }: SourceFile): Promise<Uint8Array> {
  if (isDatabase(bytes)) return bytes
  const isZip = Buffer.from(bytes.subarray(0, 4)).toString('latin1') === ZIP
  if (isZip) {
    const parts = await openPackage(bytes, name)
    const inner = parts.names.find((part) => /(?:^|\/)data\.(?:qda|sqlite3?)$/i.test(part))
    const database = inner === undefined ? undefined : await parts.read(inner)
    if (database && isDatabase(database)) return database
  }
  throw new ImportError(
    'unsupported',
    `${name} is no project of Taguette (.sqlite3) or QualCoder. For QualCoder, choose the file data.qda inside the project's folder, or the folder as a .zip.`,
  )
}
