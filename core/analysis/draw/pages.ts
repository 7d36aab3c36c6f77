/** Pictures that take several pages: one file where there is one, otherwise all of them in a zip. */
import { zipSync } from 'fflate'
import { pictureBytes } from './png.ts'

/** The earliest moment a zip can hold, so that the same pictures are the same bytes. */
const EPOCH = new Date(1980, 0, 1)

interface PictureFile {
  name: string
  bytes: Uint8Array<ArrayBuffer>
}

/** `stem.svg`, or `stem-svg.zip` with `stem-01.svg` and so on. */
export async function picturesFile(
  stem: string,
  pages: readonly string[],
  format: 'svg' | 'png',
): Promise<PictureFile> {
  const files: PictureFile[] = []
  for (const [at, svg] of pages.entries()) {
    const number = String(at + 1).padStart(2, '0')
    files.push({ name: `${stem}-${number}.${format}`, bytes: await pictureBytes(svg, format) })
  }
  const [only] = files
  if (only && files.length === 1) return { name: `${stem}.${format}`, bytes: only.bytes }
  const parts = Object.fromEntries(files.map(({ name, bytes }) => [name, bytes]))
  return { name: `${stem}-${format}.zip`, bytes: zipSync(parts, { mtime: EPOCH }) }
}
