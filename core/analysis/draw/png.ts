/** SVG as bytes of a file, or as a PNG at twice its size, with a font of our own so that it looks the same on every machine. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { renderAsync } from '@resvg/resvg-js'
import { utf8 } from '../../exporting/utf8.ts'

const SCALE = 2
/** Wider or taller than this, and few programs open the picture: it is drawn smaller instead. */
const LARGEST = 16_000
const FACES = ['400Regular/Inter_400Regular.ttf', '600SemiBold/Inter_600SemiBold.ttf']

export const pictureBytes = async (svg: string, format: 'svg' | 'png'): Promise<Uint8Array<ArrayBuffer>> =>
  format === 'svg' ? utf8(svg) : toPng(svg)

/** Falls back on the system's fonts when ours are not there. */
export async function toPng(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  const [width = 0, height = 0] = (/viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? []).slice(1).map(Number)
  const zoom = Math.min(SCALE, LARGEST / Math.max(width, height, 1))
  const folder = mkdtempSync(join(tmpdir(), 'waymark-font-'))
  try {
    const fontFiles = copyFaces(folder)
    const image = await renderAsync(svg, {
      fitTo: { mode: 'zoom', value: zoom },
      font: { fontFiles, loadSystemFonts: fontFiles.length === 0, defaultFontFamily: 'Inter' },
    })
    return new Uint8Array(image.asPng())
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The renderer reads plain files only, and in the packaged app the fonts are inside an archive. */
function copyFaces(folder: string): string[] {
  const { resolve } = createRequire(import.meta.url)
  try {
    return FACES.map((face, place) => {
      const file = join(folder, `${place}.ttf`)
      writeFileSync(file, readFileSync(resolve(`@expo-google-fonts/inter/${face}`)))
      return file
    })
  } catch {
    return []
  }
}
