/** Cuts a source into lines of clean text, each of which remembers its block, cell and formatting. */
import type { Block, Paragraph, Run, Source, Table } from '../../model.ts'
import { clean, count, isClean } from './clean.ts'
import { remember } from './remember.ts'

export interface Line {
  index: number
  /** Index of the source block. */
  block: number
  /** True for the first line of its paragraph; later lines follow a soft line break. */
  first: boolean
  /** True when an empty line or paragraph stands before it. */
  blank: boolean
  text: string
  /** Offsets of the content without the white space, line number or list mark around it. */
  from: number
  to: number
  /** Share of the letters that are formatted, 0–1. */
  bold: number
  italic: number
  /** Length of the bold stretch the line begins with; 0 when there is none or all of it is bold. */
  lead: number
  style?: string
  heading?: number
  cell?: { table: number; row: number; column: number; paragraph: number }
  cue?: { startMs: number; endMs: number; voice?: string }
  /** Why the line is not content (page number, running header), once that is known. */
  furniture?: string
}

export interface Cut {
  lines: Line[]
  /** Invisible characters that were taken out, counted as ignored. */
  removed: number
  reordering: boolean
  /** Non-white-space characters of the whole source, as normalised. */
  source: number
}

/** A name and time that page breaks let run into the paragraph above them. */
const RUN_ON_HEAD = /(?<=[.?!…"”’)\]])\s(?=(?:\p{Lu}[\p{L}\p{M}\d.'’-]*\s){1,4}\d{1,2}:\d{2}(?::\d{2})?$)/u
const NEWLINE = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/

type Formatted = Pick<Paragraph, 'runs' | 'style' | 'heading'>

class Cutter implements Cut {
  readonly lines: Line[] = []
  removed = 0
  reordering = false
  source = 0
  readonly #nameOf = remember((voice) => clean(voice).text.replace(/\s+/g, ' ').trim())
  #tables = 0
  #blank = false
  /** Where the text stands that is being cut. */
  #block = 0
  #cue: Line['cue']
  #cell: Line['cell']

  block(block: Block, index: number, format: Source['format']): void {
    this.#block = index
    if (block.kind === 'table') this.#table(block)
    else if (block.kind === 'cue') {
      const voice = block.voice === undefined ? undefined : this.#nameOf(block.voice)
      this.#cue = voice === undefined || voice === block.voice ? block : { ...block, voice }
      this.#add(block.text, NO_FORMAT)
      this.#cue = undefined
    } else this.#add(format === 'pdf' ? partHead(block.text) : block.text, block)
  }

  #table(table: Table): void {
    const index = this.#tables++
    table.rows.forEach((cells, row) =>
      cells.forEach((cell, column) =>
        cell.forEach((paragraph, place) => {
          this.#cell = { table: index, row, column, paragraph: place }
          this.#add(paragraph.text, paragraph)
        }),
      ),
    )
    this.#cell = undefined
    this.#blank = true
  }

  /** Cuts the text of one block, or of one paragraph of a cell, into lines. */
  #add(raw: string, paragraph: Formatted): void {
    const shares = paragraph.runs ? formatting(paragraph.runs, raw) : null
    if (isClean(raw)) {
      this.#line(raw, true, paragraph, shares?.(0, raw.length))
      return
    }
    let offset = 0
    let first = true
    for (const piece of raw.split(NEWLINE)) {
      const at = shares ? raw.indexOf(piece, offset) : 0
      offset = at + piece.length
      const format = shares?.(at, offset)
      if (format) format.lead = clean(piece.slice(0, format.lead)).text.length
      if (this.#line(this.#clean(piece), first, paragraph, format)) first = false
    }
  }

  /** False when there was nothing to keep. */
  #line(text: string, first: boolean, { style, heading }: Formatted, format?: Format): boolean {
    const to = endOf(text)
    if (to === 0) {
      this.#blank = true
      return false
    }
    this.source += count(text)
    const line: Line = {
      index: this.lines.length,
      block: this.#block,
      first,
      blank: this.#blank,
      text,
      from: startOf(text),
      to,
      bold: format?.bold ?? 0,
      italic: format?.italic ?? 0,
      lead: format?.lead ?? 0,
    }
    if (this.#cue) line.cue = this.#cue
    if (this.#cell) line.cell = this.#cell
    if (style !== undefined) line.style = style
    if (heading !== undefined) line.heading = heading
    this.lines.push(line)
    this.#blank = false
    return true
  }

  #clean(piece: string): string {
    const { text, removed, reordering } = clean(piece)
    this.removed += removed.length
    this.reordering ||= reordering
    this.source += removed.length
    return text
  }
}

/** Whether a character is one that is seen: most lines begin and end with one, and need no trimming. */
const isInk = (code: number) => code > 0x20 && code < 0x7f

const endOf = (text: string) =>
  isInk(text.charCodeAt(text.length - 1)) ? text.length : text.trimEnd().length

const startOf = (text: string) => (isInk(text.charCodeAt(0)) ? 0 : text.length - text.trimStart().length)

const NO_FORMAT: Formatted = {}

interface Format {
  bold: number
  italic: number
  lead: number
}

/**
 * Answers, for a stretch of the paragraph's text, how much of it is bold or italic. Stretches must be
 * asked for in order: the walk over the runs goes on where it stopped, so the cost stays linear.
 */
function formatting(runs: Run[], raw: string): ((start: number, end: number) => Format) | null {
  if (!runs.some((run) => run.bold || run.italic)) return null
  if (runs.reduce((sum, run) => sum + run.text.length, 0) !== raw.length) return null
  let index = 0
  let at = 0
  return (start, end) => {
    const letters = { all: 0, bold: 0, italic: 0 }
    let lead = 0
    let leading = true
    for (; index < runs.length; index++) {
      const run = runs[index]
      if (!run) break
      const text = run.text.slice(Math.max(0, start - at), Math.max(0, end - at))
      const size = count(text)
      letters.all += size
      if (run.bold) letters.bold += size
      if (run.italic) letters.italic += size
      if (leading && (run.bold || size === 0)) lead += text.length
      else leading = false
      if (at + run.text.length > end) break
      at += run.text.length
    }
    const all = letters.all || 1
    const bold = letters.bold / all
    return { bold, italic: letters.italic / all, lead: bold > 0 && bold < 1 ? lead : 0 }
  }
}

/** Puts a run-on head on a line of its own; only the tail of the text is looked at. */
function partHead(text: string): string {
  const tail = text.slice(-90)
  return text.slice(0, text.length - tail.length) + tail.replace(RUN_ON_HEAD, '\n')
}

export function cut({ blocks, format }: Source): Cut {
  const cutter = new Cutter()
  blocks.forEach((block, index) => cutter.block(block, index, format))
  return cutter
}
