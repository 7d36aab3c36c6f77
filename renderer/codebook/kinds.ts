/** Several codes chosen at once: whether they are of one kind, and what they are called together. */
import type { Code } from '../../core/contract/codebook.ts'
import { counted, inWords, kindOf } from './words.ts'

/** Only codes of one family and level can become one. */
export const isSameKind = (one: Code, other: Code): boolean =>
  one.family === other.family && one.level === other.level

export const areSameKind = (codes: readonly Code[]): boolean =>
  codes.every((code) => codes[0] !== undefined && isSameKind(code, codes[0]))

/** "2 emotions and 1 theme" */
export function kindsInWords(codes: readonly Code[]): string {
  const kinds = Map.groupBy(codes, kindOf)
  return inWords([...kinds].map(([kind, some]) => counted(some.length, kind)))
}
