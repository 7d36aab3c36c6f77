/** Rich Text Format, also when its name says .doc. */
import { damaged } from '../errors.ts'
import type { Source, Warning } from '../model.ts'
import { warnOfChanges } from './changes.ts'
import { noteParagraphs } from './notes.ts'
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
  blocks.push(...noteParagraphs(reader.notes))
  return {
    format: 'rtf',
    blocks,
    asides: reader.asides,
    comments: reader.comments,
    warnings: [...(complete ? [] : [truncated(fileName)]), ...warnOfChanges(reader.counts, fileName)],
  }
}

function truncated(fileName: string): Warning {
  const message = `${fileName} ends in the middle. Check that its last page is there.`
  return { code: 'truncated', message }
}
