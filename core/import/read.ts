/** Reads the bytes of one file into blocks: finds out what it is, and hands it to the reader for that. */
import { empty } from './errors.ts'
import type { Source } from './model.ts'
import { decodeText } from './formats/decode.ts'
import { readDelimited } from './formats/delimited.ts'
import { detectBinary, detectPackage, detectText } from './formats/detect.ts'
import { readDocx } from './formats/docx.ts'
import { readHtml } from './formats/html.ts'
import { checkSize, checkTextSize } from './formats/limits.ts'
import { readMd } from './formats/md.ts'
import { readOdt } from './formats/odt.ts'
import { readPdf } from './formats/pdf.ts'
import { readRtf } from './formats/rtf.ts'
import { readSrt } from './formats/srt.ts'
import { readTxt } from './formats/txt.ts'
import { readVtt } from './formats/vtt.ts'
import { readXlsx } from './formats/xlsx.ts'
import { openPackage } from './formats/zip.ts'

export interface SourceFile {
  /** Name without its folder, for messages and as a hint where content cannot decide. */
  name: string
  bytes: Uint8Array
}

export interface ReadOptions {
  /** Encoding of text files by its WHATWG or iconv name; detected when left out. */
  encoding?: string
  signal?: AbortSignal
}

/** Reads one file. Throws `ImportError` when it holds nothing that can be read safely. */
export async function readSource(file: SourceFile, options: ReadOptions = {}): Promise<Source> {
  const { name, bytes } = file
  checkSize(name, bytes.length)
  if (bytes.length === 0) throw empty(name)
  options.signal?.throwIfAborted()
  const source = await readAny(file, options)
  options.signal?.throwIfAborted()
  if (source.blocks.some(hasText)) return source
  const inBoxes = readBoxes(source)
  if (inBoxes.length === 0) throw empty(name)
  const message = `${name} holds its text in text boxes. It was read box by box; check the order.`
  return { ...source, blocks: inBoxes, warnings: [...source.warnings, { code: 'text-in-boxes', message }] }
}

async function readAny(file: SourceFile, options: ReadOptions): Promise<Source> {
  const binary = detectBinary(file.bytes, file.name)
  if (binary === 'zip') return readPackage(file)
  if (binary === 'rtf') return readRtf(file.bytes, file.name)
  if (binary === 'pdf') return readPdf(file.bytes, file.name, options.signal)
  return readText(file, options.encoding)
}

async function readPackage({ name, bytes }: SourceFile): Promise<Source> {
  const parts = await openPackage(bytes, name)
  const mimetype = await parts.read('mimetype')
  const format = detectPackage(parts.names, mimetype && Buffer.from(mimetype).toString('latin1'), name)
  if (format === 'docx') return readDocx(parts, name)
  return format === 'xlsx' ? readXlsx(parts, name) : readOdt(parts, name)
}

async function readText({ name, bytes }: SourceFile, encoding: string | undefined): Promise<Source> {
  checkTextSize(name, bytes.length)
  const decoded = decodeText(bytes, name, encoding)
  const format = detectText(decoded.text, name)
  if (format === 'vtt') return readVtt(decoded, name)
  if (format === 'srt') return readSrt(decoded, name)
  if (format === 'md') return readMd(decoded)
  if (format === 'html') return readHtml(decoded, name)
  if (format === 'csv' || format === 'tsv') return readDelimited(decoded, format, name)
  return readTxt(decoded)
}

/** Lines of the text boxes, for documents laid out in nothing else. */
function readBoxes({ asides }: Source): Source['blocks'] {
  const boxes = asides.filter(({ where }) => where === 'textbox')
  return boxes.flatMap(({ text }) => text.split('\n')).map((text) => ({ kind: 'paragraph', text }))
}

function hasText(block: Source['blocks'][number]): boolean {
  if (block.kind !== 'table') return block.text.trim() !== ''
  return block.rows.some((row) => row.some((cell) => cell.some((paragraph) => paragraph.text.trim() !== '')))
}
