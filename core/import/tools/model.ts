/** What a project of another program brings, in one shape whichever program it is. */
import type { Span } from '../../text/spans.ts'
import type { Warning } from '../model.ts'

export interface ToolPassage extends Span {
  /** The words the other program says it coded, with `\n` newlines. */
  quote: string
  coder: string
  /** Keys of `ToolCode`. */
  codes: string[]
  memo: string
  flagged: boolean
  /**
   * How the place was found: the offsets point at the quote; the quote stands elsewhere; or it is nowhere, and the span is
   * where it was said to be.
   */
  found: 'offsets' | 'quote' | 'nowhere'
}

export interface ToolDocument {
  name: string
  memo: string
  /** Plain text with `\n` newlines; spans are UTF-16 offsets into it. */
  text: string
  passages: ToolPassage[]
  /** Stretches that belong to a case, by the case's name. */
  cases: (Span & { name: string })[]
  attributes: Record<string, string>
}

export interface ToolCode {
  key: string
  name: string
  parent: string | null
  definition: string
  /** `#rrggbb`. */
  colour: string | null
}

export interface ToolProject {
  tool: 'Taguette' | 'QualCoder'
  /** Notes about the whole project: its description, journals. */
  memos: { text: string; coder: string }[]
  codes: ToolCode[]
  cases: { name: string; memo: string; attributes: Record<string, string> }[]
  documents: ToolDocument[]
  warnings: Warning[]
}

/** The name both programs give to whoever works alone; such work is the importing researcher's. */
export const NOBODY = ''
