/** Adds up what a PDF's compressed streams inflate to, before anything interprets them. */
import { inflateSync } from 'node:zlib'
import { Inflate } from 'fflate'
import { ImportError } from '../../errors.ts'
import { MAX_INFLATED, checkInflation } from '../limits.ts'

const MB = 1024 * 1024
/** The dictionary of a stream stands directly before it; dictionaries are short. */
const MAX_DICTIONARY = 2000
const ZLIB_HEADER = 2
/** Bytes handed on at a time; the last step, which holds the damage, is lost. */
const STEP = 1024

/** Throws `too-large` when the streams text is read from would inflate beyond the limits. Pictures are never inflated. */
export function checkStreams(bytes: Uint8Array, fileName: string): void {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let inflated = 0
  let compressed = 0
  for (let at = buffer.indexOf('stream'); at >= 0; at = buffer.indexOf('stream', at + 6)) {
    // Also finds "endstream", which no dictionary ends before.
    const dictionary = buffer.toString('latin1', Math.max(0, at - MAX_DICTIONARY), at).trimEnd()
    if (!dictionary.endsWith('>>')) continue
    const head = dictionary.slice(dictionary.lastIndexOf(' obj') + 1)
    const filters = head.match(/\/(?:FlateDecode|Fl)\b/g)?.length ?? 0
    if (filters === 0 || /\/Subtype\s*\/Image\b/.test(head)) continue
    if (filters > 1) throw tooDeep(fileName)
    const start = at + (buffer[at + 6] === 0x0d ? 8 : 7)
    const end = buffer.indexOf('endstream', start)
    const stream = buffer.subarray(start, end < 0 ? undefined : end)
    compressed += stream.length
    inflated += inflatedSize(stream, fileName, compressed)
    checkInflation(fileName, compressed, inflated)
    if (end > 0) at = end
  }
}

/** Inflates one stream with the least room that is enough, so that a bomb ends early. */
function inflatedSize(stream: Uint8Array, fileName: string, compressed: number): number {
  for (let room = MB; ; room *= 8) {
    const maxOutputLength = Math.min(room, MAX_INFLATED)
    try {
      return inflateSync(stream, { maxOutputLength, finishFlush: 2 }).length
    } catch (error) {
      const overflow = error instanceof RangeError
      if (!overflow) return sizeUntilDamage(stream)
      checkInflation(fileName, compressed, maxOutputLength + 1)
    }
  }
}

/** Readers of PDF go on with what a damaged stream held up to the damage, so that counts too. */
function sizeUntilDamage(stream: Uint8Array): number {
  const inflated = { size: 0 }
  const inflate = new Inflate((chunk) => (inflated.size += chunk.length))
  try {
    for (let at = ZLIB_HEADER; at < stream.length && inflated.size <= MAX_INFLATED; at += STEP)
      inflate.push(stream.subarray(at, at + STEP))
  } catch {
    // The damage.
  }
  return inflated.size
}

function tooDeep(fileName: string): ImportError {
  return new ImportError(
    'unsafe',
    `${fileName} compresses its text several times over, which no ordinary program does. Print it to a new PDF and import that.`,
  )
}
