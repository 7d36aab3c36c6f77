/** Table cells of formats whose cells are plain text. */
import type { Paragraph } from '../model.ts'
import { decodeEntities } from './entities.ts'

/** One cell: a paragraph, or nothing. Character references left by an export from the web are decoded. */
export function cellOf(text: string): Paragraph[] {
  const plain = decodeEntities(text).replaceAll(/\r\n?/g, '\n')
  return plain === '' ? [] : [{ kind: 'paragraph', text: plain }]
}
