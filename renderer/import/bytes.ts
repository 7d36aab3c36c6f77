/** Opening chosen files, and what is said of one that cannot be opened. */
import { CoreError, type ErrorBody } from '../../core/contract/errors.ts'

/** The bytes of a chosen file. Throws CoreError. */
export async function bytesOf(file: File): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch {
    throw new CoreError(
      'no-permission',
      `${file.name} could not be opened. It may have been moved, or is kept online only. Choose it again.`,
    )
  }
}

/** SHA-256 of a file, to know its copies by. */
export async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).join()
}

export const problemOf = (error: unknown, name: string): ErrorBody =>
  error instanceof CoreError
    ? { code: error.code, message: error.message }
    : { code: 'internal', message: `${name} could not be imported. Choose it again.` }
