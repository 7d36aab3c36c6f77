/** What a passage says of feelings: frustration by each definition, pleasant and unpleasant. */
import { frustration, type Codebook, type Definition } from '../codebook.ts'
import type { Evidence } from '../evidence/episodes.ts'

export interface Felt {
  /** Codings that count, the sum of their intensities (1–3) and the largest weight × intensity (0–3). */
  marks: number
  strength: number
  peak: number
  positive: boolean
  negative: boolean
  /** Bit i is set when it is frustration by `DEFINITIONS[i]`. */
  definitions: number
}

export const DEFINITIONS = ['strict', 'blocked', 'family'] as const satisfies Definition[]

/** How to read a passage's feelings, with frustration by the chosen definition as what counts. */
export function feelingReader(codebook: Codebook, chosen: Definition): (evidence: Evidence) => Felt {
  const weights = frustration(codebook, chosen)
  const bits = new Map<number, number>()
  DEFINITIONS.forEach((definition, bit) => {
    for (const code of frustration(codebook, definition).keys()) {
      bits.set(code, (bits.get(code) ?? 0) | (1 << bit))
    }
  })
  const valence = new Map(codebook.inOrder.map((code) => [code.id, code.valence]))
  return ({ codes, strengths }) => {
    const felt = { marks: 0, strength: 0, peak: 0, positive: false, negative: false, definitions: 0 }
    codes.forEach((code, i) => {
      felt.definitions |= bits.get(code) ?? 0
      felt.positive ||= valence.get(code) === 'pos'
      felt.negative ||= valence.get(code) === 'neg'
      const weight = weights.get(code)
      const strength = strengths[i] ?? 0
      if (weight === undefined) return
      felt.marks += 1
      felt.strength += strength
      felt.peak = Math.max(felt.peak, weight * strength)
    })
    return felt
  }
}

/** A passage's feelings with one of its emotions as what counts, at full weight. */
export const withMark = (felt: Felt, strength: number): Felt => ({
  ...felt,
  marks: 1,
  strength,
  peak: strength,
})
