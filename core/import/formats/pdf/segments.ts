/** Turns the positioned glyph runs of a PDF page into stretches of text with their place on the page. */
import type { getDocumentProxy } from 'unpdf'
import type { Run } from '../../model.ts'

export type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>
export type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>
type TextItem = Extract<Awaited<ReturnType<PdfPage['getTextContent']>>['items'][number], { str: string }>

/** A stretch of text without a wide gap. Lengths in points; `y` is the baseline and grows downwards. */
export interface Segment {
  text: string
  runs: Run[]
  x0: number
  x1: number
  y: number
  size: number
  rtl: boolean
}

export interface FontLook {
  bold: boolean
  italic: boolean
}

/** Gap, in font sizes, from which two stretches on one line count as apart. */
const APART = 1.6
/** The same after a number alone: line numbers stand closer to their line. */
const APART_AFTER_NUMBER = 0.8
/** Gap, in font sizes, from which a space stands between two glyph runs. */
const SPACE = 0.12
/** Distance of baselines, in font sizes, within which text is on one line. */
const SAME_LINE = 0.35
/** Zero-width characters that Google Docs writes between words. */
const INVISIBLE = /[\u200b\ufeff]/g
const PLAIN: FontLook = { bold: false, italic: false }

/** Reads a page. `fonts` remembers looks by font name over the whole document. */
export async function readSegments(page: PdfPage, fonts: Map<string, FontLook>): Promise<Segment[]> {
  const { items } = await page.getTextContent()
  const glyphs = items.filter((item): item is TextItem => 'str' in item && item.str !== '')
  await learnFonts(page, glyphs, fonts)
  const view = matrix(page.getViewport({ scale: 1 }).transform)
  const segments: Segment[] = []
  for (const item of glyphs) {
    const at = multiply(view, matrix(item.transform))
    const size = Math.hypot(at.c, at.d)
    const text = item.str.replaceAll(INVISIBLE, '').replaceAll(/ +(?=\p{M})/gu, '')
    // Text that does not run level is a watermark or a stamp in the margin.
    if (text.trim() === '' || size <= 0 || Math.abs(at.b) > size * 0.2) continue
    const piece = { text, x0: at.e, x1: at.e + item.width, y: at.f, size, rtl: item.dir === 'rtl' }
    place(piece, fonts.get(item.fontName) ?? PLAIN, segments)
  }
  return segments
}

/** An affine transformation as PDF writes it (ISO 32000-1, 8.3.3). */
interface Matrix {
  a: number
  b: number
  c: number
  d: number
  e: number
  f: number
}

function matrix([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: number[]): Matrix {
  return { a, b, c, d, e, f }
}

function multiply(outer: Matrix, inner: Matrix): Matrix {
  return {
    a: outer.a * inner.a + outer.c * inner.b,
    b: outer.b * inner.a + outer.d * inner.b,
    c: outer.a * inner.c + outer.c * inner.d,
    d: outer.b * inner.c + outer.d * inner.d,
    e: outer.a * inner.e + outer.c * inner.f + outer.e,
    f: outer.b * inner.e + outer.d * inner.f + outer.f,
  }
}

/** Font names tell bold and italic; pdf.js loads them only with a page's drawing operations. */
async function learnFonts(page: PdfPage, glyphs: TextItem[], fonts: Map<string, FontLook>): Promise<void> {
  const unknown = new Set(glyphs.map((item) => item.fontName).filter((name) => !fonts.has(name)))
  if (unknown.size === 0) return
  await page.getOperatorList()
  for (const name of unknown) {
    const font: unknown = page.commonObjs.has(name) ? page.commonObjs.get(name) : undefined
    const full = font instanceof Object && 'name' in font ? String(font.name) : ''
    fonts.set(name, { bold: /bold|black|heavy|demi/i.test(full), italic: /italic|oblique/i.test(full) })
  }
}

type Piece = Omit<Segment, 'runs'>

/** Adds a piece to the last segment when it continues it, else starts a new one. */
function place(piece: Piece, look: FontLook, segments: Segment[]): void {
  const last = segments.at(-1)
  const gap = last && (last.rtl ? last.x0 - piece.x1 : piece.x0 - last.x1)
  const style = { ...(look.bold && { bold: true }), ...(look.italic && { italic: true }) }
  if (!last || gap === undefined || !continues(last, piece, gap)) {
    segments.push({ ...piece, runs: [{ text: piece.text, ...style }] })
    return
  }
  const spaced = gap > last.size * SPACE && !/\s$/.test(last.text) && !/^\s/.test(piece.text)
  const text = spaced ? ` ${piece.text}` : piece.text
  const run = last.runs.at(-1)
  if (run && (run.bold ?? false) === look.bold && (run.italic ?? false) === look.italic) run.text += text
  else last.runs.push({ text, ...style })
  last.text += text
  last.x0 = Math.min(last.x0, piece.x0)
  last.x1 = Math.max(last.x1, piece.x1)
  last.size = Math.max(last.size, piece.size)
}

function continues(last: Segment, piece: Piece, gap: number): boolean {
  const size = Math.max(last.size, piece.size)
  if (Math.abs(last.y - piece.y) > size * SAME_LINE || gap < -size) return false
  return gap < size * (/^\d{1,5}$/.test(last.text) ? APART_AFTER_NUMBER : APART)
}
