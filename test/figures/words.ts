/** An answer as words and numbers, files opened: what a person could find in it. */
import { strFromU8, unzipSync } from 'fflate'

const isPackage = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b
const isPicture = (bytes: Uint8Array) => bytes[0] === 0x89 && bytes[1] === 0x50

function opened(bytes: Uint8Array): unknown {
  if (isPackage(bytes)) {
    return Object.fromEntries(
      Object.entries(unzipSync(bytes)).map(([name, part]) => [
        name,
        isPicture(part) ? size(part) : text(part),
      ]),
    )
  }
  return isPicture(bytes) ? size(bytes) : text(bytes)
}

/** A picture has no words; its bytes still tell one from another. */
const size = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
/** Ids made by chance say nothing. */
const text = (bytes: Uint8Array) =>
  strFromU8(bytes).replaceAll(/[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/gi, 'guid')

/** The answer with every file in it opened, without the sentences that say what was left out and the names of files saved before. */
export function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return opened(value)
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, part]) =>
      key === 'lost' || key === 'quotedIn' ? [] : [[key, plain(part)]],
    ),
  )
}

/** Everything in it as one text. Pictures are left out: letters found in their bytes would be chance. */
export const wordsIn = (value: unknown): string =>
  JSON.stringify(plain(value), (_, part: unknown) =>
    typeof part === 'string' && part.startsWith('iVBORw0KGgo') ? '' : part,
  )
