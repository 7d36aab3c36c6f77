/** Plain text: every line is a paragraph, blank lines included, for layouts that count them. */
import type { Block, Source } from '../model.ts'
import type { DecodedText } from './decode.ts'
import { splitLines } from './lines.ts'

export function readTxt({ text, encoding, warnings }: DecodedText): Source {
  const lines = splitLines(text)
  const blocks = Array.from<Block>({ length: lines.length })
  for (let index = 0; index < lines.length; index++) {
    blocks[index] = { kind: 'paragraph', text: lines[index] ?? '', at: index + 1 }
  }
  return { format: 'txt', blocks, asides: [], comments: [], warnings, encoding }
}
