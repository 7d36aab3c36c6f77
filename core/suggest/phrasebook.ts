/** Finds set phrases in a reading. A phrase is written the way it is said. */
import { read } from './words.ts'
import type { Word } from './words.ts'

export interface PhraseHit<Value> {
  /** Half-open indexes into the words. */
  from: number
  to: number
  value: Value
}

interface Phrase<Value> {
  /** Each step is the words that may stand there; null is a gap of up to `widestGap` words. */
  steps: (ReadonlySet<string> | null)[]
  value: Value
}

const widestGap = 3
const gap = '…'

interface Phrasebook<Value> {
  /** The phrases in `words`, longest first at each place, never overlapping, in order. */
  find(words: readonly Word[]): PhraseHit<Value>[]
}

/**
 * A book of phrases by value. `|` parts phrases; in a phrase, `a/b` are alternatives and `…` is a gap of up
 * to three words; "didn't" matches "did not" as well. A phrase never reaches across punctuation.
 */
export function phrasebook<Value>(entries: Iterable<readonly [Value, string]>): Phrasebook<Value> {
  const byFirstWord = new Map<string, Phrase<Value>[]>()
  for (const [value, phrases] of entries) {
    for (const written of phrases.split('|')) {
      const phrase = { steps: steps(written), value }
      for (const first of phrase.steps[0] ?? []) {
        const known = byFirstWord.get(first)
        if (known) known.push(phrase)
        else byFirstWord.set(first, [phrase])
      }
    }
  }
  return { find: (words) => findIn(byFirstWord, words) }
}

function steps(written: string): Phrase<unknown>['steps'] {
  return written
    .trim()
    .split(/\s+/)
    .flatMap((step) => {
      if (step === gap) return [null]
      const alternatives = step.split('/')
      if (alternatives.length > 1) return [new Set(alternatives)]
      return read(step).words.map((word) => new Set([word.text]))
    })
}

function findIn<Value>(
  byFirstWord: ReadonlyMap<string, Phrase<Value>[]>,
  words: readonly Word[],
): PhraseHit<Value>[] {
  const hits: PhraseHit<Value>[] = []
  for (let from = 0; from < words.length; from += 1) {
    let best: PhraseHit<Value> | undefined
    for (const { steps, value } of byFirstWord.get(words[from]?.text ?? '') ?? []) {
      const to = reach(words, from + 1, steps, 1)
      if (to !== undefined && to > (best?.to ?? 0)) best = { from, to, value }
    }
    if (best) {
      hits.push(best)
      from = best.to - 1
    }
  }
  return hits
}

/** Where the phrase ends when its steps from `step` on match the words from `at` on. */
function reach(
  words: readonly Word[],
  at: number,
  steps: Phrase<unknown>['steps'],
  step: number,
): number | undefined {
  if (step === steps.length) return at
  if (words[at - 1]?.paused) return undefined
  const wanted = steps[step]
  if (wanted) return wanted.has(words[at]?.text ?? '') ? reach(words, at + 1, steps, step + 1) : undefined
  for (let skip = 0; skip <= widestGap && at + skip < words.length; skip += 1) {
    const to = reach(words, at + skip, steps, step + 1)
    if (to !== undefined) return to
  }
  return undefined
}
