/** A text to be searched many times for quotes whose white space may differ. */
import type { Span } from './spans.ts'

/** Occurrences looked at for one quote; a phrase more common than this is told apart by nothing. */
const MOST = 500

/** White space as one space, none at the ends. */
export const plainWords = (words: string): string => words.replaceAll(/\s+/gu, ' ').trim()

export class Haystack {
  /** The text with every run of white space as one space. */
  readonly #plain: string
  /** Offset in the text of each unit of `#plain`. */
  readonly #at: Int32Array

  constructor(text: string) {
    const runs = [...text.matchAll(/\s+/gu)]
    this.#plain = text.replaceAll(/\s+/gu, ' ')
    this.#at = new Int32Array(this.#plain.length)
    let from = 0
    let plain = 0
    for (const { index, 0: run } of runs) {
      while (from <= index) this.#at[plain++] = from++
      from = index + run.length
    }
    while (from < text.length) this.#at[plain++] = from++
  }

  /** Places where the words of a quote stand in this order, overlapping ones too. */
  *find(quote: string): Generator<Span> {
    const wanted = plainWords(quote)
    if (wanted === '') return
    let left = MOST
    for (
      let at = this.#plain.indexOf(wanted);
      at >= 0 && left > 0;
      at = this.#plain.indexOf(wanted, at + 1), left--
    ) {
      yield { start: this.#at[at] ?? 0, end: (this.#at[at + wanted.length - 1] ?? 0) + 1 }
    }
  }
}
