/** Reads a project of another program in a worker thread: its texts are understood as transcripts, its passages follow. */
import { createHash } from 'node:crypto'
import type { ParsedDocument, Source } from '../import/model.ts'
import { parseSource } from '../import/parse.ts'
import type { SourceFile } from '../import/read.ts'
import type { ToolDocument, ToolPassage, ToolProject } from '../import/tools/model.ts'
import { readToolProject } from '../import/tools/read.ts'
import type { Task } from '../jobs/task.ts'
import { anchorOf, type Anchor } from '../text/anchor.ts'
import { follow } from '../text/reanchor.ts'
import type { Span } from '../text/spans.ts'
import { reanchorSpans } from './tasks.ts'

/** A passage in the transcript as it will be stored; `place` is null where its words were not found. */
export type PlacedPassage = Omit<ToolPassage, 'start' | 'end' | 'quote'> & {
  place: Span | null
  anchor: Anchor
  start: number
}

export interface PlacedDocument {
  name: string
  memo: string
  attributes: Record<string, string>
  parsed: ParsedDocument
  passages: PlacedPassage[]
  cases: (Span & { name: string })[]
  /** Passages that lost something that is not speech, such as a speaker's label in their middle. */
  trimmed: number
}
export type PlacedProject = Omit<ToolProject, 'documents'> & { documents: PlacedDocument[] }

export const readTool: Task<SourceFile, PlacedProject> = async (file, progress) => {
  const project = await readToolProject(file)
  const total = project.documents.length
  const documents = project.documents.map((document, at) => {
    progress({ done: at, total, note: document.name })
    return placeDocument(document, project.tool)
  })
  return { ...project, documents }
}

function placeDocument(raw: ToolDocument, tool: string): PlacedDocument {
  const document = composed(raw)
  const { name, memo, attributes, text, passages } = document
  const source: Source = {
    format: 'txt',
    blocks: text.split('\n').map((line, index) => ({ kind: 'paragraph', text: line, at: index + 1 })),
    asides: [],
    comments: [],
    warnings: [],
  }
  const sha256 = createHash('sha256').update(`${tool}\n${name}\n${text}`).digest('hex')
  const parsed = parseSource(source, { name, sha256 })
  const { matches, placed } = reanchorSpans({ oldText: text, newText: parsed.text, spans: passages })
  return {
    name,
    memo,
    attributes,
    parsed,
    passages: passages.map(({ start, end, quote, ...passage }, at) => ({
      ...passage,
      place: passage.found === 'nowhere' ? null : (placed[at] ?? null),
      anchor: { ...anchorOf(text, { start, end }), ...(passage.found === 'nowhere' && { quote }) },
      start,
    })),
    cases: document.cases.map(({ start, end, name }) => {
      const [from = 0, to = 0] = follow(matches, parsed.text.length, [start, end])
      return { start: from, end: to, name }
    }),
    trimmed: placed.filter((place, at) => place?.how === 'changed' && passages[at]?.found !== 'nowhere')
      .length,
  }
}

/** Text is stored composed (NFC); offsets into decomposed text are carried over. */
function composed(document: ToolDocument): ToolDocument {
  const text = document.text.normalize('NFC')
  if (text === document.text) return document
  const carry = <S extends Span>(span: S): S => ({
    ...span,
    start: document.text.slice(0, span.start).normalize('NFC').length,
    end: document.text.slice(0, span.end).normalize('NFC').length,
  })
  return { ...document, text, passages: document.passages.map(carry), cases: document.cases.map(carry) }
}
