/** What importing does in worker threads: reading files, and finding passages again in a long text. */
import type { ParsedCases, ParsedDocument, ParseOptions } from '../import/model.ts'
import { parseFile } from '../import/parse.ts'
import type { SourceFile } from '../import/read.ts'
import type { Task } from '../jobs/task.ts'
import { reanchor, type Match, type Placed } from '../text/reanchor.ts'
import type { Span } from '../text/spans.ts'
import { align } from './align.ts'

export const parse: Task<{ file: SourceFile; options: ParseOptions }, ParsedDocument | ParsedCases> = ({
  file,
  options,
}) => parseFile(file, options)

export interface ReanchorInput {
  oldText: string
  newText: string
  spans: Span[]
}
export interface Reanchored {
  matches: Match[]
  placed: (Placed | null)[]
}

export function reanchorSpans({ oldText, newText, spans }: ReanchorInput): Reanchored {
  const matches = align(oldText, newText)
  return { matches, placed: reanchor(oldText, newText, matches, spans) }
}
