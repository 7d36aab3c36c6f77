/** Reads named parts of a zip package (docx, odt, xlsx) in memory, within limits and never to disk. */
import { crc32, inflateRawSync } from 'node:zlib'
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl'
import { damaged, ImportError } from '../errors.ts'
import { checkInflation } from './limits.ts'

const MAX_ENTRIES = 20_000

export interface Package {
  /** Exact names of the parts, in the order of the package's directory. */
  names: string[]
  /** The part's bytes, or undefined when the package has no part of exactly this name. */
  read(name: string): Promise<Uint8Array | undefined>
}

/** Opens a zip package. Throws `damaged`, `protected` or `unsafe`. */
export async function openPackage(bytes: Uint8Array, fileName: string): Promise<Package> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { zip, entries } = await readDirectory(buffer, fileName)
  let inflated = 0
  let compressed = 0
  return {
    names: [...entries.keys()],
    async read(name) {
      const entry = entries.get(name)
      if (!entry) return undefined
      if (entry.isEncrypted()) throw passwordProtected(fileName)
      inflated += entry.uncompressedSize
      compressed += entry.compressedSize
      checkInflation(fileName, compressed, inflated)
      return inflate(zip, buffer, entry, fileName)
    },
  }
}

export function passwordProtected(fileName: string): ImportError {
  return new ImportError(
    'protected',
    `${fileName} is protected by a password. Open it, remove the password, save it, and import it again.`,
  )
}

async function readDirectory(buffer: Buffer, fileName: string) {
  const entries = new Map<string, Entry>()
  try {
    const zip = await fromBufferPromise(buffer, { lazyEntries: true, decodeStrings: false })
    for await (const entry of zip.eachEntry()) {
      const name = nameOf(entry)
      if (entries.has(name)) throw ambiguous(fileName)
      if (entries.size >= MAX_ENTRIES) throw damaged(fileName, 'it lists too many parts')
      entries.set(name, entry)
    }
    return { zip, entries }
  } catch (error) {
    if (error instanceof ImportError) throw error
    throw damaged(fileName, 'part of the file is missing or changed', error)
  }
}

/** Undecoded on purpose: names are only compared, so yauzl's path rules for extraction do not apply. */
function nameOf(entry: Entry): string {
  return Buffer.from(entry.fileNameRaw).toString('utf8').replaceAll('\\', '/')
}

/** Two parts of one name: programs disagree about which one counts, so what was seen in Word may not be read. */
function ambiguous(fileName: string): ImportError {
  return new ImportError(
    'unsafe',
    `${fileName} holds two versions of the same part. Open it in Word or LibreOffice, save a new copy, and import that.`,
  )
}

async function inflate(zip: ZipFile, buffer: Buffer, entry: Entry, fileName: string): Promise<Uint8Array> {
  try {
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true })
    const raw = buffer.subarray(fileDataStart, fileDataStart + entry.compressedSize)
    const bytes =
      entry.compressionMethod === 0
        ? raw
        : inflateRawSync(raw, { maxOutputLength: Math.max(1, entry.uncompressedSize) })
    if (bytes.length === entry.uncompressedSize && crc32(bytes) === entry.crc32) return bytes
  } catch (error) {
    throw damaged(fileName, 'part of the file cannot be unpacked', error)
  }
  throw damaged(fileName, 'part of the file was changed after it was saved')
}
