/** What turns up beside the text while a Word document is read. */
import type { ChangeCounts } from '../changes.ts'

/** The words between the start and the end of a comment. */
export interface CommentRange {
  id: string
  block: number
  quote: string
}

export interface NoteReference {
  kind: 'footnote' | 'endnote'
  id: string
}

export interface Findings {
  counts: Required<ChangeCounts>
  textBoxes: string[]
  controls: { name: string; text: string }[]
  comments: CommentRange[]
  /** Notes in the order the text refers to them: the first is "[1]". */
  notes: NoteReference[]
}

export function noFindings(): Findings {
  return {
    counts: { inserted: 0, deleted: 0, moved: 0, hidden: 0, placeholders: 0, embedded: 0, unknownSymbols: 0 },
    textBoxes: [],
    controls: [],
    comments: [],
    notes: [],
  }
}
