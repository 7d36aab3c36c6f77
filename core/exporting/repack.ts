/** Office packages whose bytes depend on nothing but their content. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** The earliest moment a zip can hold: the same for every file. */
const EPOCH = new Date(1980, 0, 1)

/** Packs a package again without the moment it was made, with parts rewritten where asked. */
export function repack(
  bytes: Uint8Array,
  rewrite: Readonly<Record<string, (xml: string) => string>> = {},
): Uint8Array<ArrayBuffer> {
  const parts = unzipSync(bytes)
  for (const [name, edit] of Object.entries(rewrite)) {
    const part = parts[name]
    if (part) parts[name] = strToU8(edit(strFromU8(part)))
  }
  return zipSync(parts, { mtime: EPOCH, level: 6 })
}
