/** The shapes an import passes through: bytes → blocks → a layout's reading → a parsed document. */

/** One formatted stretch inside a paragraph. `text` is already free of hidden and deleted text. */
export interface Run {
  text: string
  bold?: boolean
  italic?: boolean
}

/** A paragraph of the source. `\n` inside `text` is a soft line break (w:br, w:cr, <br>). */
export interface Paragraph {
  kind: 'paragraph'
  text: string
  runs?: Run[]
  /** Style name as the source gives it ("Heading 1", "Question"), when there is one. */
  style?: string
  /** Heading depth 1–6 when the source marks the paragraph as a heading. */
  heading?: number
  /** Where in the source: 1-based line, page or paragraph, for messages. */
  at?: number
  rtl?: boolean
  /** List label Word shows before the paragraph ("I:", "3."); `text` begins with it and a space. */
  label?: string
  /** Number of the footnote or endnote this paragraph is; the text refers to it as "[1]". */
  note?: number
}

/** A subtitle cue. Times in milliseconds. */
export interface Cue {
  kind: 'cue'
  id?: string
  startMs: number
  endMs: number
  /** `<v Name>` annotation, when the format has one. */
  voice?: string
  text: string
}

/** A table: rows of cells, each cell a list of paragraphs. Merged cells repeat nothing. */
export interface Table {
  kind: 'table'
  rows: Paragraph[][][]
}

export type Block = Paragraph | Cue | Table

/** Something found beside the body: page header, footer, text box, document property, front matter. */
export interface Aside {
  where: 'header' | 'footer' | 'textbox' | 'property' | 'front-matter' | 'file-name' | 'control' | 'sheet'
  text: string
}

/** A reviewer's comment in the source, anchored to the words it was made on. */
export interface SourceComment {
  author: string
  text: string
  /** The words commented on, exactly as they stand in the blocks. */
  quote: string
  /** Index of the block the quote starts in. */
  block: number
}

export interface Warning {
  /** kebab-case, stable: others script against it. */
  code: string
  /** One plain sentence: what, where, what to do next. Never transcript text. */
  message: string
}

/** What a format reader returns: the content in order and everything found beside it. */
export interface Source {
  format: 'docx' | 'odt' | 'rtf' | 'txt' | 'md' | 'html' | 'pdf' | 'vtt' | 'srt' | 'csv' | 'tsv' | 'xlsx'
  blocks: Block[]
  asides: Aside[]
  comments: SourceComment[]
  warnings: Warning[]
  /** Name of the text encoding used, where the format has none of its own. */
  encoding?: string
}

export type Role = 'participant' | 'interviewer' | 'other' | 'unknown'

export interface ParsedSpeaker {
  label: string
  role: Role
  /** Why the role was guessed, in words ("asks most of the questions"). */
  why: string
}

export interface ParsedTurn {
  kind: 'speech' | 'event' | 'heading' | 'note'
  /** Index into `speakers`; null for events, headings, notes and unattributed speech. */
  speaker: number | null
  /** Half-open UTF-16 offsets into `text`. The speaker label is not part of `text`. */
  start: number
  end: number
  startMs?: number
  endMs?: number
}

/** A stretch of the source that is in no turn: kept so that a researcher can see nothing was lost. */
export interface IgnoredLine {
  text: string
  /** Plain reason: "page number", "label of the speaker column", "time stamp". */
  why: string
  /** How often exactly this text was set aside for this reason; once when left out. */
  times?: number
}

export interface Metadata {
  key: string
  value: string
  /** Where it was found: "title", "table", "header", "text box", "file name", … */
  from: string
}

/** A proposed merge of two labels for one person. Never applied silently. */
export interface AliasProposal {
  from: string
  to: string
  why: string
}

/** Everything the importer understood about one file. Pure data; nothing stored yet. */
export interface ParsedDocument {
  name: string
  format: Source['format']
  /** Layout id ("otter", "word-prefix", "plain"); see core/import/layouts. */
  layout: string
  /** 0–1, the layout's score over the whole document. */
  confidence: number
  /** True when speakers could not be decided: imported as plain paragraphs, nothing invented. */
  undecided: boolean
  /** NFC, `\n` newlines. Turns joined by one `\n`; the transcript a researcher reads and codes. */
  text: string
  /** In order, non-overlapping, covering all of `text` except the `\n` between turns. */
  turns: ParsedTurn[]
  speakers: ParsedSpeaker[]
  metadata: Metadata[]
  ignored: IgnoredLine[]
  aliases: AliasProposal[]
  comments: { author: string; text: string; start: number; end: number }[]
  /** Character balance over non-whitespace characters: source = kept + ignored. */
  characters: { source: number; kept: number; ignored: number }
  warnings: Warning[]
  encoding?: string
  /** SHA-256 of the file's bytes, lower-case hex. */
  sha256: string
  /** Openings that look like speaker labels but were used too rarely to be believed; they stayed text. */
  possibleLabels?: string[]
  /** Layouts that also scored, best first, so that the researcher can choose another. */
  alternatives: { layout: string; confidence: number }[]
}

export interface ParseOptions {
  /** Force a layout by id. */
  layout?: string
  /** Force a text encoding by its WHATWG/iconv name. */
  encoding?: string
}

/** A survey or turn table whose rows are cases: one parsed document for each case. */
export interface ParsedCases {
  cases: { participant: string; attributes: Record<string, string>; document: ParsedDocument }[]
}
