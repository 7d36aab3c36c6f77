/** Turns the bytes of a text file into clean text, saying which encoding they were in and what was put right. */
import { isAscii } from 'node:buffer'
import iconv from 'iconv-lite'
import { ImportError } from '../errors.ts'
import type { Warning } from '../model.ts'
import { detectEncoding, utf8Length } from './encoding.ts'

export interface DecodedText {
  text: string
  /** Lower-case WHATWG name, for example `utf-8` or `windows-1252`. */
  encoding: string
  warnings: Warning[]
}

/** Decodes `bytes`, with `forced` (a WHATWG or iconv name) instead of the detected encoding when given. */
export function decodeText(bytes: Uint8Array, fileName: string, forced?: string): DecodedText {
  if (forced !== undefined && !iconv.encodingExists(forced)) {
    throw new ImportError(
      'unsupported',
      `“${forced}” is not a known text encoding. Choose another, for example utf-8.`,
    )
  }
  const found = forced === undefined ? detectEncoding(bytes) : { name: forced.toLowerCase(), bom: 0 }
  const warnings: Warning[] = []
  const raw = found.name === 'mixed' ? decodeMixed(bytes) : decodeAs(bytes.subarray(found.bom), found.name)
  if (found.name === 'mixed') warnings.push(mixedEncodings(fileName))
  const text = removeControls(raw, fileName, found.name, warnings)
  if (text.includes('\ufffd')) warnings.push(undecodable(fileName))
  if (/â€[™œ\u009d“”˜¦]|Ã[©¨¤¶¼]/.test(text)) warnings.push(garbled(fileName))
  return { text, encoding: found.name === 'mixed' ? 'utf-8' : found.name, warnings }
}

function decodeAs(bytes: Uint8Array, encoding: string): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (encoding !== 'utf-8') return iconv.decode(buffer, encoding)
  return isAscii(bytes) ? buffer.toString('latin1') : new TextDecoder('utf-8').decode(bytes)
}

/** UTF-8 where the bytes are UTF-8, Windows-1252 where they are not. */
function decodeMixed(bytes: Uint8Array): string {
  const parts: string[] = []
  let start = 0
  let good = true
  const flush = (end: number) => {
    if (end > start) parts.push(decodeAs(bytes.subarray(start, end), good ? 'utf-8' : 'windows-1252'))
    start = end
  }
  for (let at = 0; at < bytes.length;) {
    const length = utf8Length(bytes, at)
    if (length > 0 !== good) {
      flush(at)
      good = length > 0
    }
    at += length || 1
  }
  flush(bytes.length)
  return parts.join('')
}

const ANSI_ESCAPE = /\u001b\[[0-9;]{0,16}[A-Za-z]/g
const CONTROL = /[\0-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufeff]/
const CONTROLS = new RegExp(CONTROL, 'g')

function removeControls(raw: string, fileName: string, encoding: string, warnings: Warning[]): string {
  if (!CONTROL.test(raw)) return raw
  const text = raw.replace(ANSI_ESCAPE, '').replace(CONTROLS, '')
  const share = (raw.length - text.length) / raw.length
  if (share > (encoding.startsWith('utf') ? 0.3 : 0.04)) throw notText(fileName)
  warnings.push({
    code: 'control-characters',
    message: `Characters that cannot be shown were removed from ${fileName}. Compare the text with the original.`,
  })
  return text
}

function notText(fileName: string): ImportError {
  return new ImportError(
    'unsupported',
    `${fileName} is not a text document. Import the transcript as .docx, .odt, .rtf, .txt, .pdf, .vtt, .srt, .csv or .xlsx.`,
  )
}

function mixedEncodings(fileName: string): Warning {
  return {
    code: 'mixed-encodings',
    message: `${fileName} mixes two text encodings (UTF-8 and Windows-1252). Both were read; check accented letters and quotation marks.`,
  }
}

function undecodable(fileName: string): Warning {
  return {
    code: 'undecodable-bytes',
    message: `Some bytes of ${fileName} stand for no character and show as \ufffd. Choose another encoding or correct them after import.`,
  }
}

function garbled(fileName: string): Warning {
  return {
    code: 'garbled-text',
    message: `${fileName} seems to have been saved once with a wrong encoding, so that quotes or accents look garbled. Export it again from where it came, if possible.`,
  }
}
