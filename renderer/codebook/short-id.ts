/** Whether a code can have a short id, said while it is typed. */
import { ShortId, type Code } from '../../core/contract/codebook.ts'

/** Undefined when it can. */
export function problemOfShortId(codes: readonly Code[], code: Code, text: string): string | undefined {
  if (text === '') return 'A code needs a short id. Escape brings the old one back.'
  if (!ShortId.safeParse(text).success)
    return 'Letters, digits, dots, hyphens and underscores only, at most 60; not a number alone.'
  const taken = codes.find((other) => other.id !== code.id && other.code.toLowerCase() === text.toLowerCase())
  return taken === undefined ? undefined : `${taken.code} belongs to “${taken.name}”. Choose another.`
}
