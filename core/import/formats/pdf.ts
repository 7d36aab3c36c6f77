/** PDF files that hold text: pages put back together into paragraphs, tables and what stands around them. */
import { getDocumentProxy } from 'unpdf'
import { damaged, empty, ImportError } from '../errors.ts'
import type { Aside, Block, Source, Warning } from '../model.ts'
import { removeFurniture, removeMarginNumbers } from './pdf/furniture.ts'
import { checkStreams } from './pdf/guard.ts'
import { measure, toParagraphs } from './pdf/paragraphs.ts'
import { readRows, type Row } from './pdf/rows.ts'
import { ignoringRejections } from './pdf/rejections.ts'
import { readSegments, type FontLook, type PdfDocument } from './pdf/segments.ts'
import { findTable, toTable } from './pdf/tables.ts'
import { passwordProtected } from './zip.ts'

const MAX_PAGES = 20_000

export async function readPdf(bytes: Uint8Array, fileName: string, signal?: AbortSignal): Promise<Source> {
  checkStreams(bytes, fileName)
  return ignoringRejections(() => readText(bytes, fileName, signal))
}

async function readText(
  bytes: Uint8Array,
  fileName: string,
  signal: AbortSignal | undefined,
): Promise<Source> {
  const document = await open(bytes, fileName)
  try {
    const pages = await readPages(document, fileName, signal)
    if (pages.every((rows) => rows.length === 0)) throw withoutText(bytes, fileName)
    const warnings = await describe(document, pages, fileName)
    const asides = [...removeFurniture(pages), ...(await properties(document))]
    const numbers = removeMarginNumbers(pages)
    if (numbers > 0) {
      const message = `${fileName}: ${numbers} numbers in the margin were left out. They count lines or paragraphs.`
      warnings.push({ code: 'margin-numbers', message })
    }
    const blocks = toBlocks(pages.flat())
    if (isUnreadable(blocks)) {
      const message = `${fileName} repeats one character in place of its text: the program that made it lacked a font. Import the document it was made from.`
      warnings.push({ code: 'garbled-text', message })
    }
    return { format: 'pdf', blocks, asides, comments: [], warnings }
  } finally {
    await document.loadingTask.destroy()
  }
}

async function open(bytes: Uint8Array, fileName: string): Promise<PdfDocument> {
  try {
    // A copy, as pdf.js keeps what it is given. Pictures larger than one pixel are never decoded.
    const options = {
      verbosity: 0,
      maxImageSize: 1,
      isEvalSupported: false,
      useSystemFonts: false,
      enableXfa: false,
    }
    const document = await getDocumentProxy(new Uint8Array(bytes), options)
    if (document.numPages > MAX_PAGES)
      throw damaged(fileName, 'it claims more pages than a document can have')
    return document
  } catch (error) {
    if (error instanceof ImportError) throw error
    if (error instanceof Error && error.name === 'PasswordException') throw passwordProtected(fileName)
    throw damaged(fileName, 'it is not a complete PDF', error)
  }
}

/** The rows of each page. */
async function readPages(
  document: PdfDocument,
  fileName: string,
  signal: AbortSignal | undefined,
): Promise<Row[][]> {
  const fonts = new Map<string, FontLook>()
  const pages: Row[][] = []
  for (let number = 1; number <= document.numPages; number++) {
    signal?.throwIfAborted()
    try {
      const page = await document.getPage(number)
      pages.push(readRows(await readSegments(page, fonts), number))
      page.cleanup()
    } catch (error) {
      throw damaged(fileName, `page ${number} cannot be read`, error)
    }
  }
  return pages
}

function withoutText(bytes: Uint8Array, fileName: string): ImportError {
  if (!Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('/Image'))
    return empty(fileName)
  return new ImportError(
    'scanned',
    `${fileName} is a scan: it holds pictures of pages and no text. Run text recognition (OCR) on it and import the result.`,
  )
}

async function describe(document: PdfDocument, pages: Row[][], fileName: string): Promise<Warning[]> {
  const warnings: Warning[] = []
  const blank = pages.flatMap((rows, index) => (rows.length === 0 ? [index + 1] : []))
  if (blank.length > 0) {
    const shown = blank.slice(0, 10).join(', ') + (blank.length > 10 ? ' …' : '')
    const message = `${fileName}: no text on page ${shown}. If these pages are scans, run text recognition (OCR) and import again.`
    warnings.push({ code: 'pages-without-text', message })
  }
  // Permission 16 (ISO 32000-1, table 22): copy text.
  const permissions = await document.getPermissions()
  if (permissions && !permissions.includes(16)) {
    const message = `${fileName} asks that its text not be copied. Check that you may use it.`
    warnings.push({ code: 'copying-restricted', message })
  }
  return warnings
}

async function properties(document: PdfDocument): Promise<Aside[]> {
  const info: unknown = (await document.getMetadata().catch(() => undefined))?.info
  if (!(info instanceof Object)) return []
  const known = new Map(Object.entries(info))
  return ['Title', 'Subject', 'Author', 'Keywords'].flatMap((name): Aside[] => {
    const value: unknown = known.get(name)
    const text = typeof value === 'string' ? value.trim() : ''
    return text === '' || /^(?:untitled|unspecified|anonymous)$/.test(text)
      ? []
      : [{ where: 'property', text: `${name}: ${text}` }]
  })
}

/** A font without the letters of a script shows, and gives, the same box for each of them. */
function isUnreadable(blocks: Block[]): boolean {
  const paragraphs = blocks.filter((block) => block.kind === 'paragraph')
  return paragraphs.filter(({ text }) => /(\p{L})\1{7}/u.test(text)).length > paragraphs.length / 3
}

function toBlocks(rows: Row[]): Block[] {
  const measures = measure(rows)
  const blocks: Block[] = []
  let text = 0
  for (let at = 0; at < rows.length; at++) {
    const table = findTable(rows, at, measures.pitch * 1.4 + 0.5)
    if (!table) continue
    blocks.push(...toParagraphs(rows.slice(text, at), measures), toTable(rows, table))
    text = table.end
    at = table.end - 1
  }
  blocks.push(...toParagraphs(rows.slice(text), measures))
  return blocks
}
