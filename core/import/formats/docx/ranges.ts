/** Records the words inside comments and content controls while the text goes by. */
import type { Findings } from './findings.ts'

interface Recorder {
  id: string
  /** Index of the block the first recorded word stands in. */
  block: number
  text: string
}

export interface Control {
  name: string
  placeholder: boolean
  recorder: Recorder
}

/** Longest content of a control taken for a fact about the interview rather than a part of its text. */
const MAX_CONTROL = 300

export class Ranges {
  readonly #findings: Findings
  readonly #controls: Control[] = []
  readonly #comments = new Map<string, Recorder>()
  readonly #quoted = new Set<string>()
  #points: string[] = []

  constructor(findings: Findings) {
    this.#findings = findings
  }

  /** The innermost open content control. */
  get control(): Control {
    return this.#controls.at(-1) ?? newControl()
  }

  openControl(): void {
    this.#controls.push(newControl())
  }

  closeControl(): void {
    const control = this.#controls.pop()
    const text = control?.recorder.text.trim() ?? ''
    if (control?.name && text !== '' && text.length <= MAX_CONTROL) {
      this.#findings.controls.push({ name: control.name, text })
    }
  }

  startComment(id: string, block: number): void {
    this.#comments.set(id, { id, block, text: '' })
  }

  endComment(id: string): void {
    const range = this.#comments.get(id)
    this.#comments.delete(id)
    if (!range || range.text === '') return
    this.#quoted.add(id)
    this.#findings.comments.push({ id, block: range.block, quote: range.text.trimEnd() })
  }

  /** A comment on a place; without a range of words it is taken to be about its paragraph. */
  pointComment(id: string): void {
    if (!this.#quoted.has(id)) this.#points.push(id)
  }

  newParagraph(): void {
    for (const recorder of this.#recorders()) if (recorder.text !== '') recorder.text += '\n'
  }

  record(text: string, block: number): void {
    if (this.#comments.size === 0 && this.#controls.length === 0) return
    for (const recorder of this.#recorders()) {
      if (recorder.text === '') recorder.block = block
      if (recorder.text.length < 1_000_000) recorder.text += text
    }
  }

  endParagraph(text: string, block: number): void {
    for (const id of this.#points) this.#findings.comments.push({ id, block, quote: text })
    this.#points = []
  }

  #recorders(): Recorder[] {
    return [...this.#comments.values(), ...this.#controls.map((control) => control.recorder)]
  }
}

function newControl(): Control {
  return { name: '', placeholder: false, recorder: { id: '', block: 0, text: '' } }
}
