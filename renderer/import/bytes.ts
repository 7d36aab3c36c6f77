/** Opening chosen files, and what is said of one that cannot be opened. */
import { CoreError, type ErrorBody } from '../../core/contract/errors.ts'

const MB = 1024 * 1024
/** The largest file the core reads, in bytes; more is not even opened. */
const MOST_BYTES = 256 * MB
const MEDIA: Record<string, string> = {
  audio: 'a sound recording',
  video: 'a video recording',
  image: 'a picture',
}

/** Why a file is not worth opening: recordings beside transcripts are common in a folder, and large. */
export function refusalOf({ name, type, size }: Pick<File, 'name' | 'type' | 'size'>): CoreError | null {
  const media = MEDIA[type.split('/')[0] ?? '']
  if (media !== undefined)
    return new CoreError(
      'unsupported',
      `${name} is ${media}, not a transcript. Import the transcript as a text document.`,
    )
  if (size <= MOST_BYTES) return null
  return new CoreError(
    'too-large',
    `${name} is ${Math.ceil(size / MB)} MB; at most ${MOST_BYTES / MB} MB can be read. Split it and import the parts.`,
  )
}

/** The bytes of a chosen file. Throws CoreError. */
export async function bytesOf(file: File): Promise<Uint8Array<ArrayBuffer>> {
  const refusal = refusalOf(file)
  if (refusal !== null) throw refusal
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
