/** Rich Text Format, also when its name says .doc. */
import { damaged } from '../errors.ts'
import type { Paragraph, Source, Warning } from '../model.ts'
import { RtfReader } from './rtf/reader.ts'
import { walkRtf } from './rtf/tokens.ts'

export function readRtf(bytes: Uint8Array, fileName: string): Source {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const source = buffer.toString('latin1')
  const start = source.indexOf('{\\rtf')
  if (start < 0) throw damaged(fileName, 'its beginning is missing')
  const reader = new RtfReader()
  const complete = walkRtf(start === 0 ? source : source.slice(start), reader)
  const blocks = reader.finish()
  blocks.push(...reader.notes.map(noteParagraph))
  return {
    format: 'rtf',
    blocks,
    asides: reader.asides,
    comments: reader.comments,
    warnings: describe(reader.counts, complete, fileName),
  }
}

function noteParagraph(text: string, index: number): Paragraph {
  return { kind: 'paragraph', text: `[${index + 1}] ${text}`.trimEnd(), style: 'note', note: index + 1 }
}

function describe(counts: RtfReader['counts'], complete: boolean, fileName: string): Warning[] {
  const warnings: Warning[] = []
  const add = (code: string, message: string) => warnings.push({ code, message: `${fileName}: ${message}.` })
  if (!complete) add('truncated', 'the file ends in the middle. Check that its last page is there')
  if (counts.deleted > 0)
    add(
      'tracked-deletions',
      'tracked deletions were left out. The original file still holds those words: share it with care',
    )
  if (counts.inserted > 0) add('tracked-insertions', 'tracked insertions were taken as accepted')
  if (counts.hidden > 0)
    add('hidden-text', 'hidden text was left out. Show hidden text in the word processor to check it')
  return warnings
}
