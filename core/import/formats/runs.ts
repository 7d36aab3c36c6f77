/** Gathers formatted stretches of text into a paragraph. */
import type { Paragraph, Run } from '../model.ts'

/** What is known of a paragraph besides its text; undefined and false are left out of the block. */
export interface ParagraphDetails {
  style?: string | undefined
  heading?: number | undefined
  label?: string | undefined
  note?: number | undefined
  rtl?: boolean | undefined
  at?: number | undefined
}

/** Control characters, which no text shows, apart from tab and newline. */
const CONTROL = /[\0-\u0008\u000b-\u001f\u007f-\u009f]/
const CONTROLS = new RegExp(CONTROL, 'g')

export class RunCollector {
  #runs: Run[] = []

  get isEmpty(): boolean {
    return this.#runs.length === 0
  }

  get text(): string {
    return this.#runs.map((run) => run.text).join('')
  }

  append(raw: string, bold: boolean, italic: boolean): void {
    const text = CONTROL.test(raw) ? raw.replaceAll(CONTROLS, '') : raw
    if (text === '') return
    const last = this.#runs.at(-1)
    if (last && (last.bold ?? false) === bold && (last.italic ?? false) === italic) last.text += text
    else this.#runs.push({ text, ...(bold && { bold }), ...(italic && { italic }) })
  }

  /** Takes back the last character. */
  dropLast(): void {
    const last = this.#runs.at(-1)
    if (last) last.text = last.text.slice(0, -1)
  }

  /** Puts a list label before the first word, in that word's formatting. */
  prepend(label: string): void {
    const first = this.#runs[0]
    if (first) first.text = label + first.text
  }

  /** Hands out the paragraph and starts over. Runs are given only where something is bold or italic. */
  take(details: ParagraphDetails): Paragraph {
    const runs = this.#runs
    const text = this.text
    this.#runs = []
    return {
      kind: 'paragraph',
      text,
      ...(runs.some((run) => run.bold || run.italic) && { runs }),
      ...(details.style !== undefined && { style: details.style }),
      ...(details.heading !== undefined && { heading: details.heading }),
      ...(details.label !== undefined && { label: details.label }),
      ...(details.note !== undefined && { note: details.note }),
      ...(details.rtl && { rtl: true }),
      ...(details.at !== undefined && { at: details.at }),
    }
  }
}
