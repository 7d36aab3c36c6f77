/** Builds the text, the turns and the character balance from a reading's rows. */
import type { IgnoredLine, ParsedTurn } from '../../model.ts'
import type { Row } from '../layout.ts'
import { count } from './clean.ts'
import type { Script } from './script.ts'

export interface Assembled {
  text: string
  turns: ParsedTurn[]
  /** Labels in order of appearance; turns point into it. */
  labels: string[]
  ignored: IgnoredLine[]
  characters: { source: number; kept: number; ignored: number }
  /** For each source block that was kept, where its text came to stand; empty when nobody commented on any. */
  blocks: Map<number, { start: number; end: number }>
}

export class Assembler {
  readonly #script: Script
  readonly #hasComments: boolean
  readonly #chunks: string[] = []
  readonly #turns: ParsedTurn[] = []
  readonly #labels = new Map<string, number>()
  /** By reason, then by text, with the number of its characters. */
  readonly #ignored = new Map<string, Map<string, { line: IgnoredLine; size: number }>>()
  readonly #ignoredLines: IgnoredLine[] = []
  readonly #blocks: Assembled['blocks'] = new Map()
  #length = 0
  #dropped = 0
  /** A turn that was opened but has no text yet. */
  #opened: Row | null = null

  constructor(script: Script) {
    this.#script = script
    this.#hasComments = script.source.comments.length > 0
  }

  run(rows: Row[]): Assembled {
    const { lines, cut } = this.#script
    let at = 0
    for (const line of lines) {
      let covered = 0
      for (let row = rows[at]; row && row.line === line.index; row = rows[++at]) {
        const from = Math.max(covered, Math.min(row.from, line.text.length))
        const to = Math.max(from, Math.min(row.to, line.text.length))
        this.#ignore(line.text.slice(covered, from), row.restWhy ?? row.why ?? 'not speech')
        covered = to
        this.#place(row, line.text.slice(from, to), line.block)
        if (to < line.text.length && rows[at + 1]?.line !== line.index) {
          const rest = line.text.slice(to)
          this.#ignore(rest, restWhy(rest, row))
        }
      }
      if (covered === 0 && rows[at - 1]?.line !== line.index) this.#ignore(line.text, 'not speech')
    }
    if (cut.removed > 0) this.#dropped += cut.removed
    const text = this.#chunks.join('')
    return {
      text,
      turns: this.#turns,
      labels: [...this.#labels.keys()],
      ignored: this.#ignoredLines,
      characters: { source: cut.source, kept: count(text), ignored: this.#dropped },
      blocks: this.#blocks,
    }
  }

  #ignore(raw: string, why: string): void {
    const text = raw.trim()
    if (text === '') return
    const same = this.#ignored.get(why) ?? new Map<string, { line: IgnoredLine; size: number }>()
    if (same.size === 0) this.#ignored.set(why, same)
    const known = same.get(text)
    if (known) {
      known.line.times = (known.line.times ?? 1) + 1
      this.#dropped += known.size
      return
    }
    const line: IgnoredLine = { text, why }
    const size = count(text)
    same.set(text, { line, size })
    this.#ignoredLines.push(line)
    this.#dropped += size
  }

  #place(row: Row, raw: string, block: number): void {
    if (row.as === 'ignored' || row.as === 'metadata') {
      this.#ignore(raw, row.why ?? 'not speech')
      return
    }
    if (row.opens) this.#opened = row
    const text = raw.trim()
    if (text === '') return this.#finish(row)
    const start = this.#write(row, text)
    if (this.#hasComments) this.#note(block, start)
    this.#finish(row)
  }

  #note(block: number, start: number): void {
    const known = this.#blocks.get(block)
    if (known) known.end = this.#length
    else this.#blocks.set(block, { start, end: this.#length })
  }

  /** Writes text into the open turn, or into the one before; returns where it starts. */
  #write(row: Row, text: string): number {
    const last = this.#turns.at(-1)
    if (!this.#opened && last) {
      const join = row.join ?? '\n'
      this.#chunks.push(join, text)
      this.#length += join.length + text.length
      last.end = this.#length
      return this.#length - text.length
    }
    if (this.#turns.length > 0) {
      this.#chunks.push('\n')
      this.#length++
    }
    const start = this.#length
    this.#chunks.push(text)
    this.#length += text.length
    this.#turns.push(this.#turn(this.#opened ?? row, start))
    this.#opened = null
    return start
  }

  #turn(row: Row, start: number): ParsedTurn {
    const kind = row.as === 'ignored' || row.as === 'metadata' ? 'note' : row.as
    const turn: ParsedTurn = { kind, speaker: this.#speaker(row), start, end: this.#length }
    if (row.startMs !== undefined) turn.startMs = row.startMs
    if (row.endMs !== undefined) turn.endMs = row.endMs
    return turn
  }

  #speaker(row: Row): number | null {
    const label = row.as === 'speech' ? (row.speaker ?? null) : null
    if (label === null) return null
    const known = this.#labels.get(label)
    if (known !== undefined) return known
    this.#labels.set(label, this.#labels.size)
    return this.#labels.size - 1
  }

  /** An end stamp at the close of a later paragraph ends the turn it belongs to. */
  #finish(row: Row): void {
    const last = this.#turns.at(-1)
    if (!row.opens && row.endMs !== undefined && last && !this.#opened) last.endMs = row.endMs
  }
}

function restWhy(rest: string, row: Row): string {
  if (/^\W*\d+:\d/.test(rest.trim())) return 'time stamp'
  return row.restWhy ?? row.why ?? 'not speech'
}
