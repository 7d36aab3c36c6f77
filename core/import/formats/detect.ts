/** Decides what a file is by its content; its name only settles what content cannot. */
import { ImportError, damaged } from '../errors.ts'
import { passwordProtected } from './zip.ts'
import { parseTiming } from './cues.ts'
import { isDelimited } from './delimited.ts'

type Binary = 'pdf' | 'zip' | 'rtf'
type TextFormat = 'txt' | 'md' | 'html' | 'vtt' | 'srt' | 'csv' | 'tsv'
type PackageFormat = 'docx' | 'odt' | 'xlsx'

/** Formats recognised by their first bytes; undefined means text. Throws for what is known and cannot be read. */
export function detectBinary(bytes: Uint8Array, fileName: string): Binary | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString('latin1')
  if (head.startsWith('PK\u0003\u0004') || head.startsWith('PK\u0005\u0006')) return 'zip'
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1')) throw oleFile(bytes, fileName)
  if (/^(?:\u00ef\u00bb\u00bf)?\s*\{\\rtf/.test(head)) return 'rtf'
  if (head.includes('%PDF-')) return 'pdf'
  const known = MEDIA.find(([, signature]) => signature.test(head))
  if (known) throw media(known[0], fileName)
  return undefined
}

const MEDIA: [what: string, signature: RegExp][] = [
  [
    'a sound recording',
    /^(?:ID3|\u00ff[\u00fb\u00f3\u00f2\u00f1\u00f9]|OggS|fLaC|RIFF[^]{4}WAVE|[^]{4}ftypM4A)/,
  ],
  ['a video recording', /^(?:[^]{4}ftyp|\u001a\u0045\u00df\u00a3|RIFF[^]{4}AVI )/],
  ['a picture', /^(?:\u0089PNG|\u00ff\u00d8\u00ff|GIF8|II\*\0|MM\0\*|RIFF[^]{4}WEBP)/],
  ['a compressed archive', /^(?:\u001f\u008b|7z\u00bc\u00af|Rar!|BZh\d)/],
  ['a database', /^SQLite format 3\0/],
]

function media(what: string, fileName: string): ImportError {
  return new ImportError(
    'unsupported',
    `${fileName} is ${what}, not a transcript. Import the transcript as a text document.`,
  )
}

/** Files in Microsoft's older container: encrypted Office files, or the binary formats before 2007. */
function oleFile(bytes: Uint8Array, fileName: string): ImportError {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const holds = (stream: string) => buffer.includes(Buffer.from(stream, 'utf16le'))
  if (holds('EncryptedPackage')) return passwordProtected(fileName)
  if (holds('Workbook')) return oldOffice(fileName, 'Excel', '.xlsx')
  if (holds('WordDocument')) return oldOffice(fileName, 'Word', '.docx')
  return damaged(fileName, 'it starts like an older Office file but holds no document')
}

function oldOffice(fileName: string, program: string, extension: string): ImportError {
  return new ImportError(
    'unsupported',
    `${fileName} is in the old binary ${program} format. Open it in ${program} or LibreOffice and save it as ${extension}, then import that.`,
  )
}

/** Tells zip packages apart by the parts they hold. */
export function detectPackage(
  names: string[],
  mimetype: string | undefined,
  fileName: string,
): PackageFormat {
  const holds = (start: string) => names.some((name) => name.startsWith(start))
  if (mimetype?.startsWith('application/vnd.oasis.opendocument.text')) return 'odt'
  if (mimetype?.startsWith('application/vnd.oasis'))
    throw otherPackage(fileName, 'not a text document', '.odt or .xlsx')
  if (holds('word/')) return 'docx'
  if (holds('xl/')) return 'xlsx'
  if (holds('ppt/')) throw otherPackage(fileName, 'a presentation', '.docx')
  if (holds('Index/')) throw otherPackage(fileName, 'an Apple Pages or Numbers document', '.docx or .xlsx')
  if (names.includes('[Content_Types].xml')) return 'docx'
  if (names.some((name) => /\.(?:docx|odt|rtf|txt|pdf|vtt|srt)$/i.test(name))) {
    throw new ImportError(
      'unsupported',
      `${fileName} is a zip archive. Unpack it and import the files inside.`,
    )
  }
  throw damaged(fileName, 'it is a package without a document')
}

function otherPackage(fileName: string, what: string, extension: string): ImportError {
  return new ImportError('unsupported', `${fileName} is ${what}. Export it as ${extension} and import that.`)
}

/** Tells text formats apart. Throws for XML documents that no reader knows. */
export function detectText(text: string, fileName: string): TextFormat {
  const head = text.slice(0, 20_000).trimStart()
  const extension = /\.([a-z0-9]{1,10})$/i.exec(fileName)?.[1]?.toLowerCase() ?? ''
  if (/^WEBVTT(?:[\s-]|$)/.test(head)) return 'vtt'
  if (startsWithCue(head, extension)) return 'srt'
  if (isHtml(head, extension)) return 'html'
  if (/^<\?xml|^MIME-Version:/i.test(head))
    throw otherPackage(fileName, 'saved in a format that cannot be read', '.docx')
  const separated = /^(?:csv|tsv|tab)$/.test(extension)
  if (isDelimited(text, separated)) return extension === 'tsv' || extension === 'tab' ? 'tsv' : 'csv'
  if (extension === 'md' || extension === 'markdown') return 'md'
  return looksLikeMarkdown(head) ? 'md' : 'txt'
}

/** Captions begin with a cue. In plain text that asks for SRT's comma or for a caption file's name. */
function startsWithCue(head: string, extension: string): boolean {
  const [first = '', second = ''] = head.split(/[\r\n]+/, 2)
  const timing = parseTiming(first)
    ? first
    : /^\d{1,9}\s*$/.test(first) && parseTiming(second)
      ? second
      : undefined
  if (timing === undefined) return /^(?:srt|vtt)$/.test(extension) && /^\s*[\d:.,]+\s*-->/m.test(head)
  return /^(?:srt|vtt)$/.test(extension) || /:\d\d,\d{3} -->/.test(timing)
}

function isHtml(head: string, extension: string): boolean {
  if (
    /^(?:<\?xml[^<>]{0,200}\?>\s*)?(?:<!--[^]{0,2000}?-->\s*)?<(?:!doctype html|html|head|body)\b/i.test(head)
  )
    return true
  const tags =
    head.match(/<\/?(?:p|div|br|table|tr|td|span|strong|b|dl|dt|dd|h[1-6]|ul|li)\b[^<>]{0,300}>/gi)?.length ??
    0
  return tags >= (/^(?:html?|xhtml|docx?)$/.test(extension) ? 1 : 20)
}

function looksLikeMarkdown(head: string): boolean {
  const marks = head.match(/^(?:#{1,6} \S.{0,200}|\*\*[^*\n]{1,60}\*\*)/gm)?.length ?? 0
  return marks >= 3
}
